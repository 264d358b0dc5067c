import type { Instant } from '#kernel';
import { type Queryable, ts } from '#platform';
import { CALENDAR_CORRECTION, type ClockKind } from '../domain/ledger-entry.js';

/** What an estimate needs of an open clock. */
export interface UndecidedClock {
  readonly id: string;
  readonly ticketId: string;
  readonly kind: ClockKind;
  readonly startedAt: Instant;
  /** Null while paused. */
  readonly dueAt: Instant | null;
  readonly seconds: number;
  readonly calendarId: string;
  readonly policyVersionId: string | null;
  /**
   * Of a running clock whose only steps since its start are corrections of its calendar, each to the date from its start: the versions that it has
   * been counted on, the last one in force. Null where its ledger must be folded.
   */
  readonly versions: readonly string[] | null;
}

const UNDECIDED = `c.target_calendar_id = any($1::uuid[]) and c.outcome is null and c.state in ('running', 'paused') and c.kind not like 'statutory%'`;

const CORRECTED = `(select case when bool_and(l.type = 'started' or (l.type = 'retargeted' and l.reason = '${CALENDAR_CORRECTION}'
    and l.rule <> 'restart' and l.details->>'winner' = 'retro')) then array_agg(l.calendar_id order by l.step) end
  from sla.ledger l where l.clock_id = page.id)`;

/** How many open clocks count on one of these versions. */
export async function countUndecided(on: Queryable, versionIds: readonly string[]): Promise<number> {
  const [row] = await on.query<{ n: number }>(`select count(*) as n from sla.clock c where ${UNDECIDED}`, [versionIds]);
  return row?.n ?? 0;
}

/**
 * The open clocks that a change from `from` on can move: paused ones, and running ones that are due after it. In the order of their tickets,
 * whole tickets at a time, at most about `limit`.
 */
export async function undecidedAfter(
  on: Queryable,
  { versionIds, from, after, limit }: { versionIds: readonly string[]; from: Instant; after: string | null; limit: number },
): Promise<UndecidedClock[]> {
  return on.query<UndecidedClock>(
    `with page as materialized (
       select c.id, c.ticket_id, c.kind, c.state, c.started_at, c.due_at, c.target_seconds, c.target_calendar_id, c.policy_version_id, c.steps
       from sla.clock c
       where ${UNDECIDED} and (c.state = 'paused' or c.due_at > greatest($2::timestamptz, clock_timestamp()))
         and ($3::uuid is null or c.ticket_id > $3)
       order by c.ticket_id fetch first $4 rows with ties
     )
     select id, ticket_id as "ticketId", kind, started_at as "startedAt", due_at as "dueAt", target_seconds as seconds, target_calendar_id as "calendarId",
       policy_version_id as "policyVersionId",
       case when state <> 'running' then null when steps = 1 then array[target_calendar_id] else ${CORRECTED} end as versions
     from page order by ticket_id`,
    [versionIds, ts(from), after, limit],
  );
}
