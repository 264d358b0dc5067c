import type { DomainEvent } from '#kernel';

/** The event of a session that was opened, all steps taken. */
export function signedIn(userId: string): DomainEvent {
  return { type: 'identity.signed-in', version: 1, subject: { type: 'user', id: userId }, actorId: userId, payload: {} };
}
