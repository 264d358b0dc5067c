import type { Instant, Json } from '#kernel';
import type { Queryable } from '#platform';
import { FIGURE_EVENTS, NONE, type TicketEvent } from '../domain/ticket-event.js';
import { FACT_KINDS, FACT_TABLES } from './fact-table.js';

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
  const part = (column: string, table: string, where: string): string =>
    `(select distinct ${column} as id from ${table} where ${where} and ${column} > $1 order by 1 limit $2)`;
  const facts = FACT_KINDS.map((kind) => part('ticket_id', FACT_TABLES[kind].table, 'edition = 0'));
  const rows = await on.query<{ id: string }>(
    `select id from (
       ${[part('subject_id', 'platform.event_log', `subject_type = 'ticket'`), part('ticket_id', 'kpis.ticket', 'true'), ...facts].join(' union ')}
     ) found order by id limit $2`,
    [after ?? NONE, limit],
  );
  return rows.map((row) => row.id);
}

/** The condition for a ticket to have been moved last on one of the days (`$1`) of Riga. */
const ON_DAYS = `exists (select 1 from unnest($1::date[]) d
  where t.last_known_at >= d::timestamp at time zone 'Europe/Riga' and t.last_known_at < (d + 1)::timestamp at time zone 'Europe/Riga')`;

/** The next tickets, in order, that were moved last on one of these days. */
export async function nextTicketsOfDays(on: Queryable, days: readonly string[], after: string | null, limit: number): Promise<string[]> {
  const rows = await on.query<{ id: string }>(
    `select ticket_id as id from kpis.ticket t where ${ON_DAYS} and ticket_id > $2 order by ticket_id limit $3`,
    [days, after ?? NONE, limit],
  );
  return rows.map((row) => row.id);
}

/** How many tickets there are to recount: those of some days, or all that ever were submitted. */
export async function countTickets(on: Queryable, days: readonly string[] | null): Promise<number> {
  const [row] = days
    ? await on.query<{ n: number }>(`select count(*) as n from kpis.ticket t where ${ON_DAYS}`, [days])
    : await on.query<{ n: number }>(`select count(*) as n from platform.event_log where type = 'incidents.submitted'`);
  return row!.n;
}

/** Days of Riga on which tickets were moved last, at random: some of the latest `among` days, and one of all there were. */
export async function drawDays(on: Queryable, recent: number, among: number): Promise<string[]> {
  const rows = await on.query<{ day: string }>(
    `with span as (select (min(last_known_at) at time zone 'Europe/Riga')::date as first, (now() at time zone 'Europe/Riga')::date as today from kpis.ticket),
     late as (select (today - back) as day from span, generate_series(0, $2::int - 1) back order by random() limit $1),
     ever as (select first + floor(random() * (today - first + 1))::int as day from span where first is not null)
     select distinct day from (select day from late union all select day from ever) drawn order by day`,
    [recent, among],
  );
  return rows.map((row) => row.day);
}
