import fc from 'fast-check';
import { instant, type Instant, type Interval, parseInstant } from '#kernel';
import type { CalendarDefinition, CalendarException, Window } from './calendar-version.js';
import { explain } from './explanation.js';
import { dateOf, epochDay } from './local-day.js';
import { MinuteOracle } from '../../../../test/support/minute-oracle.js';
import { WorkingCalendar } from './working-calendar.js';

const MINUTE = 60_000_000;
const seed = Number(process.env['ATBALSTS_TEST_SEED'] ?? process.hrtime.bigint() % 2_147_483_647n);
const ZONES = [
  'Europe/Riga',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'UTC',
  'Pacific/Apia',
  'Africa/Casablanca',
];
const FIRST = epochDay('2026-01-01');

const time = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const windows: fc.Arbitrary<Window[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 288 }), { minLength: 0, maxLength: 6 })
  .map((cuts) => cuts.sort((a, b) => a - b))
  .map((cuts) =>
    Array.from({ length: Math.floor(cuts.length / 2) }, (_, i): Window => [time(cuts[2 * i]! * 5), time(cuts[2 * i + 1]! * 5)]),
  );

const exceptions: fc.Arbitrary<CalendarException[]> = fc.uniqueArray(
  fc
    .record({
      day: fc.integer({ min: 0, max: 364 }),
      kind: fc.constantFrom('holiday', 'moved_day_off', 'moved_working_day'),
      of: fc.integer({ min: -20, max: 20 }),
    })
    .map(({ day, kind, of }): CalendarException => {
      const date = dateOf(FIRST + day);
      return kind === 'moved_working_day'
        ? { date, kind, replaces: dateOf(FIRST + day + of) }
        : { date, kind: kind as 'holiday' | 'moved_day_off' };
    }),
  { selector: (e) => e.date, maxLength: 40 },
);

const calendar: fc.Arbitrary<CalendarDefinition> = fc.record({
  code: fc.constant('random'),
  nameLv: fc.constant(''),
  nameEn: fc.constant(''),
  timezone: fc.constantFrom(...ZONES),
  weekly: fc.record({
    '1': fc.constant<Window[]>([['09:00', '17:00']]),
    '2': windows,
    '3': windows,
    '4': windows,
    '5': windows,
    '6': windows,
    '7': windows,
  }),
  exceptions,
  shortenedByMinutes: fc.constantFrom(0, 60, 90),
});

/** Around both changes of daylight saving in Europe and America, and anywhere else in the year. */
const start: fc.Arbitrary<Instant> = fc
  .oneof(fc.integer({ min: 60, max: 92 }), fc.integer({ min: 290, max: 308 }), fc.integer({ min: 1, max: 330 }))
  .chain((day) => fc.integer({ min: 0, max: 1439 }).map((minute) => instant((FIRST + day) * 86_400_000_000 + minute * MINUTE)));

const pausesAfter = (from: Instant): fc.Arbitrary<Interval[]> =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -600, max: 6000 }), fc.integer({ min: 0, max: 3000 }))
      .map(([a, n]) => ({ from: instant(from + a * MINUTE), to: instant(from + (a + n) * MINUTE) })),
    { maxLength: 4 },
  );

const situation = fc
  .tuple(calendar, start)
  .chain(([definition, from]) =>
    fc.tuple(fc.constant(definition), fc.constant(from), pausesAfter(from), fc.integer({ min: 1, max: 2400 })),
  );

describe(`the calendar against a minute-by-minute oracle (seed ${seed}; repeat with ATBALSTS_TEST_SEED)`, () => {
  it('adds like the oracle', () => {
    fc.assert(
      fc.property(situation, ([definition, from, pauses, minutes]) => {
        const expected = new MinuteOracle(definition).add(from, minutes, pauses);
        expect(new WorkingCalendar(definition).add(from, minutes * MINUTE, pauses)).toBe(expected);
      }),
      { seed, numRuns: 150 },
    );
  });

  it('measures like the oracle, and explains what it measures', () => {
    fc.assert(
      fc.property(situation, ([definition, from, pauses, minutes]) => {
        const to = instant(from + minutes * 20 * MINUTE);
        const working = new WorkingCalendar(definition);
        expect(working.elapsed(from, to, pauses)).toBe(new MinuteOracle(definition).elapsed(from, to, pauses) * MINUTE);
        const parts = explain(working, from, to);
        expect(parts.filter((p) => p.counted).reduce((sum, p) => sum + (p.to - p.from), 0)).toBe(working.elapsed(from, to));
        expect([parts[0]!.from, parts.at(-1)!.to]).toEqual([from, to]);
        expect(parts.every((p, i) => i === 0 || p.from === parts[i - 1]!.to)).toBe(true);
      }),
      { seed, numRuns: 150 },
    );
  });

  it('what is added is what has elapsed, to the microsecond', () => {
    fc.assert(
      fc.property(situation, fc.nat({ max: 59_999_999 }), ([definition, from, pauses, minutes], rest) => {
        const working = new WorkingCalendar(definition);
        const amount = minutes * MINUTE + rest;
        expect(working.elapsed(from, working.add(from, amount, pauses), pauses)).toBe(amount);
      }),
      { seed, numRuns: 200 },
    );
  });
});

describe('a zone that skips a whole date', () => {
  it('has no working time on 30 December 2011 in Apia', () => {
    const all = {
      '1': [['00:00', '24:00']],
      '2': [['00:00', '24:00']],
      '3': [['00:00', '24:00']],
      '4': [['08:00', '16:00']],
      '5': [['08:00', '16:00']],
    } as const;
    const working = new WorkingCalendar({
      code: 'apia',
      nameLv: '',
      nameEn: '',
      timezone: 'Pacific/Apia',
      weekly: all,
      exceptions: [],
      shortenedByMinutes: 0,
    });
    expect(working.elapsed(parseInstant('2011-12-30T08:00:00Z'), parseInstant('2011-12-31T10:00:00Z'))).toBe(0);
  });
});
