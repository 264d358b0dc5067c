import { arrow, DomainError, type Lifecycle } from '#kernel';

export const RECOMMENDATION_STATES = ['open', 'reported', 'implemented', 'withdrawn'] as const;

export type RecommendationState = (typeof RECOMMENDATION_STATES)[number];

export type RecommendationEvent = 'extend' | 'report' | 'accept' | 'send_back' | 'withdraw';

type Guard = 'decided_by_another' | 'file' | 'reason';
/** OW the owner of the recommendation, MG a manager. */
type By = 'OW' | 'MG';
type Arrow = Lifecycle<RecommendationState, RecommendationEvent, Guard, By>['transitions'][RecommendationState][number];

const extend: Arrow = { event: 'extend', to: 'open', guards: ['decided_by_another'], actors: ['MG'], effects: ['later due'] };
const withdraw: Arrow = { event: 'withdraw', to: 'withdrawn', guards: ['reason'], actors: ['MG'], effects: ['counts no more'] };

/** The life of an audit recommendation. What is implemented stays: it is a figure of the past. */
export const recommendationLifecycle: Lifecycle<RecommendationState, RecommendationEvent, Guard, By> = {
  name: 'recommendation',
  version: 1,
  initial: 'open',
  transitions: {
    open: [{ event: 'report', to: 'reported', guards: [], actors: ['OW', 'MG'], effects: [] }, extend, withdraw],
    reported: [
      {
        event: 'accept',
        to: 'implemented',
        guards: ['decided_by_another', 'file'],
        actors: ['MG'],
        effects: ['counts in KPI-14'],
      },
      { event: 'send_back', to: 'open', guards: ['decided_by_another', 'reason'], actors: ['MG'], effects: [] },
      withdraw,
    ],
    implemented: [],
    withdrawn: [],
  },
};

/** Throws `processes.recommendation.transition-not-allowed`. */
export function recommendationAfter(state: RecommendationState, event: RecommendationEvent): RecommendationState {
  const taken = arrow(recommendationLifecycle, state, event);
  if (!taken) throw new DomainError('processes.recommendation.transition-not-allowed', { state, event }, 'conflict');
  return taken.to;
}
