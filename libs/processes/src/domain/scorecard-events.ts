import type { DomainEvent, Json } from '#kernel';

export type ScorecardHappening = 'created' | 'target-set' | 'value-recorded' | 'value-filed' | 'frozen';

/** `processes.scorecard-<happening>` of a scorecard: ids and facts. */
export function scorecardEvent(
  what: ScorecardHappening,
  scorecardId: string,
  actorId: string | null,
  payload: { readonly [key: string]: Json } = {},
): DomainEvent {
  return { type: `processes.scorecard-${what}`, version: 1, subject: { type: 'scorecard', id: scorecardId }, actorId, payload };
}
