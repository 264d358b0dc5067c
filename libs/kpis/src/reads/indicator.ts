import type { Queryable } from '#platform';
import { Params } from '#tickets';
import type { Tally } from '#kernel';
import { DIMENSION_COLUMNS, isCalendarPart, type Layout } from '../domain/kpi.js';
import type { FactKind } from '../domain/ticket-facts.js';
import { FACT_TABLES } from '../store/fact-table.js';
import { type Selection, selectionSql } from './selection.js';

/** A tally of one key of a layout; the key is null for the whole. */
export interface KeyedTally extends Tally {
  readonly key: string | null;
}

/** What is counted apart; null counts the whole. */
export type Breakdown = Layout | null;

/** How one indicator is counted, and which rows stand behind it. One more indicator is one more of these in `INDICATORS`. */
export interface Indicator {
  /** A tally for each key that has any, in no order. */
  tally(on: Queryable, selection: Selection, by: Breakdown): Promise<KeyedTally[]>;
  /** What nothing looks like. */
  readonly none: Tally;
  readonly rows: RowSource;
}

/** The rows behind a figure, from the same selection that counted it. */
export interface RowSource {
  /** What a row tells beside id, instant and ticket, as columns of `FactRow`. */
  readonly columns: string;
  /** `from ... where ...`. */
  from(selection: Selection, params: Params): string;
  readonly order: 'asc' | 'desc';
}

/** A count of one name in each key. */
export interface Sums {
  readonly key: string | null;
  readonly [count: string]: number | string | null;
}

interface CountSource {
  /** `from ... where ...`. */
  readonly from: string;
  readonly key: string;
  /** The expression of a count, by its name in the cells. */
  count(name: string): string;
}

/** From where a layout is counted: months and dimensions from the cells; days, which no cell knows, from the facts themselves. */
export function countSource(kind: FactKind, selection: Selection, by: Breakdown, params: Params): CountSource {
  const { table, at, cells } = FACT_TABLES[kind];
  if (!cells) throw new Error(`${table} has no cells`);
  if (by === 'day')
    return {
      from: `${selectionSql(table, selection, params)} and ${cells.where}`,
      key: keyOf(by, at),
      count: (name) => `(${cells.counts[name]})::int`,
    };
  return { from: selectionSql(cells.table, selection, params), key: keyOf(by, at), count: (name) => `sum(f.${name})::int` };
}

/** All counts of one kind of fact, by key. */
export async function sumsOf<Row>(on: Queryable, kind: FactKind, selection: Selection, by: Breakdown): Promise<Row[]> {
  const params = new Params();
  const source = countSource(kind, selection, by, params);
  const counts = Object.keys(FACT_TABLES[kind].cells?.counts ?? {}).map((name) => `${source.count(name)} as ${name}`);
  return on.query<Row>(`select ${source.key} as key, ${counts.join(', ')} ${source.from} group by 1`, params.values);
}

/** The key of a layout in facts or cells (`f`); `at` is the column of the instant by which days are told apart. */
export function keyOf(by: Breakdown, at: string, month = 'month'): string {
  if (by === null) return `''::text`;
  if (!isCalendarPart(by)) return `f.${DIMENSION_COLUMNS[by]}::text`;
  return by === 'month' ? `to_char(f.${month}, 'YYYY-MM')` : `to_char(f.${at} at time zone 'Europe/Riga', 'YYYY-MM-DD')`;
}

/** The rows of a kind of fact that a selection takes, on one day where its cell is a day. */
export function rowsSql(kind: FactKind, selection: Selection, params: Params): string {
  const { table, at } = FACT_TABLES[kind];
  const from = selectionSql(table, selection, params);
  const { cell } = selection;
  return cell?.by === 'day' ? `${from} and ${keyOf('day', at)} = ${params.add(cell.key)}` : from;
}
