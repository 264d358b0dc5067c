import { type Actor, scopeOf } from '#identity';

export interface ReadTicket {
  readonly requesterId: string;
  readonly affectedUserId: string;
  readonly groupId: string | null;
  readonly resolverGroupId: string | null;
}

/** May the actor say what was done about a bad rating of this group: its lead, or a manager. */
export function mayFollowUp(actor: Actor, groupId: string): boolean {
  const scope = scopeOf(actor, 'rating.follow-up');
  return scope.all || scope.groupIds.includes(groupId);
}

/**
 * May the actor read the rating and its comment (DOMAIN 9, "Read ratings")? People of the ticket, those who read all ratings,
 * and the groups that have or resolved it. Whoever reaches aggregates only does not.
 */
export function mayReadRating(actor: Actor, ticket: ReadTicket): boolean {
  const scope = scopeOf(actor, 'rating.read');
  if (scope.all) return true;
  if (scope.own && (ticket.requesterId === actor.id || ticket.affectedUserId === actor.id)) return true;
  return [ticket.groupId, ticket.resolverGroupId].some((id) => id !== null && scope.groupIds.includes(id));
}
