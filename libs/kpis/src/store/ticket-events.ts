import type { Instant, Json } from '#kernel';
import type { Queryable } from '#platform';
import { FIGURE_EVENTS, type TicketEvent } from '../domain/ticket-event.js';

interface EventRow {
  id: number;
  at: Instant;
  known_at: Instant;
  subject_id: string;
  type: string;
  payload: { readonly [key: string]: Json | undefined };
}

/** The events that the figures are made from, by ticket; a ticket that has none is left out. */
export async function readTicketEvents(on: Queryable, ticketIds: readonly string[]): Promise<Map<string, TicketEvent[]>> {
  const rows = await on.query<EventRow>(
    `select id, at, case when imported then at else recorded_at end as known_at, subject_id, type, payload
     from platform.event_log
     where subject_type = 'ticket' and subject_id = any($1::uuid[]) and type = any($2::text[])
     order by subject_id, id`,
    [ticketIds, FIGURE_EVENTS],
  );
  const byTicket = new Map<string, TicketEvent[]>();
  for (const row of rows) {
    const event = { id: row.id, at: row.at, knownAt: row.known_at, ticketId: row.subject_id, type: row.type, payload: row.payload };
    const events = byTicket.get(row.subject_id);
    if (events) events.push(event);
    else byTicket.set(row.subject_id, [event]);
  }
  return byTicket;
}

/** The next ids of tickets that have events or facts, in order; to walk through all of them. */
export async function nextTicketIds(on: Queryable, after: string | null, limit: number): Promise<string[]> {
  const from = after ?? '00000000-0000-0000-0000-000000000000';
  const part = (column: string, table: string, where = 'true'): string =>
    `(select distinct ${column} as id from ${table} where ${where} and ${column} > $1 order by 1 limit $2)`;
  const rows = await on.query<{ id: string }>(
    `select id from (
       ${part('subject_id', 'platform.event_log', `subject_type = 'ticket'`)}
       union ${part('ticket_id', 'kpis.ticket')}
       union ${part('ticket_id', 'kpis.clock_fact', 'edition = 0')}
       union ${part('ticket_id', 'kpis.rating_fact', 'edition = 0')}
       union ${part('ticket_id', 'kpis.resolution_fact', 'edition = 0')}
     ) found order by id limit $2`,
    [from, limit],
  );
  return rows.map((row) => row.id);
}

/** Tickets to which something happened on some days of Riga, drawn at random among the latest. */
export async function ticketsOfRandomDays(on: Queryable, days: number, among: number): Promise<string[]> {
  const rows = await on.query<{ id: string }>(
    `with drawn as (
       select (now() at time zone 'Europe/Riga')::date - back as day from generate_series(0, $2::int - 1) back order by random() limit $1
     )
     select distinct e.subject_id as id from drawn d join platform.event_log e
       on e.recorded_at >= d.day::timestamp at time zone 'Europe/Riga' and e.recorded_at < (d.day + 1)::timestamp at time zone 'Europe/Riga'
     where e.subject_type = 'ticket' and e.type = any($3::text[])`,
    [days, among, FIGURE_EVENTS],
  );
  return rows.map((row) => row.id);
}
