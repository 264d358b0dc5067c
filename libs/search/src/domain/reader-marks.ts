import { type Actor, scopeOf } from '#identity';
import { mark } from './document-terms.js';

/**
 * The marks of documents that the actor may come to see; undefined where he may see so many that looking for them narrows nothing.
 * It only saves work: which of them he does see, `ticketVisibility` says of the ticket as it is now.
 */
export function readerMarks(actor: Actor): string[] | undefined {
  const scope = scopeOf(actor, 'ticket.read');
  if (scope.all || scope.userSupport) return undefined;
  return [mark.person(actor.id), ...scope.institutionIds.map(mark.institution), ...scope.groupIds.map(mark.group)];
}
