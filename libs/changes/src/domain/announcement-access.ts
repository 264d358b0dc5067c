import { type Actor, scopeOf } from '#identity';
import { DomainError } from '#kernel';

/**
 * May the actor tell institutions of this? The change manager of anything; the lead of a group of what his group works on, so that a written
 * announcement without an incident is the change manager's (DOMAIN 9). `groupId` is that of the incident or the change behind it.
 */
export function mayAnnounce(actor: Actor, groupId: string | null): boolean {
  const scope = scopeOf(actor, 'announcement.write');
  return scope.all || (groupId !== null && scope.groupIds.includes(groupId));
}

/** Throws `changes.announcement-not-yours` (403). */
export function requireAnnouncer(actor: Actor, groupId: string | null): void {
  if (!mayAnnounce(actor, groupId)) throw new DomainError('changes.announcement-not-yours', {}, 'forbidden');
}
