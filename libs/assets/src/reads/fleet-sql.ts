/** Days after which an agent that was not heard of counts as lost (DOMAIN 5, KPI-13). */
export const SEEN_WITHIN_DAYS = 30;

export const COVERAGE_OUTCOMES = ['covered', 'stale', 'never'] as const;

/** An agent that was heard of within thirty days; one that was heard of before; none. */
export type CoverageOutcome = (typeof COVERAGE_OUTCOMES)[number];

/** Items `c` with their class `k` and the status `s` that they had before the instant `end` (a parameter), from the append-only history. */
export const itemsAt = (end: string): string => `assets.configuration_item c join assets.class k on k.code = c.class
  cross join lateral (
    select h.status from assets.status_change h where h.item_id = c.id and h.at < ${end} order by h.at desc, h.id desc limit 1
  ) s`;

/** What is counted as there (KPI-12). */
export const IN_FLEET = `k.in_fleet and s.status in ('in_stock', 'in_use', 'in_repair')`;

/** All workstations in use, heard of or not: those that are offline stay in the denominator (KPI-13). */
export const IN_COVERAGE = `k.is_workstation and s.status = 'in_use'`;

/** The last word `a` of an item's agent before `end`. */
export const lastSighting = (end: string): string => `left join lateral (
    select g.seen_at from assets.agent_sighting g where g.item_id = c.id and g.reported_at < ${end} order by g.reported_at desc, g.id desc limit 1
  ) a on true`;

/** The condition of an outcome. */
export function coverageSql(outcome: CoverageOutcome, end: string): string {
  if (outcome === 'never') return 'a.seen_at is null';
  return `a.seen_at ${outcome === 'covered' ? '>=' : '<'} ${end}::timestamptz - interval '${SEEN_WITHIN_DAYS} days'`;
}
