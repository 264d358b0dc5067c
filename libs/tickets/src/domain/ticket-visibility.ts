import { type Actor, scopeOf } from '#identity';

/** Collects the parameters of a statement while its text is written. */
export class Params {
  readonly values: unknown[];

  constructor(values: readonly unknown[] = []) {
    this.values = [...values];
  }

  /** Adds a value and answers its placeholder. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** How long a ticket stays readable for a group that it has left (DOMAIN 9). */
const PAST_GROUP_READABLE = `interval '30 days'`;

const watched = (alias: string, me: string): string =>
  `exists (select 1 from tickets.watcher w where w.ticket_id = ${alias}.id and w.user_id = ${me})`;

/** Rows that the actor reads in one of the ways that a restricted ticket does not open. */
function unrestrictedReach(actor: Actor, params: Params, alias: string, me: string): string[] {
  const scope = scopeOf(actor, 'ticket.read');
  if (scope.all || scope.userSupport) return ['true'];
  const ways: string[] = [];
  if (scope.institutionIds.length > 0) ways.push(`${alias}.institution_id = any(${params.add(scope.institutionIds)}::uuid[])`);
  if (scope.groupIds.length > 0) {
    const groups = params.add(scope.groupIds);
    ways.push(`${alias}.group_id = any(${groups}::uuid[])`);
    ways.push(
      `${alias}.id = any(array(select p.ticket_id from tickets.past_group p where p.group_id = any(${groups}::uuid[]) and p.left_at > now() - ${PAST_GROUP_READABLE}))`,
    );
  }
  if (scope.byGroup) ways.push(`${alias}.assignee_id = ${me}`, onlyAs('created_by_id', alias, me), watchedIds(alias, me));
  return ways;
}

/** Not the requester himself, who is found by that already: in these words the column's partial index answers. */
const onlyAs = (column: string, alias: string, me: string): string =>
  `(${alias}.${column} = ${me} and ${alias}.${column} <> ${alias}.requester_id)`;

const watchedIds = (alias: string, me: string): string =>
  `${alias}.id = any(array(select w.ticket_id from tickets.watcher w where w.user_id = ${me}))`;

/**
 * The rows of `tickets.ticket` that an actor may see, as an SQL condition on `alias` (DOMAIN section 9): his own (requester,
 * affected user, watcher), his institution's, those of his groups now or within 30 days, that he entered or that are
 * assigned to him, or all. Restricted ones only where he is a person of it, its assignee or a watcher.
 * Every query over tickets passes it; its parameters are added to `params`.
 */
export function ticketVisibility(actor: Actor, params: Params, alias = 't'): string {
  const me = params.add(actor.id);
  const meId = `${me}::uuid`;
  const ways: string[] = [];
  if (scopeOf(actor, 'ticket.read').own) {
    ways.push(`${alias}.requester_id = ${meId}`, onlyAs('affected_user_id', alias, meId), watchedIds(alias, meId));
  }
  if (scopeOf(actor, 'ticket.read-restricted').named) {
    ways.push(`(${alias}.restricted and ${alias}.assignee_id = ${meId})`, `(${alias}.restricted and ${watchedIds(alias, meId)})`);
  }
  const wide = unrestrictedReach(actor, params, alias, meId);
  if (wide[0] === 'true') ways.unshift(`not ${alias}.restricted`);
  else if (wide.length > 0) ways.unshift(`(not ${alias}.restricted and (${wide.join(' or ')}))`);
  if (ways.length === 0) return `(${meId} is null)`;
  const visible = `(${ways.join(' or ')})`;
  // Whoever sees by his institution or everything alone is named nowhere, and PostgreSQL refuses a parameter whose type nothing tells.
  return visible.includes(meId) ? visible : `(${meId} is not null and ${visible})`;
}

/** Columns `watcher` and `pastGroupIds` (see `TicketTies`) for the row `alias`. */
export function ticketTies(actor: Actor, params: Params, alias = 't'): string {
  const me = `${params.add(actor.id)}::uuid`;
  return `${watched(alias, me)} as "watcher",
    array(select p.group_id from tickets.past_group p where p.ticket_id = ${alias}.id and p.left_at > now() - ${PAST_GROUP_READABLE}) as "pastGroupIds"`;
}

/**
 * Whether the actor reads the row as staff, and so its internal notes, as an SQL condition beside `ticketVisibility`: the same that
 * `standingOf` says of one ticket.
 */
export function ticketReadAsStaff(actor: Actor, params: Params, alias = 't'): string {
  const me = `${params.add(actor.id)}::uuid`;
  const scope = scopeOf(actor, 'ticket.read');
  const named = scopeOf(actor, 'ticket.read-restricted').named;
  const open = named ? `(not ${alias}.restricted or ${alias}.assignee_id = ${me} or ${watched(alias, me)})` : `not ${alias}.restricted`;
  if (scope.all || scope.userSupport) return named ? open : `(${me} is not null and ${open})`;
  const ways: string[] = [];
  if (scope.groupIds.length > 0) {
    const groups = params.add(scope.groupIds);
    ways.push(
      `${alias}.group_id = any(${groups}::uuid[])`,
      `exists (select 1 from tickets.past_group p where p.ticket_id = ${alias}.id and p.group_id = any(${groups}::uuid[]) and p.left_at > now() - ${PAST_GROUP_READABLE})`,
    );
  }
  if (scope.byGroup) {
    const person = `${me} in (${alias}.requester_id, ${alias}.affected_user_id)`;
    ways.push(`${alias}.assignee_id = ${me}`, `((${alias}.created_by_id = ${me} or ${watched(alias, me)}) and not ${person})`);
  }
  return ways.length > 0 ? `(${open} and (${ways.join(' or ')}))` : `(${me} is null)`;
}
