import type { CampaignState } from './campaign-lifecycle.js';

/**
 * What a link of an invitation opens: the questions, the news that they were answered, that the last day has passed, or that the campaign was
 * closed before it.
 */
export type SurveyLinkState = 'open' | 'used' | 'expired' | 'closed';

/** `today` and `closesOn`, the last day, are dates. Once a campaign has closed nobody can be told any more whether he answered. */
export function surveyLinkState(
  campaign: { readonly state: CampaignState; readonly closesOn: string },
  used: boolean,
  today: string,
): SurveyLinkState {
  if (today > campaign.closesOn) return 'expired';
  if (campaign.state !== 'open') return 'closed';
  return used ? 'used' : 'open';
}
