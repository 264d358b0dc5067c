import type { Instant } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { TicketRecord } from '../domain/ticket.js';

/** A ticket taken in from another system, in the state that it has reached. `number` is drawn where none is given. */
export interface ImportedTicket extends Omit<
  TicketRecord,
  'number' | 'version' | 'updatedAt' | 'dueAt' | 'dueKind' | 'escalationRank' | 'origin' | 'asideUntil' | 'asideNote' | 'category'
> {
  readonly number?: string;
  readonly prefix: string;
  /** Name of the log; it marks the ticket as history, which makes no notice and no mail. Null for load data of a bench. */
  readonly origin: string | null;
  readonly updatedAt: Instant;
  readonly category?: string | null;
  readonly dueAt?: Instant | null;
  readonly dueKind?: string | null;
}

/** Inserts many tickets in one statement, some thousands at a time. Rows whose id is there already are passed over; answers how many were new. */
export async function importTickets(tx: Tx, tickets: readonly ImportedTicket[]): Promise<number> {
  if (tickets.length === 0) return 0;
  const rows = tickets.map((t) => ({
    ...t,
    submittedAt: ts(t.submittedAt),
    updatedAt: ts(t.updatedAt),
    resolvedAt: ts(t.resolvedAt),
    closedAt: ts(t.closedAt),
    dueAt: ts(t.dueAt),
  }));
  return tx.execute(
    `insert into tickets.ticket (id, number, type, title, description, requester_id, affected_user_id, created_by_id, institution_id, service_id,
       group_id, assignee_id, impact, urgency, priority, state, hold_reason, due_at, due_kind, source, restricted, origin, submitted_at, updated_at,
       resolved_at, closed_at, resolver_group_id, resolver_id, reopen_count, hop_count, duplicate_of_id,
       category)
     select r.id, coalesce(r.number, tickets.next_number(r.prefix, extract(year from r."submittedAt" at time zone 'Europe/Riga')::int)), r.type, r.title,
       r.description, r."requesterId", r."affectedUserId", r."createdById", r."institutionId", r."serviceId", r."groupId", r."assigneeId", r.impact,
       r.urgency, r.priority, r.state, r."holdReason", r."dueAt", r."dueKind", r.source, coalesce(r.restricted, false), r.origin, r."submittedAt",
       r."updatedAt", r."resolvedAt", r."closedAt", r."resolverGroupId", r."resolverId", coalesce(r."reopenCount", 0), coalesce(r."hopCount", 0), r."duplicateOfId",
       r.category
     from jsonb_to_recordset($1::jsonb) as r(id uuid, number text, prefix text, type text, title text, description text, "requesterId" uuid,
       "affectedUserId" uuid, "createdById" uuid, "institutionId" uuid, "serviceId" uuid, "groupId" uuid, "assigneeId" uuid, impact smallint,
       urgency smallint, priority smallint, state text, "holdReason" text, "dueAt" timestamptz, "dueKind" text, source text, restricted boolean,
       origin text, "submittedAt" timestamptz, "updatedAt" timestamptz, "resolvedAt" timestamptz, "closedAt" timestamptz, "resolverGroupId" uuid,
       "resolverId" uuid, "reopenCount" int, "hopCount" int, "duplicateOfId" uuid, category text)
     where not exists (select 1 from tickets.ticket t where t.id = r.id)`,
    [JSON.stringify(rows)],
  );
}

/** Is there any ticket at all? A demonstration is laid out only where there is none. */
export async function hasTickets(on: Queryable): Promise<boolean> {
  const [row] = await on.query<{ any: boolean }>('select exists (select 1 from tickets.ticket) as any');
  return row!.any;
}
