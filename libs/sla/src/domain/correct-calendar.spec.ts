import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instant } from '#kernel';
import { seed } from '../../../../test/support/seed.js';
import { correctCalendar, movesPromise } from './correct-calendar.js';
import { firstDifference, foresee } from './foresee-correction.js';
import { ImpactTally } from './impact.js';
import { calendars, inRiga, knowCalendar, P1, P3, P4, P5, riga, Story } from './test/clock-story.js';
import type { TrackedClock } from './tracked-clock.js';

const base = calendars('8x5').definition;
const exception = (date: string, kind: 'holiday' | 'moved_working_day', replaces?: string) => ({
  ...base,
  exceptions: [...base.exceptions, { date, kind, ...(replaces ? { replaces } : {}) }],
});
knowCalendar('5 March off', exception('2026-03-05', 'holiday'));
knowCalendar('3 March off', exception('2026-03-03', 'holiday'));
knowCalendar('next year off', exception('2027-03-03', 'holiday'));
knowCalendar('7 March on', exception('2026-03-07', 'moved_working_day', '2026-03-12'));

const tracked = (story: Story): TrackedClock => ({
  ...{ id: 'c', ticketId: 't', kind: 'resolution', cycle: 1, partyId: null, policyVersionId: 'p', pauseReasons: ['awaiting_requester'] },
  facts: { ticketType: 'incident', institutionId: 'i', serviceId: null, groupId: null, priority: 3 },
  steps: story.entries.length,
  state: story.clock,
});
const correct = (story: Story, versionId: string, at: string, rule: 'middle_of_three' | 'restart' | 'replay' = 'middle_of_three') =>
  correctCalendar(tracked(story), { versionId, older: new Set(['8x5']), at: riga(at), actorId: 'publisher', rule }, calendars);
const due = (change: ReturnType<typeof correct>): string | null => inRiga(change?.after.state.dueAt ?? null);

describe('a calendar that was corrected under a clock (DOMAIN 4.3(7))', () => {
  const opened = Story.started('2026-03-02 09:00', P3); // due Tuesday 3 March 16:30

  it('moves the deadline to where the new version counts the same time from the start', () => {
    const change = correct(opened, '3 March off', '2026-03-02 12:00')!;
    expect([due(change), movesPromise(change)]).toEqual(['2026-03-05 09:00', true]);
    expect(change.entry).toMatchObject({ type: 'retargeted', reason: 'calendar_correction', actorId: 'publisher' });
  });

  it('puts a clock that does not move on the new version, so that a later resumption is counted on it', () => {
    const change = correct(opened, '5 March off', '2026-03-02 12:00')!;
    expect([due(change), movesPromise(change), change.after.state.plan.calendarId]).toEqual(['2026-03-03 16:30', false, '5 March off']);
    const paused = { type: 'paused', at: riga('2026-03-03 12:00'), reason: 'awaiting_requester', actorId: null } as const;
    const resumed = { ...paused, type: 'resumed', at: riga('2026-03-04 14:00') } as const;
    const story = opened.then(change.entry, paused, resumed);
    // 11.5 of 16 h are used; 4 March ends at 16:00, the day before a holiday: 2 h, and 2.5 h on 6 March.
    expect(story.due).toBe('2026-03-06 11:00');
  });

  it('keeps the old promise where the new version would end it sooner than a fresh start would', () => {
    const late = Story.started('2026-03-05 12:00', P3); // 5 h, 8.5 h, 2.5 h on Monday 9 March: 11:00
    expect(due(correct(late, '7 March on', '2026-03-06 16:00'))).toBe('2026-03-09 11:00');
    expect(due(correct(late, '7 March on', '2026-03-05 12:30'))).toBe('2026-03-07 11:30');
  });

  it('gives a paused clock what remains on the new version', () => {
    const paused = opened.paused('2026-03-02 15:00');
    const change = correct(paused, '3 March off', '2026-03-02 16:00')!;
    expect(change.after.state).toMatchObject({
      state: 'paused',
      dueAt: null,
      total: 16 * 3_600_000_000,
      plan: { calendarId: '3 March off' },
    });
  });

  it('does nothing to a clock that is breached, whether or not the sweep has said so', () => {
    expect(correct(opened, '5 March off', '2026-03-03 16:30:00.000001')).toBeUndefined();
    expect(correct(opened, '5 March off', '2026-03-03 16:30')).toBeDefined();
  });

  it('does nothing to a clock that is closed, or whose target counts on another calendar', () => {
    expect(correct(opened.stopped('2026-03-02 10:00'), '3 March off', '2026-03-02 12:00')).toBeUndefined();
    expect(correct(opened.cancelled('2026-03-02 10:00'), '3 March off', '2026-03-02 12:00')).toBeUndefined();
    expect(correct(Story.started('2026-03-02 09:00', P1), '3 March off', '2026-03-02 12:00')).toBeUndefined();
  });

  it('gives nobody all his time anew: a policy that restarts clocks does not restart them here', () => {
    expect(due(correct(opened, '3 March off', '2026-03-02 15:00', 'restart'))).toBe('2026-03-05 09:00');
    expect(due(correct(opened, '3 March off', '2026-03-02 15:00', 'replay'))).toBe('2026-03-05 09:00');
  });

  it('follows a clock that began anew from there, and lets nothing come back that was promised before', () => {
    const restarted = opened.restarted('2026-03-02 10:00', P4); // 40 h from 10:00: Friday 6 March 16:00
    expect(due(correct(restarted, 'next year off', '2026-03-02 12:00'))).toBe(restarted.due);
    expect(restarted.due).toBe('2026-03-06 16:00');
    expect(due(correct(restarted, '3 March off', '2026-03-02 12:00'))).toBe('2026-03-09 17:00');
    const back = restarted.retargeted('2026-03-02 11:00', P3);
    expect(back.due).toBe('2026-03-04 10:00'); // all of 16 h; the first promise, Tuesday 16:30, binds nobody any more
  });

  it('moves a paused clock where it would be due otherwise if it went on, as the look ahead says', () => {
    const change = correct(opened.paused('2026-03-02 15:00'), '3 March off', '2026-03-02 16:00')!;
    expect([change.before?.state.total, movesPromise(change)]).toEqual([change.after.state.total, true]);
    expect(movesPromise(correct(opened.paused('2026-03-02 15:00'), 'next year off', '2026-03-02 16:00')!)).toBe(false);
  });

  it('remembers: a holiday that is taken back gives the first promise again', () => {
    const first = correct(opened, '3 March off', '2026-03-02 12:00')!;
    const back = correctCalendar(
      first.after,
      { versionId: '8x5', older: new Set(['3 March off']), at: riga('2026-03-02 14:00'), actorId: null, rule: 'middle_of_three' },
      calendars,
    );
    expect(due(back)).toBe('2026-03-03 16:30');
  });
});

describe('looking ahead', () => {
  const days = ['3 March off', '5 March off', '7 March on'] as const;
  const hour = 3_600_000_000;

  it('comes to what the fold comes to, for clocks that only calendars have changed, and only from their start', () => {
    const moved = fc.record({ id: fc.constantFrom(...days, '8x5'), share: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(
        fc.nat(100 * 60),
        fc.integer({ min: 1, max: 60 }),
        fc.array(moved, { minLength: 1, maxLength: 4 }),
        (minute, hours, versions) => {
          const from = instant(riga('2026-03-01 00:00') + minute * 60_000_000);
          const target = { calendarId: '8x5', seconds: hours * 3600 };
          let clock = tracked(Story.of({ type: 'started', at: from, target, thresholds: [100], reason: null, actorId: null }));
          let at = from;
          const earlier: ReturnType<typeof calendars>[] = [];
          for (const [index, { id, share }] of versions.entries()) {
            const { dueAt, target: before } = clock.state;
            at = instant(at + Math.floor((dueAt! - at) * share));
            const correction = { versionId: id, older: new Set([...days, '8x5']), at, actorId: null, rule: 'middle_of_three' } as const;
            const change = correctCalendar(clock, correction, calendars);
            fc.pre(change !== undefined);
            const plain = { startedAt: from, dueAt: dueAt!, seconds: hours * 3600, earlier };
            const { deadline, winner } = change.after.state.changes.at(-1)!;
            expect(foresee(plain, at, calendars(id), 'middle_of_three')).toBe(deadline);
            if (index < versions.length - 1) fc.pre(winner === 'retro' && change.after.state.outcome === null);
            earlier.push(calendars(before.calendarId));
            clock = change.after;
          }
        },
      ),
      { seed, numRuns: 500 },
    );
  });

  it('need not look at clocks that end before the first day that changes: whatever became of them, they stay', () => {
    const minute = 60_000_000;
    const change = fc.record({
      after: fc.integer({ min: 1, max: 900 }),
      kind: fc.constantFrom('paused', 'middle_of_three', 'restart'),
      target: fc.constantFrom(P1, P3, P4, P5),
      requesterAsked: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.nat(100 * 60), fc.array(change, { maxLength: 5 }), fc.nat(600), (start, changes, wait) => {
        let at = riga('2026-03-01 00:00') + start * minute;
        let story = Story.of({ type: 'started', at: instant(at), target: P3, thresholds: [100], reason: null, actorId: null });
        for (const { after, kind, target, requesterAsked } of changes) {
          const step = { at: instant((at += after * minute)), reason: null, actorId: 'agent' };
          if (kind !== 'paused') story = story.then({ ...step, type: 'retargeted', target, rule: kind, requesterAsked });
          else story = story.then({ ...step, type: 'paused' }, { ...step, type: 'resumed', at: instant((at += after * minute)) });
        }
        const correction = { versionId: 'next year off', older: new Set(['8x5']), at: instant(at + wait * minute), actorId: null };
        const corrected = correctCalendar(tracked(story), { ...correction, rule: 'middle_of_three' }, calendars);
        fc.pre(corrected !== undefined);
        expect([movesPromise(corrected), corrected.after.state.dueAt]).toEqual([false, story.clock.dueAt]);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('finds the first day that counts differently, the shorter day before a holiday with it', () => {
    const first = firstDifference(calendars('8x5'), calendars('5 March off'), riga('2026-03-01 00:00'));
    expect(inRiga(first ?? null)).toBe('2026-03-04 00:00');
    expect(firstDifference(calendars('8x5'), calendars('5 March off'), riga('2026-03-06 00:00'))).toBeUndefined();
  });

  it('keeps the farthest hundred, whichever way they move', () => {
    const tally = new ImpactTally();
    for (let n = 1; n <= 9_000; n += 1)
      tally.add({
        ticketId: String(n),
        kind: 'resolution',
        before: instant(9_000 * hour),
        after: instant((9_000 + (n % 2 === 0 ? n : -n)) * hour),
      });
    expect([tally.affected, tally.later, tally.earlier]).toEqual([9_000, 4_500, 4_500]);
    expect(tally.farthest().map(({ ticketId }) => ticketId)).toEqual(Array.from({ length: 100 }, (_, at) => String(9_000 - at)));
  });
});
