import type { DomainEvent } from '#kernel';
import { replayClocks, type PastEvent, type ReplayedClocks } from './replay-clocks.js';
import { calendars, inRiga, P1, P3, riga } from './test/clock-story.js';
import type { ClockFacts, PolicyTarget } from './tracked-clock.js';

const policy = { policyVersionId: 'v1', rule: 'middle_of_three', thresholds: [50, 75, 90, 100] } as const;

/** P1 and P3 of DOMAIN 4.1. */
function targets({ priority }: ClockFacts): PolicyTarget[] {
  const [response, resolution] = priority === 1 ? [{ calendarId: '24x7', seconds: 900 }, P1] : [{ calendarId: '8x5', seconds: 7200 }, P3];
  return [
    { ...policy, ...response, kind: 'response', pauseReasons: [] },
    { ...policy, ...resolution, kind: 'resolution', pauseReasons: ['awaiting_requester', 'agreed_date'] },
  ];
}

const event = (type: string, at: string, payload: DomainEvent['payload'] = {}): PastEvent => ({
  type,
  subject: { type: 'ticket', id: 'T' },
  actorId: 'agent',
  at: riga(at),
  payload,
});
const submitted = (at: string, more: DomainEvent['payload'] = {}): PastEvent =>
  event('incidents.submitted', at, { institutionId: 'order', serviceId: null, groupId: 'first-line', priority: 3, ...more });
const replay = (events: PastEvent[], until = '2026-12-31 00:00'): ReplayedClocks =>
  replayClocks(events, { ticketType: 'incident', targets, calendars, newId: (kind, cycle) => `${kind} ${cycle}`, until: riga(until) });
const outcomes = ({ clocks }: ReplayedClocks) =>
  Object.fromEntries(clocks.map((c) => [c.id, [c.state.state, c.state.outcome, inRiga(c.state.outcomeAt)]]));

describe('clocks folded over a ticket of the past', () => {
  it('stop with acceptance and resolution, at the instants of the history', () => {
    const told = replay([
      submitted('2026-03-02 09:00'),
      event('incidents.accepted', '2026-03-02 10:00'),
      event('incidents.resolved', '2026-03-05 09:00'),
    ]);
    expect(outcomes(told)).toEqual({
      'response 1': ['stopped', 'met', '2026-03-02 10:00'],
      'resolution 1': ['stopped', 'breached', '2026-03-03 16:30'],
    });
  });

  it('pause only for the reasons that the policy names', () => {
    const told = replay([
      submitted('2026-03-02 09:00'),
      event('incidents.put-on-hold', '2026-03-02 10:00', { reason: 'awaiting_vendor' }),
      event('incidents.resumed', '2026-03-02 12:00', { cause: 'manual' }),
      event('incidents.put-on-hold', '2026-03-02 12:00', { reason: 'awaiting_requester' }),
      event('incidents.resumed', '2026-03-04 12:00', { cause: 'reply' }),
      event('incidents.resolved', '2026-03-05 10:00'),
    ]);
    expect(outcomes(told)['resolution 1']).toEqual(['stopped', 'met', '2026-03-05 10:00']);
    expect(told.changes.filter((c) => c.entry.type === 'paused')).toHaveLength(1);
  });

  it('begin a second response cycle when reopened, and withdraw what was met', () => {
    const told = replay([
      submitted('2026-03-02 09:00'),
      event('incidents.resolved', '2026-03-02 10:00'),
      event('incidents.reopened', '2026-03-03 10:00', { groupId: 'second-line' }),
      event('incidents.accepted', '2026-03-03 10:30', { groupId: 'second-line' }),
      event('incidents.resolved', '2026-03-03 11:00', { groupId: 'second-line' }),
    ]);
    expect(outcomes(told)).toEqual({
      'response 1': ['stopped', 'met', '2026-03-02 10:00'],
      'resolution 1': ['stopped', 'met', '2026-03-03 11:00'],
      'response 2': ['stopped', 'met', '2026-03-03 10:30'],
    });
    expect(told.clocks.map((c) => c.facts.groupId)).toEqual(['first-line', 'second-line', 'second-line']);
    expect(told.events.map((e) => e.type)).toEqual([
      ...['sla.clock-started', 'sla.clock-started'],
      ...['sla.clock-stopped', 'sla.clock-decided', 'sla.clock-stopped', 'sla.clock-decided'],
      ...['sla.clock-withdrawn', 'sla.clock-reopened', 'sla.clock-started'],
      ...['sla.clock-stopped', 'sla.clock-decided', 'sla.clock-stopped', 'sla.clock-decided'],
    ]);
  });

  it('follow a change of priority by the middle of three', () => {
    const told = replay([
      submitted('2026-03-02 09:00'),
      event('incidents.priority-changed', '2026-03-02 16:00', { to: { impact: 1, urgency: 1, priority: 1 } }),
      event('incidents.resolved', '2026-03-02 20:00'),
    ]);
    expect(outcomes(told)['resolution 1']).toEqual(['stopped', 'met', '2026-03-02 20:00']);
    expect(told.clocks[1]?.facts.priority).toBe(1);
  });

  it('a back-dated ticket counts from its submission', () => {
    const told = replay([
      submitted('2026-03-02 10:00', { submittedAt: '2026-03-02T07:00:00Z' }),
      event('incidents.accepted', '2026-03-02 11:00'),
    ]);
    expect(outcomes(told)['response 1']).toEqual(['stopped', 'met', '2026-03-02 11:00']);
    expect(inRiga(told.clocks[0]!.state.startedAt)).toBe('2026-03-02 09:00');
  });

  it('what still runs has crossed what lies before now, without a notice', () => {
    const told = replay([submitted('2026-03-02 09:00'), event('incidents.accepted', '2026-03-02 09:30')], '2026-03-03 12:00');
    expect(told.overdue.map(({ passed }) => passed.map((p) => p.pct))).toEqual([[50]]);
    const later = replay([submitted('2026-03-02 09:00'), event('incidents.accepted', '2026-03-02 09:30')], '2026-04-01 09:00');
    expect(later.overdue[0]?.passed.map((p) => p.pct)).toEqual([50, 75, 90, 100]);
    expect(later.events.at(-1)).toMatchObject({
      type: 'sla.clock-decided',
      at: riga('2026-03-03 16:30'),
      payload: { outcome: 'breached' },
    });
    expect(later.events.some((e) => e.type === 'sla.threshold-crossed')).toBe(false);
  });

  it('a customer’s reply and an internal note leave the response clock alone; a reply of staff stops it', () => {
    const reply = (payload: DomainEvent['payload']): ReplayedClocks =>
      replay([submitted('2026-03-02 09:00'), event('tickets.comment-added', '2026-03-02 09:10', payload)], '2026-03-02 09:20');
    expect(outcomes(reply({ visibility: 'public', byStaff: false }))['response 1']?.[0]).toBe('running');
    expect(outcomes(reply({ visibility: 'internal', byStaff: true }))['response 1']?.[0]).toBe('running');
    expect(outcomes(reply({ visibility: 'public', byStaff: true }))['response 1']?.[0]).toBe('stopped');
  });

  it('cancelled in time they have no outcome, and nothing that comes later moves them', () => {
    const told = replay([
      submitted('2026-03-02 09:00'),
      event('incidents.cancelled', '2026-03-02 09:30', { reason: 'duplicate' }),
      event('incidents.resolved', '2026-03-09 09:30'),
    ]);
    expect(outcomes(told)).toEqual({ 'response 1': ['cancelled', null, null], 'resolution 1': ['cancelled', null, null] });
  });
});
