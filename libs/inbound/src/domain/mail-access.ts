import { type Actor, holds, scopeOf } from '#identity';
import { DomainError } from '#kernel';

/**
 * Who reads what mails say and decides about those that wait: whoever works on tickets and reads all that are not restricted (members
 * of user support, change managers). The administrator sees subjects and addresses, never the words.
 */
export function readsMail(actor: Actor): boolean {
  const read = scopeOf(actor, 'ticket.read');
  return holds(actor, 'ticket.work') && (read.all || read.userSupport);
}

/** Refuses (forbidden) whoever neither reads mail nor its log. */
export function requireLog(actor: Actor): void {
  if (!readsMail(actor) && !holds(actor, 'mail-log.read'))
    throw new DomainError('identity.right-missing', { right: 'mail-log.read' }, 'forbidden');
}

/** Refuses (forbidden) whoever does not read mail. */
export function requireMailReader(actor: Actor): void {
  if (!readsMail(actor)) throw new DomainError('identity.right-missing', { right: 'ticket.work' }, 'forbidden');
}
