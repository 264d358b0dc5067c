import type { DomainEvent } from '#kernel';
import { statutoryTargets } from './follow-law.js';
import { followEvent } from './follow-event.js';
import { replayClocks, type PastEvent, type ReplayedClocks } from './replay-clocks.js';
import { calendars, inRiga, P1, P3, riga } from './test/clock-story.js';
import type { ClockFacts, PolicyTarget, TrackedClock } from './tracked-clock.js';

const policy = { policyVersionId: 'v1', rule: 'middle_of_three', thresholds: [50, 75, 90, 100] } as const;
const HOUR = 3600;
const PAUSES = ['awaiting_requester', 'agreed_date'];

/** First line has 4 h of a P3, 1 h of a P1; the second line 8 h of either; a supplier 24 h round the clock. */
function targets({ priority, groupId }: ClockFacts): PolicyTarget[] {
  const promised = priority === 1 ? P1 : P3;
  const firstLine = priority === 1 ? { calendarId: '24x7', seconds: HOUR } : { calendarId: '8x5', seconds: 4 * HOUR };
  const ola = groupId === 'first-line' ? [firstLine] : groupId === 'second-line' ? [{ calendarId: '8x5', seconds: 8 * HOUR }] : [];
  return [
    { ...policy, ...promised, kind: 'resolution', pauseReasons: PAUSES },
    ...ola.map((target): PolicyTarget => ({ ...policy, ...target, kind: 'ola', pauseReasons: PAUSES })),
    { ...policy, calendarId: '24x7', seconds: 24 * HOUR, kind: 'supplier', pauseReasons: [] },
  ];
}

const event = (type: string, at: string, payload: DomainEvent['payload'] = {}): PastEvent => ({
  type,
  subject: { type: 'ticket', id: 'T' },
  actorId: 'agent',
  at: riga(at),
  payload,
});
const submitted = event('incidents.submitted', '2026-03-02 09:00', { institutionId: 'order', groupId: 'first-line', priority: 3 });
const assigned = (at: string, groupId: string): PastEvent => event('incidents.assigned', at, { groupId, hop: true });
const replay = (...events: PastEvent[]): ReplayedClocks =>
  replayClocks([submitted, ...events], {
    ...{ ticketType: 'incident', targets, calendars, newId: (kind, cycle) => `${kind} ${cycle}`, until: riga('2026-03-31 00:00') },
  });
const stays = ({ clocks }: ReplayedClocks, kind = 'ola') =>
  clocks
    .filter((clock) => clock.kind === kind)
    .map(({ cycle, partyId, state }) => [cycle, partyId, inRiga(state.startedAt), state.state, inRiga(state.stoppedAt ?? state.dueAt)]);

describe('the time of a group (DOMAIN 4.5)', () => {
  it('runs from the assignment to the group until the work leaves it, and counts the next stay anew', () => {
    const told = replay(
      assigned('2026-03-02 10:00', 'first-line'),
      assigned('2026-03-02 12:00', 'second-line'),
      assigned('2026-03-03 09:00', 'first-line'),
    );
    expect(stays(told)).toEqual([
      [1, 'first-line', '2026-03-02 10:00', 'stopped', '2026-03-02 12:00'],
      [2, 'second-line', '2026-03-02 12:00', 'stopped', '2026-03-03 09:00'],
      [3, 'first-line', '2026-03-03 09:00', 'running', '2026-03-03 13:00'],
    ]);
  });

  it('is not begun by the routing alone, and begins when somebody takes on what was routed', () => {
    expect(stays(replay())).toEqual([]);
    expect(stays(replay(event('incidents.accepted', '2026-03-02 09:30', { groupId: 'first-line' })))).toHaveLength(1);
  });

  it('is one stay however often it changes hands within the group', () => {
    const told = replay(
      assigned('2026-03-02 10:00', 'first-line'),
      event('incidents.accepted', '2026-03-02 10:30', { groupId: 'first-line' }),
      assigned('2026-03-02 11:00', 'first-line'),
    );
    expect(stays(told)).toEqual([[1, 'first-line', '2026-03-02 10:00', 'running', '2026-03-02 14:00']]);
  });

  it('pauses as the promise to the requester does, and not while a supplier has the work', () => {
    const held = (reason: string): PastEvent[] => [
      assigned('2026-03-02 10:00', 'first-line'),
      event('incidents.put-on-hold', '2026-03-02 11:00', { reason }),
      event('incidents.resumed', '2026-03-02 12:00', { cause: 'manual' }),
    ];
    expect(stays(replay(...held('awaiting_requester')))[0]?.[4]).toBe('2026-03-02 15:00');
    expect(stays(replay(...held('awaiting_vendor')))[0]?.[4]).toBe('2026-03-02 14:00');
  });

  it('ends with the resolution, is cancelled with the ticket, and begins another stay after a reopening', () => {
    const told = replay(
      assigned('2026-03-02 10:00', 'first-line'),
      event('incidents.resolved', '2026-03-02 11:00'),
      event('incidents.reopened', '2026-03-03 10:00', { groupId: 'first-line' }),
      event('incidents.cancelled', '2026-03-03 11:00', { reason: 'invalid' }),
    );
    expect(stays(told).map((stay) => stay[3])).toEqual(['stopped', 'cancelled']);
  });

  it('begins another stay where a merge is taken back, while the promises go on as they were', () => {
    const whole = replay(assigned('2026-03-02 10:00', 'first-line'));
    const told = replay(
      assigned('2026-03-02 10:00', 'first-line'),
      event('incidents.cancelled', '2026-03-02 11:00', { reason: 'duplicate' }),
      event('incidents.unmerged', '2026-03-02 11:30', { reason: 'another printer', groupId: 'first-line' }),
    );
    expect(stays(told).map((stay) => [stay[2], stay[3]])).toEqual([
      ['2026-03-02 10:00', 'cancelled'],
      ['2026-03-02 11:30', 'running'],
    ]);
    const promised = ({ clocks }: typeof told) =>
      clocks.filter(({ kind }) => kind !== 'ola').map(({ kind, cycle, state }) => [kind, cycle, state.state, state.dueAt]);
    expect(promised(told)).toEqual(promised(whole));
  });

  it('has no clock in a group that owes none', () => {
    expect(stays(replay(assigned('2026-03-02 10:00', 'network')))).toEqual([]);
  });

  it('begins anew within its own stay when the priority changes (DOMAIN 4.3(7), last sentence)', () => {
    const told = replay(
      assigned('2026-03-02 10:00', 'first-line'),
      event('incidents.priority-changed', '2026-03-02 11:00', { to: { priority: 1 }, reasonCode: 'new_information' }),
    );
    expect(stays(told)).toEqual([[1, 'first-line', '2026-03-02 10:00', 'running', '2026-03-02 12:00']]);
    expect(told.changes.find(({ entry }) => entry.type === 'retargeted' && entry.rule === 'restart')?.after.kind).toBe('ola');
  });

  it('stays with its group in the figures, whoever has the ticket afterwards', () => {
    const told = replay(assigned('2026-03-02 10:00', 'first-line'), assigned('2026-03-02 12:00', 'second-line'));
    expect(told.clocks.filter(({ kind }) => kind === 'ola').map(({ facts }) => facts.groupId)).toEqual(['first-line', 'second-line']);
    expect(told.clocks.find(({ kind }) => kind === 'resolution')?.facts.groupId).toBe('second-line');
  });
});

describe('the time of a supplier (DOMAIN 4.5)', () => {
  it('runs from the hold for his sake until that hold ends, once for each hold', () => {
    const hold = (from: string, to: string, reason: string): PastEvent[] => [
      event('incidents.put-on-hold', from, { reason }),
      event('incidents.resumed', to, { cause: 'manual' }),
    ];
    const told = replay(
      ...hold('2026-03-02 10:00', '2026-03-02 12:00', 'awaiting_vendor'),
      ...hold('2026-03-02 13:00', '2026-03-02 14:00', 'awaiting_internal'),
      ...hold('2026-03-03 10:00', '2026-03-05 10:00', 'awaiting_vendor'),
    );
    expect(stays(told, 'supplier')).toEqual([
      [1, null, '2026-03-02 10:00', 'stopped', '2026-03-02 12:00'],
      [2, null, '2026-03-03 10:00', 'stopped', '2026-03-05 10:00'],
    ]);
    expect(told.clocks.filter(({ kind }) => kind === 'supplier').map(({ state }) => state.outcome)).toEqual(['met', 'breached']);
  });
});

describe('what the law asks after a security incident (DOMAIN 4.3(10))', () => {
  const facts: ClockFacts = { ticketType: 'incident', institutionId: 'order', serviceId: null, groupId: null, priority: 2 };
  const follow = (past: PastEvent, clocks: readonly TrackedClock[]): TrackedClock[] => {
    const targetsOfLaw = past.type.startsWith('incidents.s')
      ? statutoryTargets(past, { warning: 24, notification: 72 }, '24x7', calendars('24x7'))
      : [];
    const changes = followEvent({ event: past, at: past.at, clocks, facts, targets: targetsOfLaw, calendars, newId: (kind) => kind });
    const moved = new Map(changes.map(({ after }) => [after.id, after]));
    return [...clocks.filter(({ id }) => !moved.has(id)), ...moved.values()];
  };
  const law = (...events: PastEvent[]) =>
    Object.fromEntries(
      events
        .reduce<TrackedClock[]>((clocks, past) => follow(past, clocks), [])
        .map(({ kind, state }) => [kind.replace('statutory_', ''), [state.state, state.outcome, inRiga(state.stoppedAt ?? state.dueAt)]]),
    );
  const declared = (at: string, awareAt: string): PastEvent => event('incidents.security-declared', at, { awareAt });
  const sent = (at: string, report: string, sentAt: string): PastEvent => event('incidents.statutory-report-sent', at, { report, sentAt });

  it('asks a warning within 24 hours and a notification within 72 of awareness, round the clock', () => {
    // A Friday evening, and the night of daylight saving within it: 72 hours are 72 hours.
    expect(law(declared('2026-03-27 20:00', '2026-03-27T17:30:00Z'))).toEqual({
      warning: ['running', null, '2026-03-28 19:30'],
      notification: ['running', null, '2026-03-30 20:30'],
    });
  });

  it('is neither paused by a hold nor stopped by the resolution', () => {
    const told = law(
      declared('2026-03-02 09:00', '2026-03-02T07:00:00Z'),
      event('incidents.put-on-hold', '2026-03-02 10:00', { reason: 'awaiting_requester' }),
      event('incidents.resolved', '2026-03-02 12:00'),
    );
    expect(told).toMatchObject({ warning: ['running', null, '2026-03-03 09:00'], notification: ['running', null, '2026-03-05 09:00'] });
  });

  it('asks the final report by the end of the same day of the next month, or of its last day', () => {
    const final = (sentAt: string): unknown => law(sent('2027-03-01 12:00', 'notification', sentAt))['final'];
    expect(final('2026-03-05T10:00:00Z')).toEqual(['running', null, '2026-04-06 00:00']);
    expect(final('2027-01-31T10:00:00Z')).toEqual(['running', null, '2027-03-01 00:00']);
    expect(final('2024-01-31T10:00:00Z')).toEqual(['running', null, '2024-03-01 00:00']);
    expect(final('2026-12-31T10:00:00Z')).toEqual(['running', null, '2027-02-01 00:00']);
    expect(final('2026-09-30T10:00:00Z')).toEqual(['running', null, '2026-10-31 00:00']);
  });

  it('counts what was sent in time as met when it was sent', () => {
    const told = law(declared('2026-03-02 09:00', '2026-03-02T07:00:00Z'), sent('2026-03-02 15:00', 'warning', '2026-03-02T12:00:00Z'));
    expect(told['warning']).toEqual(['stopped', 'met', '2026-03-02 14:00']);
  });

  it('leaves a breach that is on record, whatever is said afterwards to have been sent before', () => {
    const told = law(declared('2026-03-02 09:00', '2026-03-02T07:00:00Z'), sent('2026-03-04 09:00', 'warning', '2026-03-02T12:00:00Z'));
    expect(told['warning']).toEqual(['stopped', 'breached', '2026-03-04 09:00']);
  });
});
