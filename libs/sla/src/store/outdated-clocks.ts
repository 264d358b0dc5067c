import type { Queryable } from '#platform';
import type { MidFlightRule } from '../domain/ledger-entry.js';

/** Undecided clocks whose target is counted on one of the versions in `$1`. One whose deadline has passed is the sweep's. */
const OUTDATED = `target_calendar_id = any($1::uuid[]) and outcome is null and state in ('running', 'paused')
  and (state = 'paused' or due_at >= clock_timestamp()) and kind not like 'statutory%'`;

/** How many clocks there are. */
export async function countOutdated(on: Queryable, versionIds: readonly string[]): Promise<number> {
  const [row] = await on.query<{ n: number }>(`select count(*) as n from sla.clock where ${OUTDATED}`, [versionIds]);
  return row?.n ?? 0;
}

/** The next tickets that have such clocks, in order of their ids. */
export async function ticketsWithOutdated(
  on: Queryable,
  versionIds: readonly string[],
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await on.query<{ id: string }>(
    `select distinct ticket_id as id from sla.clock where ${OUTDATED} and ($2::uuid is null or ticket_id > $2) order by 1 limit $3`,
    [versionIds, after, limit],
  );
  return rows.map(({ id }) => id);
}

/** How each policy's version answers a change under a running clock. */
export async function midFlightRules(on: Queryable, policyVersionIds: Iterable<string>): Promise<ReadonlyMap<string, MidFlightRule>> {
  const rows = await on.query<{ id: string; rule: MidFlightRule }>(
    `select id, mid_flight_rule as rule from sla.policy_version where id = any($1::uuid[])`,
    [[...new Set(policyVersionIds)]],
  );
  return new Map(rows.map(({ id, rule }) => [id, rule]));
}
