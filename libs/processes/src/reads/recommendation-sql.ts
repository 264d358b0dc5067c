import type { RecommendationState } from '../domain/recommendation-lifecycle.js';

export const RECOMMENDATION_OUTCOMES = ['in_time', 'not_in_time', 'not_due_yet'] as const;

export type RecommendationOutcome = (typeof RECOMMENDATION_OUTCOMES)[number];

/** By which due: with the extensions that count, or the original one (the strict figure). */
export const DUE_BASES = ['counted', 'strict'] as const;

export type DueBasis = (typeof DUE_BASES)[number];

/** Which recommendations; the figure of a year and the list of its rows are asked for by the same. */
export interface RecommendationFilter {
  /** Rows of this owner alone. */
  readonly ownerId?: string | undefined;
  readonly states?: readonly RecommendationState[] | undefined;
  readonly overdue?: boolean | undefined;
  /** Due in this year; withdrawn ones left out. */
  readonly year?: number | undefined;
  readonly basis?: DueBasis | undefined;
  readonly outcome?: RecommendationOutcome | undefined;
  /** Judged as of the end of this day, `YYYY-MM-DD`; today is judged when it is over. */
  readonly on?: string | undefined;
}

const TODAY = `(now() at time zone 'Europe/Riga')::date`;

export const dueColumn = (basis: DueBasis | undefined): string => (basis === 'strict' ? 'r.due_on' : 'r.counted_due_on');

/** The last day whose dues are over: that of `on` (a parameter), or yesterday. */
export const lastDueDay = (on: string | undefined): string => (on === undefined ? `(${TODAY} - 1)` : `least(${on}::date, ${TODAY} - 1)`);

/** The condition of an outcome over `processes.recommendation r`. */
export function outcomeSql(outcome: RecommendationOutcome, basis: DueBasis | undefined, on: string | undefined): string {
  const due = dueColumn(basis);
  if (outcome === 'not_due_yet') return `${due} > ${lastDueDay(on)}`;
  const kept = `coalesce(r.implemented_on <= ${due}, false)`;
  return `${due} <= ${lastDueDay(on)} and ${outcome === 'in_time' ? kept : `not ${kept}`}`;
}

/** The conditions of a filter over `processes.recommendation r`. */
export function recommendationConditions(filter: RecommendationFilter, add: (value: unknown) => string): string[] {
  const { ownerId, states, overdue, year, basis, outcome, on } = filter;
  const conditions: string[] = [];
  if (ownerId !== undefined) conditions.push(`r.owner_id = ${add(ownerId)}::uuid`);
  if (states?.length) conditions.push(`r.state = any(${add(states)}::text[])`);
  // A planner takes a partial index only where the statement itself says the index's condition.
  if (overdue) conditions.push(`r.state in ('open', 'reported') and r.counted_due_on < ${TODAY}`);
  if (year !== undefined)
    conditions.push(
      `${dueColumn(basis)} between make_date(${add(year)}::int, 1, 1) and make_date(${add(year)}::int, 12, 31) and r.state <> 'withdrawn'`,
    );
  if (outcome) conditions.push(outcomeSql(outcome, basis, on === undefined ? undefined : add(on)));
  return conditions;
}
