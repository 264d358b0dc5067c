import fc from 'fast-check';
import { instant, type Instant, type Interval } from '#kernel';
import type { CalendarDefinition } from './calendar-version.js';
import { lv8x5 } from './test/calendars.js';
import { MinuteTable } from './test/minute-table.js';
import { seed } from '../../../../test/support/seed.js';
import { calendar, FIRST, MINUTE, pausesAfter, scarceCalendar, start } from './test/random-calendars.js';
import { WorkingCalendar } from './working-calendar.js';

const DAY = 1440 * MINUTE;

interface Situation {
  readonly working: WorkingCalendar;
  readonly from: Instant;
  readonly pauses: Interval[];
  /** Microseconds. */
  readonly amount: number;
}

/** Amounts and starts to the microsecond, not to the minute. */
const situationOn = (calendars: fc.Arbitrary<CalendarDefinition>, mostMinutes: number): fc.Arbitrary<Situation> =>
  fc
    .tuple(calendars, start, fc.nat({ max: MINUTE - 1 }), fc.integer({ min: 1, max: mostMinutes }), fc.nat({ max: MINUTE - 1 }))
    .chain(([definition, minute, micros, minutes, rest]) => {
      const from = instant(minute + micros);
      return pausesAfter(from).map((pauses) => ({
        working: new WorkingCalendar(definition),
        from,
        pauses,
        amount: minutes * MINUTE - rest,
      }));
    });

const situation = fc.oneof(situationOn(calendar, 2400), situationOn(scarceCalendar, 60));
const check = <T>(arbitrary: fc.Arbitrary<T>, law: (value: T) => void, numRuns = 150): void =>
  fc.assert(fc.property(arbitrary, law), { seed, numRuns });

describe(`the laws of working time (seed ${seed}; repeat with ATBALSTS_TEST_SEED)`, () => {
  it('what is added has elapsed, and not a microsecond earlier', () => {
    check(situation, ({ working, from, pauses, amount }) => {
      const end = working.add(from, amount, pauses);
      expect(working.elapsed(from, end, pauses)).toBe(amount);
      expect(working.elapsed(from, instant(end - 1), pauses)).toBe(amount - 1);
    });
  });

  it('adding what has elapsed comes back to the end, or to the last instant before it that counted', () => {
    check(fc.tuple(situation, fc.integer({ min: 1, max: 30 * DAY })), ([{ working, from, pauses }, length]) => {
      const to = instant(from + length);
      const back = working.add(from, working.elapsed(from, to, pauses), pauses);
      expect(back).toBeLessThanOrEqual(to);
      expect(working.elapsed(back, to, pauses)).toBe(0);
    });
  });

  it('adding in two parts is adding the sum', () => {
    check(fc.tuple(situation, fc.double({ min: 0, max: 1, noNaN: true })), ([{ working, from, pauses, amount }, share]) => {
      const first = Math.floor(amount * share);
      const middle = working.add(from, first, pauses);
      expect(working.add(middle, amount - first, pauses)).toBe(working.add(from, amount, pauses));
    });
  });

  it('two neighbouring stretches hold together what they hold each', () => {
    check(fc.tuple(situation, fc.nat({ max: 20 * DAY }), fc.nat({ max: 20 * DAY })), ([{ working, from, pauses }, a, b]) => {
      const middle = instant(from + a);
      const to = instant(from + a + b);
      expect(working.elapsed(from, middle, pauses) + working.elapsed(middle, to, pauses)).toBe(working.elapsed(from, to, pauses));
    });
  });

  it('more is never used up earlier, and a later start never ends earlier', () => {
    check(fc.tuple(situation, fc.nat({ max: DAY }), fc.nat({ max: 3 * DAY })), ([{ working, from, pauses, amount }, more, later]) => {
      const end = working.add(from, amount, pauses);
      expect(working.add(from, amount + (more % amount), pauses)).toBeGreaterThanOrEqual(end);
      expect(working.add(instant(from + later), amount, pauses)).toBeGreaterThanOrEqual(end);
    });
  });

  it('the next instant that counts counts, and nothing before it does', () => {
    check(situation, ({ working, from }) => {
      const next = working.next(from);
      expect(next).toBeGreaterThanOrEqual(from);
      expect(working.elapsed(from, next)).toBe(0);
      expect(working.elapsed(next, instant(next + 1))).toBe(1);
      expect(working.next(next)).toBe(next);
      expect(working.add(from, 1)).toBe(next + 1);
    });
  });

  it('pauses count by what they cover, however they are cut, ordered or told twice', () => {
    check(situation, ({ working, from, pauses, amount }) => {
      const halves = pauses.flatMap(({ from: a, to: b }) => {
        const middle = instant(Math.floor((a + b) / 2));
        return [
          { from: middle, to: b },
          { from: a, to: middle },
        ];
      });
      const end = working.add(from, amount, pauses);
      expect(working.add(from, amount, [...halves, ...pauses].reverse())).toBe(end);
      expect(working.elapsed(from, end, [...halves, ...pauses].reverse())).toBe(amount);
    });
  });

  it('a pause takes away exactly the working time in it', () => {
    check(situation, ({ working, from, pauses, amount }) => {
      const [pause] = pauses.filter((p) => p.from >= from);
      fc.pre(pause !== undefined);
      const end = working.add(from, amount, [pause!]);
      const lost = end > pause!.from ? working.elapsed(pause!.from, pause!.to) : 0;
      expect(end).toBe(lost === 0 && end <= pause!.from ? working.add(from, amount) : working.add(from, amount + lost));
    });
  });
});

describe(`clocks of 400 days (seed ${seed}; repeat with ATBALSTS_TEST_SEED)`, () => {
  const every = (timezone: string, ...windows: [string, string][]): CalendarDefinition => ({
    code: timezone,
    nameLv: '',
    nameEn: '',
    timezone,
    weekly: Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, windows])),
    exceptions: [{ date: '2026-06-23', kind: 'holiday' }],
    shortenedByMinutes: 0,
  });

  it.each([
    ['working days in Riga with holidays, moved and shortened days', lv8x5.definition],
    ['nights and a lunch break on Lord Howe', every('Australia/Lord_Howe', ['01:10', '02:40'], ['08:30', '12:30'], ['13:00', '17:00'])],
    ['all but a quarter of an hour in Santiago', every('America/Santiago', ['00:00', '23:45'])],
  ])('on %s end and measure as the minutes say', (_, definition) => {
    const working = new WorkingCalendar(definition);
    const days = 500;
    const table = new MinuteTable(definition, instant((FIRST - 30) * DAY), days * 1440);
    const stretch = fc.tuple(fc.nat({ max: 90 * 1440 }), fc.integer({ min: 395 * 1440, max: 405 * 1440 }));
    check(
      stretch,
      ([from, length]) => {
        const counted = table.elapsed(from, from + length);
        expect(working.elapsed(table.at(from), table.at(from + length))).toBe(counted * MINUTE);
        expect(working.add(table.at(from), counted * MINUTE)).toBe(table.add(from, counted));
        expect(working.next(table.at(from + length))).toBe(table.next(from + length));
      },
      300,
    );
  });
});

describe('a calendar with almost no working time', () => {
  const minuteAWeek: CalendarDefinition = {
    code: 'minute',
    nameLv: '',
    nameEn: '',
    timezone: 'Europe/Riga',
    weekly: { '7': [['03:30', '03:31']] },
    exceptions: [],
    shortenedByMinutes: 0,
  };

  it('counts a minute a week over years, none in the spring night and two in the autumn night', () => {
    const working = new WorkingCalendar(minuteAWeek);
    const from = instant((FIRST + 3) * DAY);
    // 52 Sundays of 2026 from 4 January on: one of them lacks the minute, one has it twice.
    expect(working.elapsed(from, instant(from + 364 * DAY))).toBe(52 * MINUTE);
    expect(working.elapsed(from, instant(from + 12 * 7 * DAY))).toBe(12 * MINUTE);
    expect(working.elapsed(from, instant(from + 13 * 7 * DAY))).toBe(12 * MINUTE);
    const end = working.add(from, 2000 * MINUTE);
    expect(working.elapsed(from, end)).toBe(2000 * MINUTE);
    expect(end - from).toBeGreaterThan(1990 * 7 * DAY);
  });

  it('says that the end is too far away where the amount does not fit into a hundred years', () => {
    expect(() => new WorkingCalendar(minuteAWeek).add(instant(FIRST * DAY), 6000 * MINUTE)).toThrow('calendars.too-far');
  });
});
