import type { DomainEvent, Json } from '#kernel';

export type ProcessHappening =
  | 'registered'
  | 'described'
  | 'owner-changed'
  | 'evidence-added'
  | 'evidence-filed'
  | 'evidence-verified'
  | 'verification-taken-back'
  | 'evidence-withdrawn'
  | 'stage-changed'
  | 'reviewed'
  | 'review-due';

/** `processes.<happening>` of a process: ids and facts. */
export function processEvent(
  what: ProcessHappening,
  processId: string,
  actorId: string | null,
  payload: { readonly [key: string]: Json } = {},
): DomainEvent {
  return { type: `processes.${what}`, version: 1, subject: { type: 'process', id: processId }, actorId, payload };
}
