import type { DomainEvent, Json } from '#kernel';

/** `changes.freeze-set` and so on: what happened to a window of the calendar, with what holds from then on. */
export function windowEvent(
  subject: 'freeze' | 'maintenance',
  what: 'set' | 'lifted',
  id: string,
  actorId: string,
  payload: { readonly [key: string]: Json },
): DomainEvent {
  return { type: `changes.${subject}-${what}`, version: 1, subject: { type: subject, id }, actorId, payload };
}
