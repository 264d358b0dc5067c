import { describe, expect, it } from '@jest/globals';
import { finalStates, unreachableStates } from '#kernel';
import {
  CAMPAIGN_EVENTS,
  CAMPAIGN_STATES,
  type CampaignEvent,
  campaignLifecycle,
  type CampaignState,
  nextState,
} from './campaign-lifecycle.js';

const ALLOWED: Readonly<Record<CampaignState, Partial<Record<CampaignEvent, CampaignState>>>> = {
  draft: { approve: 'approved', cancel: 'cancelled' },
  approved: { open: 'open', cancel: 'cancelled' },
  open: { close: 'closed' },
  closed: { publish: 'published' },
  published: {},
  cancelled: {},
};

describe('the lifecycle of a campaign', () => {
  it('reaches every state, and ends published or cancelled', () => {
    expect(unreachableStates(campaignLifecycle)).toEqual([]);
    expect(finalStates(campaignLifecycle).sort()).toEqual(['cancelled', 'published']);
  });

  it.each(CAMPAIGN_STATES.flatMap((state) => CAMPAIGN_EVENTS.map((event) => [event, state] as const)))(
    'allows %s in %s exactly where DOMAIN 3.6 lists it',
    (event, state) => {
      const to = ALLOWED[state][event];
      if (to) expect(nextState(state, event)).toBe(to);
      else
        expect(() => nextState(state, event)).toThrow(
          expect.objectContaining({ code: 'surveys.transition-not-allowed', kind: 'conflict' }),
        );
    },
  );

  it('lets nobody but a manager approve and only the survey owner cancel', () => {
    const actors = (event: CampaignEvent): string[] => [
      ...new Set(
        CAMPAIGN_STATES.flatMap((s) => campaignLifecycle.transitions[s].filter((t) => t.event === event).flatMap((t) => t.actors)),
      ),
    ];
    expect(actors('approve')).toEqual(['MG']);
    expect(actors('cancel')).toEqual(['SO']);
    expect(actors('open')).toEqual(['SO', 'SYS']);
  });
});
