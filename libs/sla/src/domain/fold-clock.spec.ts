import { consumedAt, percentOf, thresholdsAhead, thresholdsJumped } from './clock-measures.js';
import { applyEntry, settle } from './fold-clock.js';
import { calendars, inRiga, knowCalendar, P1, P2, P3, P4, P5, riga, Story } from './test/clock-story.js';
import type { Target } from './ledger-entry.js';

const hour = 3_600_000_000;
const eightHours: Target = { calendarId: '8x5', seconds: 8 * 3600 };

describe('golden cases: start, pause, thresholds (DOMAIN 4.3)', () => {
  it('16 h opened on Thursday 25 June 2026 at 15:00 are due on Saturday 27 June at 14:00', () => {
    expect(Story.started('2026-06-25 15:00', P3).due).toBe('2026-06-27 14:00');
  });

  it('paused on Friday from 10:00 to 12:00 it is due on Saturday at 16:00, with 50, 75 and 90 % on the way', () => {
    const story = Story.started('2026-06-25 15:00', P3).paused('2026-06-26 10:00').resumed('2026-06-26 12:00');
    expect(story.thresholds).toEqual(['50 % 2026-06-26 16:30', '75 % 2026-06-27 12:00', '90 % 2026-06-27 14:24', '100 % 2026-06-27 16:00']);
  });

  it('paused until 12:30 it is due on Monday 29 June at 09:00', () => {
    expect(Story.started('2026-06-25 15:00', P3).paused('2026-06-26 10:00').resumed('2026-06-26 12:30').due).toBe('2026-06-29 09:00');
  });

  it('opened on Friday 19 June at 15:00 it is due on Friday 26 June at 14:00', () => {
    expect(Story.started('2026-06-19 15:00', P3).due).toBe('2026-06-26 14:00');
  });

  it('a response of 2 h to what came on Saturday 20 June is due on Thursday 25 June at 10:30', () => {
    expect(Story.started('2026-06-20 12:00', { calendarId: '8x5', seconds: 7200 }).due).toBe('2026-06-25 10:30');
  });

  it('4 h round the clock end at 06:30 in the spring night and at 04:30 in the autumn night', () => {
    expect(Story.started('2026-03-29 01:30', P1).due).toBe('2026-03-29 06:30');
    expect(Story.started('2026-10-25 01:30', P1).due).toBe('2026-10-25 04:30');
  });
});

describe('golden cases: the middle of three (DOMAIN 4.3(7))', () => {
  it('P3 raised to P1: old Tuesday 16:30, retro 13:00, fresh 20:00, so Monday 20:00', () => {
    const story = Story.started('2026-03-02 09:00', P3).retargeted('2026-03-02 16:00', P1);
    expect(story.due).toBe('2026-03-02 20:00');
    const { old, retro, fresh, winner } = story.clock.changes[0]!;
    expect([inRiga(old), inRiga(retro), inRiga(fresh), winner]).toEqual([
      '2026-03-03 16:30',
      '2026-03-02 13:00',
      '2026-03-02 20:00',
      'fresh',
    ]);
  });

  it('16 h raised to 8 h on Tuesday at 14:30 stay at Tuesday 16:30', () => {
    expect(Story.started('2026-03-02 09:00', P3).retargeted('2026-03-03 14:30', eightHours).due).toBe('2026-03-03 16:30');
  });

  it('8 h relaxed to 40 h on Monday at 12:00 are replayed from the start: Friday 6 March 15:00', () => {
    const story = Story.started('2026-03-02 09:00', eightHours).retargeted('2026-03-02 12:00', P4);
    expect([story.due, story.clock.changes[0]!.winner]).toEqual(['2026-03-06 15:00', 'retro']);
  });

  it('counts the remaining time on the calendar of the date that won, and the consumed time once', () => {
    const { clock } = Story.started('2026-03-02 09:00', P3).retargeted('2026-03-02 16:00', P1);
    expect([clock.consumed, clock.total - clock.consumed, clock.plan.calendarId]).toEqual([7 * hour, 4 * hour, '24x7']);
    expect(consumedAt(clock, riga('2026-03-02 19:00'), calendars)).toBe(10 * hour);
    expect(percentOf(7 * hour, clock.total, clock.target.seconds)).toBeCloseTo((7 / 11) * 100);
  });

  it('records what a change jumps over, and plans what lies ahead under the new target number', () => {
    const before = Story.started('2026-03-02 09:00', P3);
    const after = before.retargeted('2026-03-02 16:00', P1);
    expect(thresholdsJumped(before.clock, after.clock, riga('2026-03-02 16:00'), calendars)).toEqual([50]);
    expect(after.clock.targetNo).toBe(2);
    expect(after.thresholds).toEqual(['75 % 2026-03-02 17:15', '90 % 2026-03-02 18:54', '100 % 2026-03-02 20:00']);
  });
});

describe('golden cases: remembered promises (DOMAIN 4.3(7a))', () => {
  it('P1 lowered to P4 and raised again a second later is due on Monday at 13:00 again', () => {
    const story = Story.started('2026-03-02 09:00', P1).retargeted('2026-03-02 12:55', P4).retargeted('2026-03-02 12:55:01', P1);
    expect(story.due).toBe('2026-03-02 13:00');
    expect(story.clock.promises.at(-1)).toMatchObject({ cause: 'remembered', remembers: 1 });
  });

  it('P3 lowered to P4 and raised at once to P2 is due on Tuesday at 16:30', () => {
    const story = Story.started('2026-03-02 09:00', P3).retargeted('2026-03-03 15:30', P4).retargeted('2026-03-03 15:30', P2);
    expect(story.due).toBe('2026-03-03 16:30');
  });

  it('a promise that has passed meanwhile breaches at the change, with its own instant, and jumps over every threshold', () => {
    const lowered = Story.started('2026-03-02 09:00', P1).retargeted('2026-03-02 12:55', P4);
    const raised = lowered.retargeted('2026-03-02 15:00', P1);
    expect(raised.clock).toMatchObject({ outcome: 'breached', outcomeAt: riga('2026-03-02 13:00'), dueAt: riga('2026-03-02 13:00') });
    expect(raised.clock.promises.at(-1)).toMatchObject({ cause: 'remembered', remembers: 1 });
    expect(thresholdsJumped(lowered.clock, raised.clock, riga('2026-03-02 15:00'), calendars)).toEqual([50, 75, 90, 100]);
  });

  it('no detour through a looser target is later than the straight way', () => {
    const straight = Story.started('2026-03-02 09:00', P1).retargeted('2026-03-02 12:55', P4);
    const detour = Story.started('2026-03-02 09:00', P1).retargeted('2026-03-02 12:55', P5).retargeted('2026-03-02 12:55', P4);
    expect(straight.due).toBe('2026-03-06 15:00');
    expect(detour.due).toBe(straight.due);
  });

  it('a relaxation that the requester asked for forgets the stricter promise', () => {
    const story = Story.started('2026-03-02 09:00', P1)
      .retargeted('2026-03-02 12:55', P4, { requesterAsked: true })
      .retargeted('2026-03-02 12:55:01', P1);
    expect(story.due).toBe('2026-03-02 16:55');
    expect(story.clock.promises.map((p) => p.forgotten)).toEqual([true, false, false]);
  });

  it('a relaxation that a second person confirms forgets it too', () => {
    const relaxed = Story.started('2026-03-02 09:00', P1).retargeted('2026-03-02 12:55', P4);
    expect(relaxed.confirmed('2026-03-02 12:56', 'lead').retargeted('2026-03-02 12:57', P1).due).toBe('2026-03-02 16:57');
  });

  it('refuses a confirmation by the person who relaxed, and where nothing was relaxed', () => {
    const relaxed = Story.started('2026-03-02 09:00', P1).retargeted('2026-03-02 12:55', P4);
    expect(() => relaxed.confirmed('2026-03-02 12:56', 'agent').clock).toThrow('sla.not-to-confirm');
    expect(
      () => Story.started('2026-03-02 09:00', P3).retargeted('2026-03-02 10:00', P1).confirmed('2026-03-02 10:01', 'lead').clock,
    ).toThrow('sla.not-to-confirm');
  });
});

describe('cases of our own (DOMAIN 4.3, "write your own")', () => {
  const responseP3: Target = { calendarId: '8x5', seconds: 2 * 3600 };
  const responseP1: Target = { calendarId: '24x7', seconds: 15 * 60 };

  it('a response clock follows a change of priority by the same rule: due 11:00, raised at 10:00, now 10:15', () => {
    const story = Story.started('2026-03-02 09:00', responseP3).retargeted('2026-03-02 10:00', responseP1);
    expect([story.due, story.clock.changes[0]!.winner]).toEqual(['2026-03-02 10:15', 'fresh']);
    expect(Story.started('2026-03-02 09:00', responseP3).retargeted('2026-03-02 10:55', responseP1).due).toBe('2026-03-02 11:00');
  });

  it('a change while paused is computed as if resumed then, keeps the clock paused and stores what remains', () => {
    const paused = Story.started('2026-03-02 09:00', P3).paused('2026-03-02 13:00').retargeted('2026-03-02 16:00', P1);
    expect(paused.clock).toMatchObject({ state: 'paused', dueAt: null, consumed: 4 * hour });
    expect(paused.clock.total - paused.clock.consumed).toBe(4 * hour);
    expect(paused.resumed('2026-03-02 18:00').due).toBe('2026-03-02 22:00');
  });

  it('a change while paused that brings back a promise long past breaches at once', () => {
    const story = Story.started('2026-03-02 09:00', P1)
      .retargeted('2026-03-02 12:55', P4)
      .paused('2026-03-02 14:00')
      .retargeted('2026-03-02 15:00', P1);
    expect(story.clock).toMatchObject({ state: 'paused', outcome: 'breached', outcomeAt: riga('2026-03-02 13:00') });
  });

  it('relaxing after a breach changes neither the outcome nor its instant, and consumption runs on', () => {
    const { clock } = Story.started('2026-03-02 09:00', P1).retargeted('2026-03-02 14:00', P5, { requesterAsked: true });
    expect(clock).toMatchObject({
      outcome: 'breached',
      outcomeAt: riga('2026-03-02 13:00'),
      dueAt: riga('2026-03-02 13:00'),
      targetNo: 2,
      target: P5,
    });
    expect(consumedAt(clock, riga('2026-03-02 15:00'), calendars)).toBe(6 * hour);
    expect(thresholdsAhead(clock, calendars)).toEqual([]);
  });

  it('a telephone ticket dated back 60 minutes is born with thresholds that are already due', () => {
    const story = Story.started('2026-03-02 09:00', responseP1);
    expect(story.thresholds.at(-1)).toBe('100 % 2026-03-02 09:15');
    expect(settle(story.clock, riga('2026-03-02 10:00'))).toMatchObject({ outcome: 'breached', outcomeAt: riga('2026-03-02 09:15') });
    const stopped = applyEntry(story.clock, { type: 'stopped', at: riga('2026-03-02 10:00'), reason: null, actorId: null }, calendars);
    expect(stopped.outcome).toBe('breached');
  });

  it('reopened across the end of a month, it leaves out the time since the resolution and withdraws the outcome', () => {
    const met = Story.started('2026-03-30 09:00', P3).stopped('2026-03-30 17:00');
    expect(met.clock).toMatchObject({ outcome: 'met', outcomeAt: riga('2026-03-30 17:00') });
    const again = met.reopened('2026-04-01 10:00');
    expect(again.clock).toMatchObject({ state: 'running', outcome: null, outcomeAt: null, consumed: 8 * hour, targetNo: 1 });
    expect(again.due).toBe('2026-04-02 09:30');
    expect(again.thresholds).toEqual(['75 % 2026-04-01 14:00', '90 % 2026-04-01 16:24', '100 % 2026-04-02 09:30']);
    expect(again.stopped('2026-04-07 09:00').clock).toMatchObject({ outcome: 'breached', outcomeAt: riga('2026-04-02 09:30') });
  });

  it('a breach survives stop and reopening', () => {
    const { clock } = Story.started('2026-03-02 09:00', P1).stopped('2026-03-02 14:00').reopened('2026-03-02 15:00');
    expect(clock).toMatchObject({
      state: 'running',
      outcome: 'breached',
      outcomeAt: riga('2026-03-02 13:00'),
      dueAt: riga('2026-03-02 13:00'),
    });
  });

  it('a conversion carries the promises to the new ticket, which begins at the same submission', () => {
    const request: Target = { calendarId: '8x5', seconds: 24 * 3600 };
    const story = Story.started('2026-03-02 09:00', P3).retargeted('2026-03-03 10:00', request, { reason: 'converted' });
    expect([story.due, inRiga(story.clock.startedAt)]).toEqual(['2026-03-04 16:00', '2026-03-02 09:00']);
    const back = story.retargeted('2026-03-03 10:01', P3, { reason: 'converted' });
    expect(back.due).toBe('2026-03-03 16:30');
  });

  it('a new version of the calendar moves a running clock by the same rule (the day before is shorter too) and leaves the past as it was counted', () => {
    const base = calendars('8x5').definition;
    knowCalendar('8x5, 3 March off', { ...base, exceptions: [...base.exceptions, { date: '2026-03-03', kind: 'holiday' }] });
    const corrected: Target = { calendarId: '8x5, 3 March off', seconds: P3.seconds };
    const story = Story.started('2026-03-02 09:00', P3).retargeted('2026-03-02 15:00', corrected, { reason: 'calendar_correction' });
    expect(story.due).toBe('2026-03-05 09:00');
    expect(story.clock).toMatchObject({ consumed: 6 * hour, plan: { calendarId: '8x5, 3 March off' } });
    const later = Story.started('2026-03-02 09:00', P3).retargeted('2026-03-03 12:00', corrected, { reason: 'calendar_correction' });
    expect(later.clock.consumed).toBe(11.5 * hour);
  });

  it('a stop exactly at the deadline is met, and a microsecond later it is breached at the deadline', () => {
    const story = Story.started('2026-03-02 09:00', P1);
    expect(story.stopped('2026-03-02 13:00').clock).toMatchObject({ outcome: 'met', outcomeAt: riga('2026-03-02 13:00') });
    expect(story.stopped('2026-03-02 13:00:00.000001').clock).toMatchObject({ outcome: 'breached', outcomeAt: riga('2026-03-02 13:00') });
  });
});
