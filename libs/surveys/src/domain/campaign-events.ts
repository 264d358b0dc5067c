import type { DomainEvent, Json } from '#kernel';

/** What can happen to a campaign. None of it concerns an answer. */
export type CampaignHappening =
  | 'campaign-created'
  | 'campaign-changed'
  | 'campaign-exclusions-set'
  | 'campaign-approved'
  | 'campaign-opened'
  | 'campaign-paused'
  | 'campaign-resumed'
  | 'campaign-closed'
  | 'campaign-cancelled'
  | 'campaign-publication-asked'
  | 'campaign-published'
  | 'comment-redacted'
  | 'comment-confirmed'
  | 'invitations-due'
  | 'coverage-due';

/** `surveys.<happening>` of a campaign, with ids and facts; nobody's name, nobody's answer. */
export function campaignEvent(
  what: CampaignHappening,
  campaignId: string,
  actorId: string | null,
  payload: { readonly [key: string]: Json },
): DomainEvent {
  return { type: `surveys.${what}`, version: 1, subject: { type: 'campaign', id: campaignId }, actorId, payload };
}
