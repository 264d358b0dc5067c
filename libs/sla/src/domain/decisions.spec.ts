import { eventsOf } from './clock-events.js';
import type { ClockState } from './clock-state.js';
import { foldClock } from './fold-clock.js';
import { changed } from './occasion.js';
import { calendars, inRiga, P1, P3, P4, riga, Story } from './test/clock-story.js';
import type { TrackedClock } from './tracked-clock.js';

const code = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return undefined;
};
const hours = (clock: ClockState): number => clock.consumed / 3_600_000_000;

/** 16 h on 8x5, from Monday 9:00: due on Tuesday 16:30. */
const monday = Story.started('2026-03-02 09:00', P3);

describe('the correction of a pause (DOMAIN 4.3(3))', () => {
  const paused = monday.paused('2026-03-02 12:00').resumed('2026-03-02 14:00');

  it('moves the deadline by what the pause was too short or too long', () => {
    expect(paused.due).toBe('2026-03-04 10:00');
    expect(
      paused.corrected('2026-03-03 09:00', { replaces: '2026-03-02 12:00', from: '2026-03-02 11:00', to: '2026-03-02 14:00' }).due,
    ).toBe('2026-03-04 11:00');
    expect(
      paused.corrected('2026-03-03 09:00', { replaces: '2026-03-02 12:00', from: '2026-03-02 13:00', to: '2026-03-02 14:00' }).due,
    ).toBe('2026-03-04 09:00');
  });

  it('leaves what the clock counted outside of it', () => {
    const { clock } = paused.corrected('2026-03-03 09:00', {
      replaces: '2026-03-02 12:00',
      from: '2026-03-02 11:00',
      to: '2026-03-02 14:00',
    });
    expect(hours(clock)).toBe(2 + 3 + 0.5);
    expect(clock.gaps.map(({ from, to }) => [inRiga(from), inRiga(to)])).toEqual([['2026-03-02 11:00', '2026-03-02 14:00']]);
  });

  it('enters one that was forgotten', () => {
    const story = monday.corrected('2026-03-03 09:00', { from: '2026-03-02 12:00', to: '2026-03-02 14:00' });
    expect(story.due).toBe('2026-03-04 10:00');
  });

  it('moves the beginning of one that lasts, and what remains with it', () => {
    const lasting = monday
      .paused('2026-03-02 12:00')
      .corrected('2026-03-02 15:00', { replaces: '2026-03-02 12:00', from: '2026-03-02 10:00' });
    expect(lasting.clock).toMatchObject({ state: 'paused', dueAt: null });
    expect(hours(lasting.clock)).toBe(1);
    expect(lasting.resumed('2026-03-03 09:00').due).toBe('2026-03-04 15:30');
  });

  it('does not take away a breach that is on record', () => {
    const { clock } = monday.corrected('2026-03-04 09:00', { from: '2026-03-02 12:00', to: '2026-03-02 16:00' });
    expect([clock.outcome, inRiga(clock.outcomeAt)]).toEqual(['breached', '2026-03-03 16:30']);
  });

  it('shows that what was met was late, where a pause was too long', () => {
    const late = paused
      .stopped('2026-03-04 09:30')
      .corrected('2026-03-04 12:00', { replaces: '2026-03-02 12:00', from: '2026-03-02 13:30', to: '2026-03-02 14:00' });
    expect([late.clock.outcome, inRiga(late.clock.outcomeAt), late.clock.state]).toEqual(['breached', '2026-03-03 17:00', 'stopped']);
  });

  it('refuses a pause that is not there, and one that overlaps another, begins before the clock or ends in the future', () => {
    const refused = (pause: { replaces?: string; from: string; to?: string }): unknown =>
      code(() => paused.corrected('2026-03-03 09:00', pause).clock);
    expect(refused({ replaces: '2026-03-02 10:00', from: '2026-03-02 11:00', to: '2026-03-02 12:00' })).toBe('sla.pause-unknown');
    for (const [from, to] of [
      ['2026-03-02 13:00', '2026-03-02 15:00'],
      ['2026-03-02 08:00', '2026-03-02 10:00'],
      ['2026-03-02 16:00', '2026-03-03 10:00'],
      ['2026-03-02 16:00', '2026-03-02 16:00'],
    ] as const)
      expect(refused({ from, to })).toBe('sla.pause-impossible');
  });
});

describe('the void of a breach (DOMAIN 4.3(8))', () => {
  /** 4 h round the clock, registered wrongly: breached on Monday 13:00. */
  const wrong = Story.started('2026-03-02 09:00', P1);

  it('counts a running clock from its start by what should have been promised', () => {
    const story = wrong.voided('2026-03-02 15:00', P3);
    expect(story.due).toBe('2026-03-03 16:30');
    expect(story.clock).toMatchObject({ state: 'running', outcome: null, targetNo: 2 });
  });

  it('finds a stopped one met, at its stop', () => {
    const { clock } = wrong.stopped('2026-03-02 16:00').voided('2026-03-05 09:00', P3);
    expect([clock.outcome, inRiga(clock.outcomeAt), inRiga(clock.dueAt)]).toEqual(['met', '2026-03-02 16:00', '2026-03-03 16:30']);
  });

  it('leaves a cancelled one without an outcome', () => {
    expect(wrong.cancelled('2026-03-02 16:00').voided('2026-03-05 09:00', P3).clock).toMatchObject({
      state: 'cancelled',
      outcome: null,
      outcomeAt: null,
    });
  });

  it('counts the pauses as they were, those that were corrected too', () => {
    const story = wrong.paused('2026-03-02 14:00').resumed('2026-03-02 15:00').voided('2026-03-02 16:00', P3);
    expect(story.due).toBe('2026-03-04 09:00');
  });

  it('forgets what was promised wrongly, so that a later change does not bring it back', () => {
    const story = wrong.voided('2026-03-02 15:00', P3).retargeted('2026-03-02 15:30', P4);
    expect(story.clock.outcome).toBeNull();
    expect(story.clock.promises.map(({ forgotten }) => forgotten)).toEqual([true, false, false]);
  });

  it('is refused where nothing is breached, and where the right target is missed too', () => {
    expect(code(() => monday.voided('2026-03-02 10:00', P4).clock)).toBe('sla.not-to-void');
    expect(code(() => wrong.voided('2026-03-05 09:00', P1).clock)).toBe('sla.void-changes-nothing');
    expect(code(() => wrong.stopped('2026-03-04 16:00').voided('2026-03-05 09:00', P3).clock)).toBe('sla.void-changes-nothing');
  });

  it('tells why, that the outcome is withdrawn, and what it comes to', () => {
    const facts = { ticketType: 'incident', institutionId: 'i', serviceId: null, groupId: 'g', priority: 1 };
    const story = wrong.stopped('2026-03-02 16:00');
    const clock: TrackedClock = {
      ...{ id: 'c', ticketId: 'T', kind: 'resolution', cycle: 1, partyId: null, facts, policyVersionId: 'v1', pauseReasons: [], steps: 2 },
      state: foldClock(story.entries, calendars),
    };
    const change = changed({ calendars, facts }, clock, {
      ...{
        type: 'breach_voided',
        at: riga('2026-03-05 09:00'),
        target: P3,
        requestedBy: 'agent',
        reason: 'wrong_registration',
        actorId: 'lead',
      },
    });
    expect(
      eventsOf(change, change.passed).map(({ type, payload }) => [type, payload['outcome'] ?? payload['requestedBy'] ?? null]),
    ).toEqual([
      ['sla.breach-voided', 'agent'],
      ['sla.clock-withdrawn', null],
      ['sla.clock-decided', 'met'],
    ]);
  });
});

describe('the confirmation of a relaxation (DOMAIN 4.3(7a))', () => {
  const relaxed = Story.started('2026-03-02 09:00', P1).retargeted('2026-03-02 12:55', P4, { actorId: 'agent' });

  it('is another person’s than the one who relaxed, and is given once', () => {
    expect(code(() => relaxed.confirmed('2026-03-02 13:30', 'agent').clock)).toBe('sla.not-to-confirm');
    const confirmed = relaxed.confirmed('2026-03-02 13:30', 'lead');
    expect(confirmed.clock.changes.at(-1)).toMatchObject({ confirmedBy: 'lead' });
    expect(code(() => confirmed.confirmed('2026-03-02 13:40', 'other lead').clock)).toBe('sla.not-to-confirm');
  });

  it('is not needed where the requester asked for it', () => {
    const asked = Story.started('2026-03-02 09:00', P1).retargeted('2026-03-02 12:55', P4, { requesterAsked: true });
    expect(code(() => asked.confirmed('2026-03-02 13:30', 'lead').clock)).toBe('sla.not-to-confirm');
  });
});
