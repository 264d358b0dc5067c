import { Params } from '#tickets';
import type { FigureSpread } from '#kernel';
import type { FactKind } from '../../domain/ticket-facts.js';
import { FACT_TABLES } from '../../store/fact-table.js';
import { type Indicator, type KeyedTally, keyOf, rowsSql } from '../indicator.js';
import { selectionSql } from '../selection.js';

interface LengthRow {
  readonly key: string;
  readonly n: number;
  /** Median and ninetieth percentile. */
  readonly lengths: [number, number] | null;
  readonly mean: number | null;
}

/** The tally of lengths: n, and how they lie. */
export function lengthsTally(row: LengthRow, extra: KeyedTally['extra'] = {}): KeyedTally {
  return { key: row.key || null, numerator: row.n, denominator: row.n, extra, spread: spreadOf(row) };
}

function spreadOf({ lengths, mean }: LengthRow): FigureSpread {
  return { median: lengths?.[0] ?? null, p90: lengths?.[1] ?? null, mean };
}

export const NO_LENGTHS: FigureSpread = { median: null, p90: null, mean: null };

/** How long something took, of a column of facts in seconds. Medians come from the rows, of any period, and are never averaged. */
export function lengthsIndicator(kind: FactKind, column: string, columns: string): Indicator {
  const { table, at } = FACT_TABLES[kind];
  return {
    none: { numerator: 0, denominator: 0, extra: {}, spread: NO_LENGTHS },
    async tally(on, selection, by) {
      const params = new Params();
      const rows = await on.query<LengthRow>(
        `select key, count(*)::int as n, percentile_cont(array[0.5, 0.9]) within group (order by seconds) as lengths, avg(seconds)::float8 as mean
       from (select ${keyOf(by, at)} as key, f.${column} as seconds ${selectionSql(table, selection, params)}) t group by key`,
        params.values,
      );
      return rows.map((row) => lengthsTally(row));
    },
    rows: {
      columns,
      from: (selection, params) => rowsSql(kind, selection, params),
      order: 'desc',
    },
  };
}

/** KPI-05 and KPI-06 (DOMAIN 5): contract time of what stopped in the period. */
export const timesIndicator = lengthsIndicator('times', 'seconds', 'f.kind, f.cycle, f.priority, f.seconds');
