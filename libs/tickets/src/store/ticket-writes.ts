import { DomainError, type Instant } from '#kernel';
import { ts, type Tx } from '#platform';
import { Params } from '../domain/ticket-visibility.js';
import { isOpen, type TicketRecord } from '../domain/ticket.js';

/** What a new ticket starts with; number, version and counters come with the row. */
export type NewTicket = Omit<
  TicketRecord,
  | 'number'
  | 'version'
  | 'dueAt'
  | 'dueKind'
  | 'updatedAt'
  | 'resolvedAt'
  | 'closedAt'
  | 'resolverGroupId'
  | 'resolverId'
  | 'reopenCount'
  | 'hopCount'
  | 'duplicateOfId'
  | 'escalationRank'
  | 'asideUntil'
  | 'asideNote'
  | 'holdReason'
  | 'origin'
  | 'category'
> & { readonly prefix: string; readonly createdAt: Instant; readonly category?: string | null };

/**
 * The INSERT of a ticket's shared row, to stand as a `with` part beside the detail row of its type, so that filing is one
 * statement. It returns `id`, `number` and `version`. The number is `<prefix>-<year in Latvia>-<six digits>`.
 */
export function insertTicketSql(ticket: NewTicket, params: Params): string {
  const at = params.add(ts(ticket.createdAt));
  const given: readonly (readonly [string, unknown])[] = [
    ['id', ticket.id],
    ['type', ticket.type],
    ['title', ticket.title],
    ['description', ticket.description],
    ['requester_id', ticket.requesterId],
    ['affected_user_id', ticket.affectedUserId],
    ['created_by_id', ticket.createdById],
    ['institution_id', ticket.institutionId],
    ['service_id', ticket.serviceId],
    ['group_id', ticket.groupId],
    ['category', ticket.category ?? null],
    ['assignee_id', ticket.assigneeId],
    ['impact', ticket.impact],
    ['urgency', ticket.urgency],
    ['priority', ticket.priority],
    ['state', ticket.state],
    ['source', ticket.source],
    ['restricted', ticket.restricted],
    ['submitted_at', ts(ticket.submittedAt)],
  ];
  const columns = given.map(([column]) => column).join(', ');
  const values = given.map(([, value]) => params.add(value)).join(', ');
  const number = `tickets.next_number(${params.add(ticket.prefix)}, extract(year from ${at}::timestamptz at time zone 'Europe/Riga')::int)`;
  return `insert into tickets.ticket (${columns}, updated_at, number) values (${values}, ${at}::timestamptz, ${number}) returning id, number, version`;
}

/**
 * Writes what has changed in a ticket's shared row and raises its version; remembers the group that it has left.
 * `before` is the row as it was locked. Throws `platform.version-mismatch` where the row was not locked and has moved on.
 */
export async function saveTicket(
  tx: Tx,
  ticket: TicketRecord,
  before: Pick<TicketRecord, 'groupId' | 'version' | 'title' | 'description'>,
  at: Instant,
): Promise<TicketRecord> {
  const params = new Params([ticket.id, before.version]);
  const set = Object.entries({
    service_id: ticket.serviceId,
    group_id: ticket.groupId,
    assignee_id: ticket.assigneeId,
    impact: ticket.impact,
    urgency: ticket.urgency,
    priority: ticket.priority,
    state: ticket.state,
    hold_reason: ticket.holdReason,
    category: ticket.category,
    restricted: ticket.restricted,
    resolved_at: ts(ticket.resolvedAt),
    closed_at: ts(ticket.closedAt),
    resolver_group_id: ticket.resolverGroupId,
    resolver_id: ticket.resolverId,
    reopen_count: ticket.reopenCount,
    hop_count: ticket.hopCount,
    duplicate_of_id: ticket.duplicateOfId,
    updated_at: ts(at),
    // What is over needs no reminder.
    ...(ticket.asideUntil === null || isOpen(ticket) ? {} : { aside_until: null, aside_note: null }),
    // Texts change seldom, and a long one is not written again with each step.
    ...(before.title === ticket.title ? {} : { title: ticket.title }),
    ...(before.description === ticket.description ? {} : { description: ticket.description }),
  }).map(([column, value]) => `${column} = ${params.add(value)}`);
  const rows = await tx.query<{ version: number }>(
    `update tickets.ticket set ${set.join(', ')}, version = version + 1 where id = $1 and version = $2 returning version`,
    params.values,
  );
  if (!rows[0]) throw new DomainError('platform.version-mismatch', { version: before.version }, 'precondition-failed');
  if (before.groupId !== null && before.groupId !== ticket.groupId) await rememberGroup(tx, ticket.id, before.groupId, at);
  return { ...ticket, version: rows[0].version, updatedAt: at };
}

async function rememberGroup(tx: Tx, ticketId: string, groupId: string, at: Instant): Promise<void> {
  await tx.execute(
    `insert into tickets.past_group (ticket_id, group_id, left_at) values ($1, $2, $3)
     on conflict (ticket_id, group_id) do update set left_at = greatest(past_group.left_at, excluded.left_at)`,
    [ticketId, groupId, ts(at)],
  );
}

/** Marks that something was said or filed with a ticket; no version, since nothing that `If-Match` protects has changed. */
export async function touchTicket(tx: Tx, ticketId: string, at: Instant): Promise<void> {
  await tx.execute(`update tickets.ticket set updated_at = $2 where id = $1`, [ticketId, ts(at)]);
}

/** The nearest running deadline of a ticket (null: none runs) and its kind. */
export interface TicketDueAt {
  readonly ticketId: string;
  readonly dueAt: Instant | null;
  readonly dueKind: string | null;
}

/**
 * Sets the deadlines of tickets that are given as rows of JSON in `placeholder`, as an UPDATE to stand as a `with` part of the statement that
 * writes their clocks. Rows that would not change are left alone. Raises no version, see DESIGN rule 2.
 */
export function setDueAtsSql(placeholder: string): string {
  return `update tickets.ticket t set due_at = n.due_at, due_kind = n.due_kind
    from jsonb_to_recordset(${placeholder}::jsonb) as n(ticket_id uuid, due_at timestamptz, due_kind text)
    where t.id = n.ticket_id and (t.due_at is distinct from n.due_at or t.due_kind is distinct from n.due_kind)`;
}

/** The value for the placeholder of `setDueAtsSql`. */
export function dueAtRows(rows: readonly TicketDueAt[]): string {
  return JSON.stringify(rows.map(({ ticketId, dueAt, dueKind }) => ({ ticket_id: ticketId, due_at: ts(dueAt), due_kind: dueKind })));
}

/** Raises the rank in the queue of tickets that come near their deadline (DOMAIN 4.5: 90 %); never lowers it. */
export async function setEscalationRank(tx: Tx, ticketIds: readonly string[], rank: number): Promise<void> {
  if (ticketIds.length === 0) return;
  await tx.execute(`update tickets.ticket set escalation_rank = $2 where id = any($1::uuid[]) and escalation_rank < $2`, [ticketIds, rank]);
}
