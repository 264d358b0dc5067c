import { describe, expect, it } from '@jest/globals';
import type { CalendarDefinition } from '#calendars';
import { instant } from '#kernel';
import type { TargetRule } from './choose-targets.js';
import { calendarIdsOf, type RuleBook, targetsBy, withCalendar, withPolicy, withTargets } from './simulation-rules.js';
import { addTicket, type DecidedClock, EMPTY_SUMS, farthest, figureOf, type Outcome } from './simulation.js';
import type { TrackedClock } from './tracked-clock.js';

const rule = (more: Partial<TargetRule>): TargetRule =>
  ({
    ...{ ticketType: 'incident', kind: 'resolution', priority: 3, serviceId: null, institutionId: null, partyId: null },
    ...{
      seconds: 16 * 3600,
      calendarKey: 'lv',
      calendarId: 'lv-2',
      pauseReasons: [],
      thresholds: [100],
      steps: [],
      policyVersionId: 'v',
      rule: 'middle_of_three',
    },
    ...more,
  }) as TargetRule;
const book: RuleBook = {
  generalPolicyId: 'general',
  agreements: [{ id: 'a', policyId: 'gold', serviceId: null, institutionId: 'police' }],
  rules: { general: [rule({}), rule({ serviceId: 'mail', seconds: 4 * 3600 })], gold: [rule({ seconds: 8 * 3600 })] },
  calendars: {},
};
const facts = { ticketType: 'incident', institutionId: 'fire', serviceId: null, groupId: null, priority: 3 };
const hours = (rules: RuleBook, more: object = {}): number[] =>
  targetsBy(rules)({ ...facts, ...more }).map(({ seconds }) => seconds / 3600);

describe('rules to be tried', () => {
  it('follow agreements to their policies, as a new ticket does', () => {
    expect([hours(book), hours(book, { institutionId: 'police' }), hours(book, { serviceId: 'mail' })]).toEqual([[16], [8], [4]]);
  });

  it('replace one policy and leave the others', () => {
    const tried = withPolicy(book, 'gold', [rule({ seconds: 3600 }), rule({ kind: 'ola', seconds: 60 })]);
    expect([hours(tried), hours(tried, { institutionId: 'police' })]).toEqual([[16], [1]]);
  });

  it('change the general target and leave those for one service', () => {
    const target = { priority: 3, kind: 'resolution', seconds: 7200, calendarKey: 'lv', calendarId: 'lv-2' } as const;
    const tried = withTargets(book, [target, { ...target, priority: 4 }]);
    expect([hours(tried), hours(tried, { serviceId: 'mail' }), hours(tried, { priority: 4 })]).toEqual([[2], [4], [2]]);
  });

  it('put a calendar in place of its versions, as if it had always held', () => {
    const definition = { code: 'lv', validFrom: '2027-01-01', before: {}, weekly: {} } as unknown as CalendarDefinition;
    const tried = withCalendar(book, 'lv', definition);
    expect(calendarIdsOf(book)).toEqual(['lv-2']);
    expect(calendarIdsOf(tried)).toEqual([]);
    expect(tried.calendars).toEqual({ 'draft lv': { code: 'lv', weekly: {} } });
  });
});

const decided = (more: Partial<DecidedClock> = {}): DecidedClock => ({
  ...{ ticketId: 't', kind: 'resolution', cycle: 1, priority: 3, institutionId: 'fire' },
  ...{ outcome: 'met', outcomeAt: instant(0), deadline: instant(9_000_000) },
  ...more,
});
const replayed = (outcome: Outcome | null, dueAt: number): TrackedClock =>
  ({ kind: 'resolution', cycle: 1, state: { outcome, dueAt: instant(dueAt) } }) as unknown as TrackedClock;
const add = (was: DecidedClock, today: TrackedClock[], would: TrackedClock[]) => addTicket(EMPTY_SUMS, { decided: [was], today, would });

describe('the sums of a what-if', () => {
  it('count a clock on both sides, and what it changes to', () => {
    const sums = add(decided(), [replayed('met', 9_000_000)], [replayed('breached', 4_000_000)]);
    expect(sums).toMatchObject({ all: { was: { met: 1, breached: 0 }, would: { met: 0, breached: 1 } }, toBreached: 1, toMet: 0 });
    expect(sums.changed).toMatchObject([{ was: 'met', would: 'breached', margin: 5 }]);
    expect(sums.differs).toEqual({ outcomes: 0, deadlines: 0 });
  });

  it('say honestly where a replay by the rules in force is not what is kept', () => {
    expect(add(decided(), [replayed('breached', 9_000_000)], [replayed('met', 9_000_000)]).differs).toEqual({ outcomes: 1, deadlines: 0 });
    expect(add(decided(), [replayed('met', 10_000_001)], [replayed('met', 9_000_000)]).differs).toEqual({ outcomes: 0, deadlines: 1 });
    expect(add(decided(), [], [replayed('met', 9_000_000)]).differs).toEqual({ outcomes: 1, deadlines: 1 });
  });

  it('count apart what would still be open, and what would have no promise', () => {
    const sums = add(decided(), [], [replayed(null, 9_000_000)]);
    expect([sums.undecided, sums.unpromised, sums.all.would]).toEqual([1, 0, { met: 0, breached: 0 }]);
    expect(add(decided(), [], []).unpromised).toBe(1);
  });

  it('keep the five hundred whose deadlines lie farthest apart', () => {
    let sums = EMPTY_SUMS;
    for (let n = 1; n <= 1_500; n += 1)
      sums = addTicket(sums, {
        decided: [decided({ ticketId: String(n) })],
        today: [],
        would: [replayed('breached', 9_000_000 + n * 1_000_000)],
      });
    expect(sums.toBreached).toBe(1_500);
    expect(farthest(sums.changed).map(({ margin }) => margin)).toEqual(Array.from({ length: 500 }, (_, at) => 1_500 - at));
  });

  it('show few clocks as counts: no share below ten, no interval below five (DOMAIN 5)', () => {
    expect(figureOf({ met: 0, breached: 0 })).toMatchObject({ n: 0, percent: null, low: null });
    expect(figureOf({ met: 1, breached: 3 })).toMatchObject({ n: 4, percent: null, low: null });
    expect(figureOf({ met: 4, breached: 1 })).toMatchObject({ percent: null, low: 37.6, high: 96.4 });
    expect(figureOf({ met: 170, breached: 30 })).toMatchObject({ percent: 85, low: 79.4, high: 89.3 });
  });
});
