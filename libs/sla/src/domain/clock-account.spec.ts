import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MICROS_PER_SECOND } from '#kernel';
import { accountOf, type ClockAccount } from './clock-account.js';
import { calendars, inRiga, knowCalendar, P3, P4, riga, Story } from './test/clock-story.js';

const account = (story: Story): ClockAccount => accountOf(story.entries, calendars)!;
const hours = (micros: number | null): number => (micros ?? 0) / MICROS_PER_SECOND / 3600;
const told = ({ agreed }: ClockAccount): unknown => [agreed.outcome, inRiga(agreed.at)];
const opened = Story.started('2026-03-02 09:00', P3);

describe('A clock as it was agreed', () => {
  it('is as it was amended where nothing was changed', () => {
    expect(told(account(opened.stopped('2026-03-03 16:30')))).toEqual(['met', '2026-03-03 16:30']);
    expect(told(account(opened.stopped('2026-03-04 09:00')))).toEqual(['breached', '2026-03-03 16:30']);
    expect(account(opened).agreed).toEqual({ outcome: null, at: riga('2026-03-03 16:30') });
    expect(account(opened).amended).toBe(false);
  });

  it('holds the first promise against the real stop after a relaxation, with the pauses', () => {
    const relaxed = opened.retargeted('2026-03-02 12:00', P4).stopped('2026-03-04 12:00');
    expect([relaxed.clock.outcome, ...(told(account(relaxed)) as string[])]).toEqual(['met', 'breached', '2026-03-03 16:30']);
    expect(account(relaxed).amended).toBe(true);
    // Four hours of waiting for the requester move 16:30 on Tuesday to 12:00 on Wednesday: half an hour of Tuesday is left.
    const paused = opened.retargeted('2026-03-02 12:00', P4).paused('2026-03-03 09:00').resumed('2026-03-03 13:00');
    expect(told(account(paused.stopped('2026-03-04 12:00')))).toEqual(['met', '2026-03-04 12:00']);
    expect(told(account(paused.stopped('2026-03-04 12:01')))).toEqual(['breached', '2026-03-04 12:00']);
  });

  it('has no date while it is paused before its deadline, and is breached where that passed before', () => {
    expect(told(account(opened.paused('2026-03-03 10:00')))).toEqual([null, null]);
    const late = opened.retargeted('2026-03-02 12:00', P4).paused('2026-03-04 10:00');
    expect(told(account(late))).toEqual([null, '2026-03-03 16:30']);
    expect(told(account(late.stopped('2026-03-05 10:00')))).toEqual(['breached', '2026-03-03 16:30']);
  });

  it('counts a cancellation after the first deadline as breached, and one before it not at all', () => {
    const relaxed = opened.retargeted('2026-03-02 12:00', P4);
    expect(told(account(relaxed.cancelled('2026-03-04 10:00')))).toEqual(['breached', '2026-03-03 16:30']);
    expect(told(account(relaxed.cancelled('2026-03-03 16:30')))).toEqual([null, null]);
  });

  it('has until the resumption where it was paused at its very deadline', () => {
    expect(told(account(opened.paused('2026-03-03 16:30').stopped('2026-03-04 10:00')))).toEqual(['met', '2026-03-04 10:00']);
  });

  it('equals the promise in force for every history without a change of target', () => {
    const times = fc.uniqueArray(fc.integer({ min: 0, max: 60 * 24 * 20 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(times, (minutes) => {
        const start = riga('2026-03-02 09:00');
        const at = (minute: number): string => inRiga((start + minute * 60 * MICROS_PER_SECOND) as typeof start)!.slice(0, 16);
        const ordered = [...minutes].sort((a, b) => a - b).map((minute) => at(minute + 1));
        const last = ordered.pop()!;
        const story = ordered.reduce((s, when, i) => (i % 2 === 0 ? s.paused(when) : s.resumed(when)), opened).stopped(last);
        expect(account(story).agreed).toEqual({ outcome: story.clock.outcome, at: story.clock.outcomeAt });
      }),
      { numRuns: 500 },
    );
  });
});

describe('A clock account', () => {
  it('names the pauses that began in the last tenth before the deadline, and the working time in them', () => {
    // 90 % of 16 h are 14 h 24 min: seven on Monday, so that Tuesday's last tenth begins at 16:24 after the hour and a half of waiting.
    const pauses = account(
      opened
        .paused('2026-03-02 16:00')
        .resumed('2026-03-03 09:00')
        .paused('2026-03-03 16:30', 'agreed_date')
        .resumed('2026-03-04 10:00')
        .stopped('2026-03-04 10:05'),
    ).pauses;
    expect(pauses.map((p) => [p.reason, p.late, hours(p.worked)])).toEqual([
      ['awaiting_requester', false, 1.5],
      // Half an hour of Tuesday and an hour and a half of Wednesday.
      ['agreed_date', true, 2],
    ]);
  });

  it('calls no pause late that began after the deadline', () => {
    expect(account(opened.paused('2026-03-04 10:00')).pauses.map((p) => p.late)).toEqual([false]);
  });

  it('counts relaxations with the time that they gained and who confirmed them', () => {
    const [first] = account(opened.retargeted('2026-03-02 12:00', P4).confirmed('2026-03-02 12:30', 'lead')).relaxations;
    // From Tuesday 16:30 to Friday 15:00.
    expect([hours(first!.gained), first!.actorId, first!.requesterAsked, first!.confirmedBy]).toEqual([70.5, 'agent', false, 'lead']);
    const asked = account(opened.retargeted('2026-03-02 12:00', P4, { requesterAsked: true })).relaxations;
    expect(asked.map((one) => [one.requesterAsked, one.confirmedBy])).toEqual([[true, null]]);
  });

  it('counts no correction of the calendar as a relaxation', () => {
    const base = calendars('8x5').definition;
    knowCalendar('8x5, 3 March closed', { ...base, exceptions: [...base.exceptions, { date: '2026-03-03', kind: 'holiday' }] });
    const closed = { calendarId: '8x5, 3 March closed', seconds: P3.seconds };
    const corrected = opened.retargeted('2026-03-02 15:00', closed, { reason: 'calendar_correction' });
    expect(corrected.clock.changes.map((change) => change.relaxes)).toEqual([true]);
    expect(account(corrected).relaxations).toEqual([]);
    expect(account(corrected.retargeted('2026-03-02 16:00', P4)).relaxations).toHaveLength(1);
  });

  it('counts the contract time of any part of its life, and the whole of it is what was used up', () => {
    const told = account(opened.paused('2026-03-02 12:00').resumed('2026-03-02 13:00').stopped('2026-03-03 10:00'));
    const part = (from: string, to: string): number => hours(told.consumedBetween(riga(from), riga(to)));
    expect([part('2026-03-02 09:00', '2026-03-02 14:00'), part('2026-03-02 14:00', '2026-03-03 10:00')]).toEqual([4, 4.5]);
    expect(hours(told.consumed)).toBe(8.5);
  });
});
