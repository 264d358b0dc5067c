import type { DomainEvent, Json } from '#kernel';

export type RecommendationHappening =
  | 'entered'
  | 'owner-changed'
  | 'extension-asked'
  | 'extension-decided'
  | 'reported'
  | 'report-filed'
  | 'accepted'
  | 'sent-back'
  | 'withdrawn'
  | 'due-soon'
  | 'overdue';

/** `processes.recommendation-<happening>`: ids and facts. */
export function recommendationEvent(
  what: RecommendationHappening,
  id: string,
  actorId: string | null,
  payload: { readonly [key: string]: Json } = {},
): DomainEvent {
  return { type: `processes.recommendation-${what}`, version: 1, subject: { type: 'audit_recommendation', id }, actorId, payload };
}
