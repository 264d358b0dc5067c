import type { Lifecycle } from '#kernel';

export const PROBLEM_STATES = ['new', 'investigating', 'known_error', 'fix_in_progress', 'resolved', 'closed', 'cancelled'] as const;

export type ProblemState = (typeof PROBLEM_STATES)[number];

export const PROBLEM_EVENTS = [
  'investigate',
  'identify',
  'raise_change',
  'change_failed',
  'resolve',
  'verify',
  'recur',
  'dismiss',
] as const;

export type ProblemEvent = (typeof PROBLEM_EVENTS)[number];

export type ProblemGuard =
  | 'owner'
  | 'cause_and_workaround'
  | 'linked_change'
  | 'reviewed'
  | 'change_successful_or_risk_accepted'
  | 'no_recurrence_20_wd'
  | 'new_linked_incident'
  | 'reason';

/** AG an agent of its group, GL the group's lead, SYS the system. */
export type ProblemActor = 'AG' | 'GL' | 'SYS';

/** States in which somebody still has to do something. */
export const OPEN_PROBLEM_STATES: readonly ProblemState[] = ['new', 'investigating', 'known_error', 'fix_in_progress', 'resolved'];

/** DOMAIN 3.3, as data. What is not listed is refused. */
export const problemLifecycle: Lifecycle<ProblemState, ProblemEvent, ProblemGuard, ProblemActor> = {
  name: 'problem',
  version: 1,
  initial: 'new',
  transitions: {
    new: [
      { event: 'investigate', to: 'investigating', guards: ['owner'], actors: ['GL'], effects: [] },
      { event: 'dismiss', to: 'cancelled', guards: ['reason'], actors: ['GL'], effects: [] },
    ],
    investigating: [
      { event: 'identify', to: 'known_error', guards: ['cause_and_workaround'], actors: ['AG'], effects: ['offer the known error'] },
      { event: 'raise_change', to: 'fix_in_progress', guards: ['linked_change'], actors: ['AG'], effects: [] },
      { event: 'dismiss', to: 'cancelled', guards: ['reason'], actors: ['GL'], effects: [] },
    ],
    known_error: [
      { event: 'raise_change', to: 'fix_in_progress', guards: ['linked_change'], actors: ['AG'], effects: [] },
      {
        event: 'resolve',
        to: 'resolved',
        guards: ['change_successful_or_risk_accepted'],
        actors: ['AG'],
        effects: ['verify after 20 wd', 'offer the known error no more'],
      },
    ],
    fix_in_progress: [
      {
        event: 'change_failed',
        to: 'known_error',
        guards: ['reviewed', 'cause_and_workaround'],
        actors: ['SYS'],
        effects: ['offer the known error'],
      },
      {
        event: 'resolve',
        to: 'resolved',
        guards: ['change_successful_or_risk_accepted'],
        actors: ['AG'],
        effects: ['verify after 20 wd', 'offer the known error no more'],
      },
    ],
    resolved: [
      { event: 'verify', to: 'closed', guards: ['no_recurrence_20_wd'], actors: ['GL'], effects: [] },
      { event: 'recur', to: 'investigating', guards: ['new_linked_incident'], actors: ['GL', 'SYS'], effects: ['recurrence+1'] },
    ],
    closed: [],
    cancelled: [],
  },
};
