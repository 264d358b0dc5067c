import { arrow, type Lifecycle, type Transition } from '#kernel';

export const INCIDENT_STATES = ['new', 'assigned', 'in_progress', 'on_hold', 'resolved', 'closed', 'cancelled'] as const;

export type IncidentState = (typeof INCIDENT_STATES)[number];

export const INCIDENT_EVENTS = [
  'assign',
  'accept',
  'reassign',
  'hold',
  'resume',
  'resolve',
  'no_answer',
  'confirm',
  'time_out',
  'reopen',
  'cancel',
  'unmerge',
  'change_priority',
  'change_service',
] as const;

export type IncidentEvent = (typeof INCIDENT_EVENTS)[number];

export type IncidentGuard =
  | 'assignee_is_member_of_group'
  | 'self_or_group_lead'
  | 'reason'
  | 'reason_if_group_changes'
  | 'question_if_awaiting_requester'
  | 'date_and_consent_if_agreed_date'
  | 'code_and_text'
  | 'breach_reason_if_breached'
  | 'awaiting_requester'
  | 'ten_working_days_passed'
  | 'five_working_days_passed'
  | 'earlier_ticket_if_duplicate'
  | 'requester_before_acceptance'
  | 'was_merged'
  | 'service_offered';

/** RQ the person of the ticket, AG an agent, GL a group's lead, SYS the system (DOMAIN section 3). */
export type IncidentActor = 'RQ' | 'AG' | 'GL' | 'SYS';

type Arrow = Transition<IncidentState, IncidentEvent, IncidentGuard, IncidentActor>;

const accept: Arrow = { event: 'accept', to: 'in_progress', guards: ['self_or_group_lead'], actors: ['AG', 'GL'], effects: ['stop RESP'] };

const reassign: Arrow = {
  event: 'reassign',
  to: 'assigned',
  guards: ['reason_if_group_changes', 'assignee_is_member_of_group'],
  actors: ['AG', 'GL'],
  effects: ['resume RESO if paused', 'end OLA, start next', 'hop+1 if the group changes'],
};

const resolve: Arrow = {
  event: 'resolve',
  to: 'resolved',
  guards: ['code_and_text', 'breach_reason_if_breached'],
  actors: ['AG'],
  effects: ['stop all'],
};

const cancel: Arrow = {
  event: 'cancel',
  to: 'cancelled',
  guards: ['reason', 'earlier_ticket_if_duplicate', 'requester_before_acceptance'],
  actors: ['RQ', 'AG', 'GL'],
  effects: ['cancel clocks'],
};

function changePriority(state: IncidentState): Arrow {
  return {
    event: 'change_priority',
    to: state,
    guards: ['reason'],
    actors: ['AG', 'GL'],
    effects: ['retarget RESP, RESO', 'restart OLA, UC'],
  };
}

function changeService(state: IncidentState): Arrow {
  return {
    event: 'change_service',
    to: state,
    guards: ['service_offered', 'reason'],
    actors: ['AG', 'GL'],
    effects: ['retarget RESP, RESO', 'restart OLA, UC'],
  };
}

/** DOMAIN 3.1, as data. What is not listed is refused. */
export const incidentLifecycle: Lifecycle<IncidentState, IncidentEvent, IncidentGuard, IncidentActor> = {
  name: 'incident',
  version: 1,
  initial: 'new',
  transitions: {
    new: [
      { event: 'assign', to: 'assigned', guards: ['assignee_is_member_of_group'], actors: ['AG', 'GL', 'SYS'], effects: ['start OLA'] },
      accept,
      cancel,
      changePriority('new'),
      changeService('new'),
    ],
    assigned: [accept, reassign, cancel, changePriority('assigned'), changeService('assigned')],
    in_progress: [
      {
        event: 'hold',
        to: 'on_hold',
        guards: ['reason', 'question_if_awaiting_requester', 'date_and_consent_if_agreed_date'],
        actors: ['AG'],
        effects: ['pause RESO, OLA if the reason is in the policy', 'start UC if awaiting_vendor'],
      },
      resolve,
      reassign,
      cancel,
      changePriority('in_progress'),
      changeService('in_progress'),
    ],
    on_hold: [
      { event: 'resume', to: 'in_progress', guards: [], actors: ['RQ', 'AG', 'SYS'], effects: ['resume RESO, OLA', 'stop UC'] },
      resolve,
      {
        event: 'no_answer',
        to: 'resolved',
        guards: ['awaiting_requester', 'ten_working_days_passed'],
        actors: ['SYS'],
        effects: ['stop all'],
      },
      reassign,
      cancel,
      changePriority('on_hold'),
      changeService('on_hold'),
    ],
    resolved: [
      { event: 'confirm', to: 'closed', guards: [], actors: ['RQ'], effects: [] },
      { event: 'time_out', to: 'closed', guards: ['five_working_days_passed'], actors: ['SYS'], effects: [] },
      {
        event: 'reopen',
        to: 'assigned',
        guards: ['reason'],
        actors: ['RQ', 'AG'],
        effects: ['withdraw outcome', 'resume RESO', 'RESP cycle+1'],
      },
    ],
    closed: [],
    cancelled: [
      {
        event: 'unmerge',
        to: 'assigned',
        guards: ['was_merged', 'reason'],
        actors: ['GL'],
        effects: ['RESP, RESO go on as if never cancelled', 'start OLA'],
        repair: true,
      },
    ],
  },
};

/** Does the lifecycle allow `event` in `state`? */
export function allows(state: IncidentState, event: IncidentEvent): boolean {
  return arrow(incidentLifecycle, state, event) !== undefined;
}
