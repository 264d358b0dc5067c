import { Params } from '#tickets';
import { PROMISED_KINDS } from '../domain/clock-fact.js';
import type { FigureScope } from '../domain/figure-scope.js';
import { DIMENSION_COLUMNS, isCalendarPart, type KpiCode, type Layout } from '../domain/kpi.js';
import { type Month, monthDate } from '../domain/month.js';
import { UNLIKE } from '../store/fact-table.js';
import { KPI_FACTS } from '../store/kpi-facts.js';

/** One key of what a figure is laid out by; the key of a day is its date, that of a month `2026-03`. */
export interface SelectedCell {
  readonly by: Layout;
  readonly key: string;
}

/** Which part of an indicator: the tile that counts and the list behind it are made from the same selection. */
export interface Selection {
  readonly code: KpiCode;
  readonly months: readonly Month[];
  readonly scope: FigureScope;
  /** One cell of a breakdown. */
  readonly cell?: SelectedCell | undefined;
  /** Which promise decides in which month a clock counts: the one in force, or the first one (facts only). */
  readonly as?: 'amended' | 'agreed' | undefined;
  /** All kinds of clock, also those that never make the headline. */
  readonly allKinds?: boolean | undefined;
  /** The id of a certain edition instead of the latest one. */
  readonly edition?: number | undefined;
  /** Groups whose tickets count for KPI-02 (DOMAIN 2.2: the flag `is_user_support`). */
  readonly userSupportGroupIds: readonly string[];
}

/**
 * `from ... where ...` over the facts or the cells of a table; both have the same columns for month, edition and dimensions. A
 * frozen month is read from its latest edition, any other from edition 0.
 */
export function selectionSql(table: string, selection: Selection, params: Params): string {
  const { code, months, as, edition } = selection;
  const month = as === 'agreed' ? 'f.agreed_month' : 'f.month';
  const [codeAt, monthsAt] = [params.add(code), params.add(months.map(monthDate))];
  const where = [
    `${month} = any(${monthsAt}::date[])`,
    // The first of the two only names what the second can give, so that the index of edition and month is used.
    edition === undefined
      ? `f.edition = any(array(select 0 union all select id from kpis.edition where code = ${codeAt} and month = any(${monthsAt}::date[])))
         and f.edition = coalesce(e.id, 0)`
      : `f.edition = ${params.add(edition)}`,
    ...partSql(selection, params),
  ];
  return `from ${table} f
    left join (select month, max(id) as id from kpis.edition where code = ${codeAt} group by month) e on e.month = ${month}
    where ${where.join(' and ')}`;
}

/** Facts that the sums do not stand for; the columns bear the name of the table, as they do in every selection. */
export function unlikeSql(): string {
  return `(${UNLIKE.replace(/\b(agreed_outcome|agreed_month|exclusion|outcome|month|voids|mark)\b/g, 'f.$1')})`;
}

/** The conditions of a selection beside its months: who may see it, which kinds of clock, which cell. */
export function partSql({ code, scope, cell, userSupportGroupIds, allKinds }: Selection, params: Params): string[] {
  const where: string[] = [];
  if (!scope.all) {
    where.push(
      `(f.institution_id = any(${params.add(scope.institutionIds)}::uuid[]) or f.group_id = any(${params.add(scope.groupIds)}::uuid[]))`,
    );
  }
  // What was frozen holds user support as it was then.
  if (code === 'KPI-02') where.push(`(f.edition > 0 or f.group_id = any(${params.add(userSupportGroupIds)}::uuid[]))`);
  if (code === 'KPI-09' && !allKinds && cell?.by !== 'kind') where.push(`f.kind = any(${params.add([...PROMISED_KINDS])}::text[])`);
  const { kind } = KPI_FACTS[code];
  if (kind) where.push(`f.kind = ${params.add(kind)}`);
  if (cell && !isCalendarPart(cell.by)) where.push(`f.${DIMENSION_COLUMNS[cell.by]}::text = ${params.add(cell.key)}`);
  return where;
}
