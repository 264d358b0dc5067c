import type { Instant } from '#kernel';
import type { Tx } from '#platform';
import type { ClockRef } from '../domain/clock-events.js';

/** A crossing that the sweep recorded, with what its events say. */
export interface SweptCrossing extends ClockRef {
  readonly targetNo: number;
  readonly pct: number;
  readonly dueAt: Instant;
  readonly recordedAt: Instant;
}

/**
 * Records the crossings that are due by the database's clock, at most `limit`, each exactly once, and marks breached clocks: one
 * statement (DOMAIN 4.4). Strictly after the instant that is due. A clock that somebody holds is left to him or to the next sweep;
 * one that has moved on since the statement began is dropped by its plan number, which PostgreSQL checks again on the locked row.
 */
export async function recordDueCrossings(tx: Tx, limit: number): Promise<SweptCrossing[]> {
  return tx.query<SweptCrossing>(
    `with moment as materialized (
       select clock_timestamp() as at
     ), due as materialized (
       select p.clock_id, p.target_no, p.pct, p.due_at, p.planned_at
       from sla.planned_crossing p join sla.clock c on c.id = p.clock_id
       where p.due_at < (select at from moment) and c.state = 'running' and c.plan_no = p.plan_no and c.outcome is null
       order by p.due_at limit $1
       for update of c skip locked
     ), crossed as (
       insert into sla.crossing (clock_id, target_no, pct, due_at, planned_at)
       select clock_id, target_no, pct, due_at, planned_at from due
       on conflict do nothing
       returning clock_id, target_no, pct, due_at, recorded_at
     ), unplanned as (
       delete from sla.planned_crossing p using due d where p.clock_id = d.clock_id and p.target_no = d.target_no and p.pct = d.pct
     ), breached as (
       update sla.clock c set outcome = 'breached', outcome_at = x.due_at from crossed x where x.pct = 100 and c.id = x.clock_id
     )
     select x.clock_id as "clockId", x.target_no as "targetNo", x.pct, x.due_at as "dueAt", x.recorded_at as "recordedAt", c.ticket_id as "ticketId",
       c.kind, c.cycle, c.party_id as "partyId", c.institution_id as "institutionId", c.service_id as "serviceId", c.group_id as "groupId", c.priority
     from crossed x join sla.clock c on c.id = x.clock_id
     order by x.due_at, x.clock_id, x.pct`,
    [limit],
  );
}

/** Notes that a sweep has run, for the watchdogs. Not waited for on disk: it is only a sign of life. */
export async function noteSweep(tx: Tx, crossings: number): Promise<void> {
  await tx.query(`set local synchronous_commit = off`);
  await tx.execute(`update sla.sweep_run set finished_at = clock_timestamp(), runs = runs + 1, crossings = crossings + $1`, [crossings]);
}
