import { describe, expect, it } from '@jest/globals';
import { finalStates, unreachableStates } from '#kernel';
import {
  allows,
  INCIDENT_EVENTS,
  INCIDENT_STATES,
  type IncidentEvent,
  incidentLifecycle,
  type IncidentState,
} from './incident-lifecycle.js';

const ALLOWED: Readonly<Record<IncidentState, readonly IncidentEvent[]>> = {
  new: ['assign', 'accept', 'cancel', 'change_priority', 'change_service'],
  assigned: ['accept', 'reassign', 'cancel', 'change_priority', 'change_service'],
  in_progress: ['hold', 'resolve', 'reassign', 'cancel', 'change_priority', 'change_service'],
  on_hold: ['resume', 'resolve', 'no_answer', 'reassign', 'cancel', 'change_priority', 'change_service'],
  resolved: ['confirm', 'time_out', 'reopen'],
  closed: [],
  cancelled: ['unmerge'],
};

describe('the lifecycle of an incident', () => {
  it('reaches every state from the first one', () => {
    expect(unreachableStates(incidentLifecycle)).toEqual([]);
  });

  it('ends closed or cancelled and nowhere else', () => {
    expect(finalStates(incidentLifecycle).sort()).toEqual(['cancelled', 'closed']);
  });

  it('has one arrow at most for an event in a state', () => {
    for (const state of INCIDENT_STATES) {
      const events = incidentLifecycle.transitions[state].map((arrow) => arrow.event);
      expect(new Set(events).size).toBe(events.length);
    }
  });

  it.each(INCIDENT_STATES.flatMap((state) => INCIDENT_EVENTS.map((event) => [event, state] as const)))(
    'allows %s in %s exactly where DOMAIN 3.1 lists it, or 4.3(9)',
    (event, state) => {
      expect(allows(state, event)).toBe(ALLOWED[state].includes(event));
    },
  );
});
