import type { FactKind } from '../../domain/ticket-facts.js';
import { type Indicator, rowsSql, sumsOf } from '../indicator.js';

interface Row {
  readonly key: string | null;
  readonly resolved: number;
  readonly [count: string]: number | string | null;
}

/** A share of resolved tickets: of one kind of fact those with `hit`, a column that is true or false and a count of the cells alike. */
export function shareOfResolutions(kind: FactKind, hit: string): Indicator {
  return {
    none: { numerator: 0, denominator: 0, extra: {} },
    async tally(on, selection, by) {
      const rows = await sumsOf<Row>(on, kind, selection, by);
      return rows
        .filter(({ resolved }) => resolved > 0)
        .map((row) => ({ key: row.key || null, numerator: Number(row[hit]), denominator: row.resolved, extra: {} }));
    },
    rows: { columns: `f.${hit} as hit`, from: (selection, params) => rowsSql(kind, selection, params), order: 'desc' },
  };
}
