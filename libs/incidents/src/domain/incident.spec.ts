import { describe, expect, it } from '@jest/globals';
import { type DomainError, type Instant, parseInstant } from '#kernel';
import type { TicketRecord } from '#tickets';
import { Incident, type IncidentDetail } from './incident.js';
import { INCIDENT_EVENTS, INCIDENT_STATES, type IncidentEvent, allows, type IncidentState } from './incident-lifecycle.js';
import { newIncidentDetail } from './new-incident.js';

const at = (text: string): Instant => parseInstant(text);
const now = at('2026-03-02T09:00:00Z');
const agent = { by: 'agent', at: now };

function incidentIn(state: IncidentState, ticket: Partial<TicketRecord> = {}, detail: Partial<IncidentDetail> = {}): Incident {
  const row = {
    id: 't',
    state,
    groupId: 'first',
    assigneeId: null,
    impact: 3,
    urgency: 2,
    priority: 4,
    hopCount: 0,
    reopenCount: 0,
    holdReason: state === 'on_hold' ? 'awaiting_vendor' : null,
    duplicateOfId: state === 'cancelled' ? 'earlier' : null,
  };
  return new Incident({ ...row, ...ticket } as TicketRecord, { ...newIncidentDetail(), ...detail });
}

const DO: Readonly<Record<IncidentEvent, (incident: Incident) => void>> = {
  assign: (i) => i.assign(agent, { groupId: 'first', assigneeId: null, reason: 'r' }),
  reassign: (i) => i.assign(agent, { groupId: 'second', assigneeId: null, reason: 'r' }),
  accept: (i) => i.accept(agent),
  hold: (i) => i.hold(agent, { reason: 'awaiting_vendor', question: null, until: null, requesterAgreed: false, answerDueAt: null }),
  resume: (i) => i.resume(agent, 'manual'),
  resolve: (i) => i.resolve(agent, { code: 'fixed', text: 't', breached: false, breachReason: null, closesAt: now }),
  no_answer: (i) =>
    i.resolve({ by: null, at: now }, { code: 'no_answer', text: 't', breached: false, breachReason: null, closesAt: now }, 'no_answer'),
  confirm: (i) => i.confirm(agent),
  time_out: (i) => i.timeOut({ by: null, at: now }),
  reopen: (i) => i.reopen(agent, 'r'),
  cancel: (i) => i.cancel(agent, 'withdrawn', null),
  unmerge: (i) => i.unmerge(agent, 'r'),
  change_service: (i) => i.changeService(agent, 'mail', 'new_information'),
  change_priority: (i) => i.changePriority(agent, 1, 1, { reason: 'new_information', requesterAsked: false }),
};

function codeOf(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as DomainError).code;
  }
}

// Assigning is one method for two events, so each is asked only where the state makes it that one.
const asked = (event: IncidentEvent, state: IncidentState): boolean =>
  !(event === 'assign' && state !== 'new') && !(event === 'reassign' && state === 'new');
const pairs = INCIDENT_STATES.flatMap((state) => INCIDENT_EVENTS.filter((event) => asked(event, state)).map((event) => ({ state, event })));

describe('an incident', () => {
  it.each(pairs.filter(({ state, event }) => !allows(state, event)))(
    'refuses $event when $state and stays as it is',
    ({ state, event }) => {
      const incident = incidentIn(state);
      const before = JSON.stringify([incident.ticket, incident.detail]);
      expect(codeOf(() => DO[event](incident))).toBe('incidents.transition-not-allowed');
      expect(JSON.stringify([incident.ticket, incident.detail])).toBe(before);
      expect(incident.events).toEqual([]);
    },
  );

  it.each(pairs.filter(({ state, event }) => allows(state, event)))('takes $event when $state and says so', ({ state, event }) => {
    const incident = incidentIn(state);
    expect(codeOf(() => DO[event](incident))).toBeUndefined();
    expect(incident.events.length).toBeGreaterThan(0);
    expect((incident.ticket.holdReason !== null) === (incident.state === 'on_hold')).toBe(true);
  });

  it('counts a hop only between groups, and wants a reason for it', () => {
    const incident = incidentIn('in_progress', { assigneeId: 'agent' });
    incident.assign(agent, { groupId: 'first', assigneeId: 'colleague', reason: null });
    expect(incident.ticket.hopCount).toBe(0);
    expect(codeOf(() => incident.assign(agent, { groupId: 'second', assigneeId: null, reason: null }))).toBe(
      'incidents.reassignment-needs-reason',
    );
    incident.assign(agent, { groupId: 'second', assigneeId: null, reason: 'network' });
    expect(incident.ticket).toMatchObject({ hopCount: 1, groupId: 'second', assigneeId: null, state: 'assigned' });
  });

  it('is no hop when it is first assigned to another group than it was routed to', () => {
    const incident = incidentIn('new');
    incident.assign(agent, { groupId: 'second', assigneeId: null, reason: null });
    expect(incident.ticket).toMatchObject({ hopCount: 0, state: 'assigned' });
  });

  it('wants the reason of a breach when it is resolved late', () => {
    const incident = incidentIn('in_progress');
    const late = { code: 'fixed', text: 't', breached: true, breachReason: null, closesAt: now } as const;
    expect(codeOf(() => incident.resolve(agent, late))).toBe('incidents.breach-needs-reason');
    incident.resolve(agent, { ...late, breachReason: 'parts were missing' });
    expect(incident.detail.breachReason).toBe('parts were missing');
  });

  it('is a first contact unless it hopped, waited or was reopened', () => {
    const first = (ticket: Partial<TicketRecord>, detail: Partial<IncidentDetail>): unknown => {
      const incident = incidentIn('in_progress', ticket, detail);
      DO.resolve(incident);
      return incident.events[0]?.payload['firstContact'];
    };
    expect([first({}, {}), first({ hopCount: 1 }, {}), first({ reopenCount: 1 }, {}), first({}, { holdCount: 1 })]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('says that it went on when it is resolved or reassigned while it waits', () => {
    for (const event of ['resolve', 'reassign'] as const) {
      const incident = incidentIn('on_hold');
      DO[event](incident);
      expect(incident.events[0]).toMatchObject({ type: 'incidents.resumed', payload: { cause: event } });
      expect(incident.detail.holdSince).toBeNull();
    }
  });

  it('is taken back from a merge, and from nothing else that cancelled it', () => {
    const merged = incidentIn('cancelled', { closedAt: now }, { cancellationReason: 'duplicate' });
    merged.unmerge(agent, 'another printer');
    expect(merged.ticket).toMatchObject({ state: 'assigned', closedAt: null, duplicateOfId: null });
    expect(merged.detail.cancellationReason).toBeNull();
    expect(merged.events).toMatchObject([{ type: 'incidents.unmerged', payload: { fromId: 'earlier', reason: 'another printer' } }]);
    const invalid = incidentIn('cancelled', { duplicateOfId: null }, { cancellationReason: 'invalid' });
    expect(codeOf(() => invalid.unmerge(agent, 'r'))).toBe('incidents.not-merged');
  });

  it('says what it is about once, until it is over', () => {
    const incident = incidentIn('resolved', { category: null });
    incident.categorise(agent, 'printing');
    incident.categorise(agent, 'printing');
    expect(incident.ticket.category).toBe('printing');
    expect(incident.events).toMatchObject([{ type: 'incidents.categorised', payload: { from: null, to: 'printing' } }]);
    for (const over of ['closed', 'cancelled'] as const)
      expect(codeOf(() => incidentIn(over).categorise(agent, 'printing'))).toBe('incidents.category-too-late');
  });

  it('forgets its resolution when it is reopened, and counts', () => {
    const incident = incidentIn(
      'resolved',
      { resolvedAt: now, resolverId: 'agent' },
      { resolutionCode: 'fixed', resolutionText: 't', closesAt: now },
    );
    incident.reopen({ by: 'requester', at: now }, 'still broken');
    expect(incident.ticket).toMatchObject({ state: 'assigned', reopenCount: 1, resolvedAt: null, resolverId: null });
    expect(incident.detail).toMatchObject({ resolutionCode: null, resolutionText: null, closesAt: null });
  });
});
