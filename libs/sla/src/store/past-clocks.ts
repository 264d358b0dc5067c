import type { Instant } from '#kernel';
import { type Queryable, ts } from '#platform';
import { CLOCK_EVENTS } from '../domain/follow-event.js';
import type { PastEvent } from '../domain/replay-clocks.js';
import type { DecidedClock } from '../domain/simulation.js';

/** Clocks that were decided in a period. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

const DECIDED = `kind in ('response', 'resolution') and outcome is not null and outcome_at >= $1 and outcome_at < $2`;
/** What a replay is made from: what moves clocks, and what says who has the ticket. */
const TYPES = [...new Set<string>([...CLOCK_EVENTS, 'incidents.assigned'])];

/** How many tickets have clocks that were decided in the period. */
export async function countDecided(on: Queryable, { from, to }: Period): Promise<number> {
  const [row] = await on.query<{ n: number }>(`select count(distinct ticket_id) as n from sla.clock where ${DECIDED}`, [ts(from), ts(to)]);
  return row?.n ?? 0;
}

/** The decided clocks of the next tickets, in order of their ids. */
export async function decidedClocks(
  on: Queryable,
  { from, to }: Period,
  after: string | null,
  tickets: number,
): Promise<Map<string, DecidedClock[]>> {
  const rows = await on.query<DecidedClock>(
    `with page as materialized (
       select distinct ticket_id from sla.clock where ${DECIDED} and ($3::uuid is null or ticket_id > $3) order by ticket_id limit $4
     )
     select ticket_id as "ticketId", kind, cycle, priority, institution_id as "institutionId", outcome, outcome_at as "outcomeAt",
       case outcome when 'breached' then outcome_at else due_at end as deadline
     from sla.clock join page using (ticket_id) where ${DECIDED} order by ticket_id, kind, cycle`,
    [ts(from), ts(to), after, tickets],
  );
  const byTicket = new Map<string, DecidedClock[]>();
  for (const row of rows) byTicket.set(row.ticketId, [...(byTicket.get(row.ticketId) ?? []), row]);
  return byTicket;
}

interface EventRow {
  readonly at: Instant;
  readonly type: string;
  readonly subject_id: string;
  readonly actor_id: string | null;
  readonly payload: PastEvent['payload'];
}

/** The histories of tickets, each in the order in which it happened. */
export async function histories(on: Queryable, ticketIds: readonly string[]): Promise<Map<string, PastEvent[]>> {
  const rows = await on.query<EventRow>(
    `select at, type, subject_id, actor_id, payload from platform.event_log
     where subject_type = 'ticket' and subject_id = any($1::uuid[]) and type = any($2::text[]) order by subject_id, id`,
    [ticketIds, TYPES],
  );
  const byTicket = new Map<string, PastEvent[]>();
  for (const { at, type, subject_id: id, actor_id: actorId, payload } of rows) {
    const event: PastEvent = { at, type, subject: { type: 'ticket', id }, actorId, payload };
    const known = byTicket.get(id);
    if (known) known.push(event);
    else byTicket.set(id, [event]);
  }
  return byTicket;
}
