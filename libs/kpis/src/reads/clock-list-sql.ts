import { type Instant, instant } from '#kernel';
import { ts } from '#platform';
import { Params } from '#tickets';
import type { ClockList } from '../domain/compliance-list.js';
import { monthEnd } from '../domain/month.js';
import { type Selection, partSql, selectionSql } from './selection.js';
import { agreedBreach } from './tallies.js';

/** A list of clocks: which part of KPI-09, as it is at an instant. */
export interface ClockListQuery {
  readonly list: ClockList;
  readonly selection: Selection;
  readonly now: Instant;
  /** For pauses a reason or a group, for stays a group. */
  readonly part?: string | undefined;
}

type MonthList = Exclude<ClockList, 'paused_undecided' | 'paused' | 'stayed'>;

const COUNTED = `f.outcome is not null and f.exclusion is null`;

/** What a list holds of the clocks of its months; `now` is a placeholder. Those that depend on the promise ask for both. */
const CONDITIONS: Readonly<Record<MonthList, (now: string, agreed: boolean) => string>> = {
  counted: (now, agreed) => (agreed ? `(f.agreed_outcome = 'met' or ${agreedBreach(now)})` : COUNTED),
  met: (_, agreed) => (agreed ? `f.agreed_outcome = 'met'` : `f.outcome = 'met' and f.exclusion is null`),
  breached: (now, agreed) => (agreed ? agreedBreach(now) : `f.outcome = 'breached' and f.exclusion is null`),
  open_breached: () => `f.outcome = 'breached' and f.exclusion is null and f.state in ('running', 'paused')`,
  cancelled: () => `f.exclusion = 'cancelled'`,
  merged: () => `f.exclusion = 'merged'`,
  test: () => `f.exclusion = 'test'`,
  voided: () => `f.voids > 0`,
  reopened_after_freeze: () => `f.mark = 'reopened_after_freeze'`,
  changed_side: (now) =>
    `${COUNTED} and (f.outcome = 'met' and ${agreedBreach(now)} or f.outcome = 'breached' and f.agreed_outcome = 'met')`,
  timed: () => `${COUNTED} and f.kind = 'resolution' and f.worked_seconds is not null`,
  late_pause: () => `${COUNTED} and f.pauses @> '[[true]]'::jsonb`,
  relaxed: () => `${COUNTED} and f.relaxations <> '[]'::jsonb`,
};

/** `from ... where ...` of a list: what counts it is what shows it. */
export function clockListSql(query: ClockListQuery, params: Params): string {
  const { list, selection, now, part } = query;
  if (list === 'paused_undecided') return pausedUndecidedSql(query, params);
  const from = selectionSql('kpis.clock_fact', selection, params);
  if (list === 'paused' || list === 'stayed') return `${from} and ${spentSql(list, part, params)}`;
  return `${from} and (${listCondition(list, params.add(ts(now)), selection.as === 'agreed')})`;
}

/** What makes a clock of the month one of a list; `now` is a placeholder. */
export function listCondition(list: MonthList, now: string, agreed = false): string {
  // The parameter is named even where the list does not ask for it.
  return `${now}::timestamptz is not null and (${CONDITIONS[list](now, agreed)})`;
}

/** The clocks that the honest view counts: resolutions that were decided in the month and have come to their stop. */
export function spentSql(list: 'paused' | 'stayed', part: string | undefined, params: Params): string {
  const column = list === 'paused' ? 'f.pauses' : 'f.stays';
  const held = part === undefined ? `${column} <> '[]'::jsonb` : `${column} @> ${params.add(JSON.stringify([[part]]))}::jsonb`;
  return `${COUNTED} and f.kind = 'resolution' and f.worked_seconds is not null and ${held}`;
}

/** Clocks that stood still at the end of the month, or stand still now, without an outcome by then: listed, not counted. */
function pausedUndecidedSql({ selection, now }: ClockListQuery, params: Params): string {
  const end = monthEnd(selection.months.at(-1)!);
  const at = instant(Math.min(now, end));
  const [wall, micros] = [params.add(ts(at)), params.add(at)];
  return `from kpis.clock_fact f
    where f.edition = 0 and f.pauses <> '[]'::jsonb and f.exclusion is null and (f.outcome_at is null or f.outcome_at >= ${wall}::timestamptz)
      and exists (select 1 from jsonb_array_elements(f.pauses) p
                  where (p->>0)::bigint <= ${micros}::bigint and ((p->>1) is null or (p->>1)::bigint > ${micros}::bigint))
      ${partSql(selection, params)
        .map((condition) => `and ${condition}`)
        .join(' ')}`;
}
