import type { Lifecycle, Transition } from '#kernel';
import type { ChangeKind } from './change-words.js';

export const CHANGE_STATES = [
  'draft',
  'assessing',
  'awaiting_authorisation',
  'scheduled',
  'implementing',
  'review',
  'closed',
  'rejected',
  'cancelled',
] as const;

export type ChangeState = (typeof CHANGE_STATES)[number];

/** Those in which somebody still works on it. */
export const OPEN_CHANGE_STATES: readonly ChangeState[] = [
  'draft',
  'assessing',
  'awaiting_authorisation',
  'scheduled',
  'implementing',
  'review',
];

export const CHANGE_EVENTS = [
  'schedule',
  'submit',
  'return',
  'request_authorisation',
  'implement_first',
  'authorise',
  'reject',
  'reschedule',
  'reschedule_outside',
  'start',
  'finish',
  'close',
  'cancel',
] as const;

export type ChangeEvent = (typeof CHANGE_EVENTS)[number];

export type ChangeGuard =
  | 'active_template'
  | 'risk_within_template'
  | 'no_freeze'
  | 'no_blocking_conflict'
  | 'plan_test_rollback_items_estimate'
  | 'reason'
  | 'risk_scored_and_conflicts_shown'
  | 'urgent_incident_linked'
  | 'verbal_consent_recorded'
  | 'quorum'
  | 'concurrences_granted'
  | 'inside_tolerance'
  | 'outside_tolerance'
  | 'inside_window_or_override'
  | 'outcome'
  | 'review_where_required'
  | 'items_updated'
  | 'ratified_or_finding';

/** RQ the requester, AG an agent, CM the change manager, AP those named as approvers, SYS the system. */
export type ChangeActor = 'RQ' | 'AG' | 'CM' | 'AP' | 'SYS';

/** An arrow with the kinds of change that may take it. */
export interface ChangeTransition extends Transition<ChangeState, ChangeEvent, ChangeGuard, ChangeActor> {
  readonly kinds: readonly ChangeKind[];
}

const ALL: readonly ChangeKind[] = ['standard', 'normal', 'emergency'];

const cancel: ChangeTransition = {
  event: 'cancel',
  to: 'cancelled',
  kinds: ALL,
  guards: ['reason'],
  actors: ['RQ', 'CM'],
  effects: ['cancel approvals'],
};

export interface ChangeLifecycle extends Lifecycle<ChangeState, ChangeEvent, ChangeGuard, ChangeActor> {
  readonly transitions: Readonly<Record<ChangeState, readonly ChangeTransition[]>>;
}

/** DOMAIN 3.4, as data. What is not listed is refused. */
export const changeLifecycle: ChangeLifecycle = {
  name: 'change',
  version: 1,
  initial: 'draft',
  transitions: {
    draft: [
      {
        event: 'schedule',
        to: 'scheduled',
        kinds: ['standard'],
        guards: ['active_template', 'risk_within_template', 'no_freeze', 'no_blocking_conflict'],
        actors: ['AG', 'CM'],
        effects: [],
      },
      {
        event: 'submit',
        to: 'assessing',
        kinds: ['normal'],
        guards: ['plan_test_rollback_items_estimate'],
        actors: ['AG', 'CM'],
        effects: ['assessment due in 5 wd'],
      },
      {
        event: 'request_authorisation',
        to: 'awaiting_authorisation',
        kinds: ['emergency'],
        guards: ['urgent_incident_linked'],
        actors: ['AG', 'CM'],
        effects: ['open approvals'],
      },
      {
        event: 'implement_first',
        to: 'implementing',
        kinds: ['emergency'],
        guards: ['verbal_consent_recorded'],
        actors: ['CM'],
        effects: ['ratification due in 1 wd'],
      },
      cancel,
    ],
    assessing: [
      { event: 'return', to: 'draft', kinds: ['normal'], guards: ['reason'], actors: ['CM'], effects: ['cancel approvals'] },
      {
        event: 'request_authorisation',
        to: 'awaiting_authorisation',
        kinds: ['normal'],
        guards: ['risk_scored_and_conflicts_shown'],
        actors: ['CM'],
        effects: ['open approvals'],
      },
      cancel,
    ],
    awaiting_authorisation: [
      {
        event: 'authorise',
        to: 'scheduled',
        kinds: ['normal', 'emergency'],
        guards: ['quorum', 'concurrences_granted'],
        actors: ['AP', 'SYS'],
        effects: ['keep the approved window'],
      },
      { event: 'reject', to: 'rejected', kinds: ['normal', 'emergency'], guards: ['reason'], actors: ['AP', 'SYS'], effects: [] },
      cancel,
    ],
    scheduled: [
      {
        event: 'reschedule',
        to: 'scheduled',
        kinds: ALL,
        guards: ['inside_tolerance', 'no_freeze', 'no_blocking_conflict'],
        actors: ['CM'],
        effects: [],
      },
      {
        event: 'reschedule_outside',
        to: 'awaiting_authorisation',
        kinds: ['normal', 'emergency'],
        guards: ['outside_tolerance'],
        actors: ['CM'],
        effects: ['open approvals'],
      },
      { event: 'start', to: 'implementing', kinds: ALL, guards: ['inside_window_or_override'], actors: ['AG', 'CM'], effects: [] },
      cancel,
    ],
    implementing: [{ event: 'finish', to: 'review', kinds: ALL, guards: ['outcome'], actors: ['AG', 'CM'], effects: [] }],
    review: [
      {
        event: 'close',
        to: 'closed',
        kinds: ALL,
        guards: ['review_where_required', 'items_updated', 'ratified_or_finding'],
        actors: ['CM'],
        effects: [],
      },
    ],
    closed: [],
    rejected: [],
    cancelled: [],
  },
};

/** The arrow that `event` takes a change of `kind` from `state`; undefined where DOMAIN 3.4 lists none. */
export function changeArrow(kind: ChangeKind, state: ChangeState, event: ChangeEvent): ChangeTransition | undefined {
  return changeLifecycle.transitions[state].find((found) => found.event === event && found.kinds.includes(kind));
}
