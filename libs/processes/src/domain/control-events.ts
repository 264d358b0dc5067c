import type { DomainEvent, Json } from '#kernel';

/** `processes.control-<happening>`: ids and facts. */
export function controlEvent(
  what: 'entered' | 'described' | 'reviewed' | 'retired' | 'review-due' | 'review-overdue',
  id: string,
  actorId: string | null,
  payload: { readonly [key: string]: Json } = {},
): DomainEvent {
  return { type: `processes.control-${what}`, version: 1, subject: { type: 'control_element', id }, actorId, payload };
}
