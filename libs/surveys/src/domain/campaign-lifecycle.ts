import { arrow, DomainError, type Lifecycle } from '#kernel';

export const CAMPAIGN_STATES = ['draft', 'approved', 'open', 'closed', 'published', 'cancelled'] as const;

export type CampaignState = (typeof CAMPAIGN_STATES)[number];

export const CAMPAIGN_EVENTS = ['approve', 'open', 'close', 'publish', 'cancel'] as const;

export type CampaignEvent = (typeof CAMPAIGN_EVENTS)[number];

export type CampaignGuard =
  | 'complete_in_both_languages'
  | 'headline_set'
  | 'another_person_than_the_creator'
  | 'frame_of_all_active_clients'
  | 'exclusions_with_reason'
  | 'end_date_or_reason'
  | 'suppression_passed'
  | 'figures_frozen'
  | 'manager_agrees';

/** SO survey owner, MG manager, SYS the system (DOMAIN section 3). */
export type CampaignActor = 'SO' | 'MG' | 'SYS';

/** DOMAIN 3.6, as data. What is not listed is refused. */
export const campaignLifecycle: Lifecycle<CampaignState, CampaignEvent, CampaignGuard, CampaignActor> = {
  name: 'campaign',
  version: 1,
  initial: 'draft',
  transitions: {
    draft: [
      {
        event: 'approve',
        to: 'approved',
        guards: ['complete_in_both_languages', 'headline_set', 'another_person_than_the_creator'],
        actors: ['MG'],
        effects: [],
      },
      { event: 'cancel', to: 'cancelled', guards: [], actors: ['SO'], effects: [] },
    ],
    approved: [
      {
        event: 'open',
        to: 'open',
        guards: ['frame_of_all_active_clients', 'exclusions_with_reason'],
        actors: ['SO', 'SYS'],
        effects: ['freeze the questions', 'freeze the frame', 'invite'],
      },
      { event: 'cancel', to: 'cancelled', guards: [], actors: ['SO'], effects: [] },
    ],
    open: [
      {
        event: 'close',
        to: 'closed',
        guards: ['end_date_or_reason'],
        actors: ['SYS', 'SO'],
        effects: ['empty the drop box', 'replace who answered by how many'],
      },
    ],
    closed: [
      {
        event: 'publish',
        to: 'published',
        guards: ['suppression_passed', 'figures_frozen', 'manager_agrees'],
        actors: ['SO', 'MG'],
        effects: [],
      },
    ],
    published: [],
    cancelled: [],
  },
};

/** The state that `event` leads to. Throws `surveys.transition-not-allowed` (409) where the lifecycle has no such arrow. */
export function nextState(state: CampaignState, event: CampaignEvent): CampaignState {
  const taken = arrow(campaignLifecycle, state, event);
  if (!taken) throw new DomainError('surveys.transition-not-allowed', { state, event }, 'conflict');
  return taken.to;
}

/** Is there an arrow for this event from this state? */
export function allows(state: CampaignState, event: CampaignEvent): boolean {
  return arrow(campaignLifecycle, state, event) !== undefined;
}
