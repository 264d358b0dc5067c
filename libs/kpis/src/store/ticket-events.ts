import type { Instant, Json, RecordedEvent } from '#kernel';
import type { Queryable } from '#platform';
import { INCIDENT_CANCELLED, INCIDENT_LINKED } from '../domain/change-fact.js';
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
  const changes = [...new Set(rows.filter(({ type }) => type.startsWith('changes.')).map((row) => row.subject_id))];
  if (changes.length > 0) rows.push(...(await readIncidents(on, changes)));
  const byTicket = new Map<string, TicketEvent[]>();
  for (const row of rows) {
    const event = { id: row.id, at: row.at, knownAt: row.known_at, ticketId: row.subject_id, type: row.type, payload: row.payload };
    const events = byTicket.get(row.subject_id);
    if (events) events.push(event);
    else byTicket.set(row.subject_id, [event]);
  }
  for (const id of changes) byTicket.get(id)?.sort((a, b) => a.id - b.id);
  return byTicket;
}

/** Of changes: the incidents that were linked as caused by them, and which of these were cancelled. The events are the incidents'; ids stay theirs. */
async function readIncidents(on: Queryable, changeIds: readonly string[]): Promise<EventRow[]> {
  return on.query<EventRow>(
    `with linked as (
       select id, at, case when imported then at else recorded_at end as known_at, subject_id as incident, (payload ->> 'targetId')::uuid as change
       from platform.event_log
       where type = 'tickets.linked' and payload ->> 'targetId' = any($1::text[]) and payload ->> 'kind' = 'caused_by'
     )
     select id, at, known_at, change as subject_id, $2 as type, jsonb_build_object('incidentId', incident) as payload from linked
     union all
     select e.id, e.at, case when e.imported then e.at else e.recorded_at end, l.change, $3, jsonb_build_object('incidentId', l.incident)
     from (select distinct incident, change from linked) l
     join platform.event_log e on e.subject_type = 'ticket' and e.subject_id = l.incident and e.type = 'incidents.cancelled'
       and not exists (select 1 from platform.event_log u
         where u.subject_type = 'ticket' and u.subject_id = l.incident and u.type = 'incidents.unmerged' and u.id > e.id)
     order by subject_id, id`,
    [changeIds, INCIDENT_LINKED, INCIDENT_CANCELLED],
  );
}

/** The changes that an incident was linked to as caused by them. */
async function changesBehind(on: Queryable, incidentId: string): Promise<string[]> {
  const rows = await on.query<{ id: string }>(
    `select distinct payload ->> 'targetId' as id from platform.event_log
     where subject_type = 'ticket' and subject_id = $1 and type = 'tickets.linked' and payload ->> 'kind' = 'caused_by'`,
    [incidentId],
  );
  return rows.map(({ id }) => id);
}

/** A change has caused an incident no more once it is cancelled, and again when its merge is taken back. */
const CANCELLATIONS: readonly string[] = ['incidents.cancelled', 'incidents.unmerged'];

/** Whose facts an event may move: its own ticket's; those of the changes that an incident was, or is now, linked to as caused by them. */
export async function ticketsMovedBy(on: Queryable, { type, subject, payload }: RecordedEvent): Promise<string[]> {
  if (type === 'tickets.linked')
    return payload['kind'] === 'caused_by' && typeof payload['targetId'] === 'string' ? [payload['targetId']] : [];
  return CANCELLATIONS.includes(type) ? [subject.id, ...(await changesBehind(on, subject.id))] : [subject.id];
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
    : await on.query<{ n: number }>(
        `select count(*) as n from platform.event_log where type in ('incidents.submitted', 'changes.drafted')`,
      );
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
