import { applyEntry, settle } from './fold-clock.js';
import type { Target } from './ledger-entry.js';
import { calendars, inRiga, P1, P2, P3, riga, Story } from './test/clock-story.js';

describe('the edges of a clock', () => {
  it('stopped while paused it is met as long as nothing is overdrawn, even with nothing left', () => {
    expect(Story.started('2026-03-02 09:00', P1).paused('2026-03-02 13:00').stopped('2026-03-05 13:00').clock.outcome).toBe('met');
    expect(Story.started('2026-03-02 09:00', P1).paused('2026-03-02 13:00:00.000001').stopped('2026-03-05 13:00').clock.outcome).toBe(
      'breached',
    );
  });

  it('is not breached while it is paused', () => {
    const { clock } = Story.started('2026-03-02 09:00', P1).paused('2026-03-02 12:59');
    expect(settle(clock, riga('2026-04-02 09:00')).outcome).toBeNull();
  });

  it('paused at its very deadline it ends when it is resumed', () => {
    expect(Story.started('2026-03-02 09:00', P1).paused('2026-03-02 13:00').resumed('2026-03-02 15:00').due).toBe('2026-03-02 15:00');
  });

  it('reopened after a stop while paused, it leaves out the pause and the time after the stop', () => {
    const story = Story.started('2026-03-02 09:00', P1).paused('2026-03-02 10:00').stopped('2026-03-02 11:00').reopened('2026-03-02 12:00');
    expect(story.due).toBe('2026-03-02 15:00');
    expect(story.clock.gaps.map((g) => g.reason)).toEqual(['awaiting_requester', 'after_stop']);
  });

  it('cancelled before its deadline it has no outcome; after it, the breach counts', () => {
    expect(Story.started('2026-03-02 09:00', P1).cancelled('2026-03-02 12:00').clock).toMatchObject({ state: 'cancelled', outcome: null });
    expect(Story.started('2026-03-02 09:00', P1).cancelled('2026-03-02 14:00').clock).toMatchObject({
      state: 'cancelled',
      outcome: 'breached',
    });
  });

  it('refuses steps that do not fit', () => {
    const stopped = Story.started('2026-03-02 09:00', P1).stopped('2026-03-02 10:00');
    expect(() => stopped.paused('2026-03-02 11:00').clock).toThrow('sla.ledger-not-foldable');
    expect(() => stopped.stopped('2026-03-02 11:00').clock).toThrow('sla.ledger-not-foldable');
    expect(() => Story.started('2026-03-02 09:00', P1).resumed('2026-03-02 11:00').clock).toThrow('sla.ledger-not-foldable');
  });

  it('keeps its pauses when the target changes', () => {
    const story = Story.started('2026-03-02 09:00', P1)
      .paused('2026-03-02 10:00')
      .resumed('2026-03-02 12:00')
      .retargeted('2026-03-02 12:30', P2);
    expect(story.due).toBe('2026-03-02 19:00');
    expect(story.clock.consumed).toBe(1.5 * 3_600_000_000);
  });

  it('runs for more than a year', () => {
    const year: Target = { calendarId: '24x7', seconds: 400 * 86_400 };
    expect(Story.started('2026-03-02 09:00', year).due).toBe('2027-04-06 10:00');
    expect(Story.started('2026-03-02 09:00', year).thresholds[0]).toBe('50 % 2026-09-18 10:00');
  });

  it('restarts or replays instead of taking the middle where a policy says so', () => {
    const { clock } = Story.started('2026-03-02 09:00', P3);
    const change = {
      type: 'retargeted',
      at: riga('2026-03-02 16:00'),
      target: P1,
      requesterAsked: false,
      reason: null,
      actorId: null,
    } as const;
    expect(inRiga(applyEntry(clock, { ...change, rule: 'restart' }, calendars).dueAt)).toBe('2026-03-02 20:00');
    expect(applyEntry(clock, { ...change, rule: 'replay' }, calendars)).toMatchObject({
      outcome: 'breached',
      outcomeAt: riga('2026-03-02 13:00'),
    });
  });
});
