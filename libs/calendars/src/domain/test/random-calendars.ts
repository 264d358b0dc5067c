import fc from 'fast-check';
import { instant, type Instant, type Interval } from '#kernel';
import type { CalendarDefinition, CalendarException, Window } from '../calendar-version.js';
import { dateOf, epochDay } from '../local-day.js';

export const MINUTE = 60_000_000;
const DAY = 1440 * MINUTE;
/** The first day of the year that random calendars and instants are about. */
export const FIRST = epochDay('2026-01-01');

export const ZONES = [
  'Europe/Riga',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'UTC',
  'Pacific/Apia',
  'Africa/Casablanca',
];

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

const named = { code: fc.constant('random'), nameLv: fc.constant(''), nameEn: fc.constant('') };

/** Any week of several windows a day, with holidays and moved days; Mondays always have working time. */
export const calendar: fc.Arbitrary<CalendarDefinition> = fc.record({
  ...named,
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

/** Hardly any working time: a few minutes on one day of the week, in the hours that daylight saving moves among others. */
export const scarceCalendar: fc.Arbitrary<CalendarDefinition> = fc
  .tuple(fc.constantFrom('1', '4', '7'), fc.constantFrom(0, 60, 150, 185, 1434), fc.integer({ min: 1, max: 5 }))
  .chain(([day, from, minutes]) =>
    fc.record({
      ...named,
      timezone: fc.constantFrom(...ZONES),
      weekly: fc.constant({ [day]: [[time(from), time(from + minutes)]] as Window[] }),
      exceptions,
      shortenedByMinutes: fc.constantFrom(0, 2),
    }),
  );

/** Around both changes of daylight saving in Europe and America, and anywhere else in the year. */
export const start: fc.Arbitrary<Instant> = fc
  .oneof(fc.integer({ min: 60, max: 92 }), fc.integer({ min: 290, max: 308 }), fc.integer({ min: 1, max: 330 }))
  .chain((day) => fc.integer({ min: 0, max: 1439 }).map((minute) => instant((FIRST + day) * DAY + minute * MINUTE)));

/** Up to four pauses near an instant; they may overlap, touch, be empty or lie before it. */
export const pausesAfter = (from: Instant): fc.Arbitrary<Interval[]> =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -600, max: 6000 }), fc.integer({ min: 0, max: 3000 }))
      .map(([a, n]) => ({ from: instant(from + a * MINUTE), to: instant(from + (a + n) * MINUTE) })),
    { maxLength: 4 },
  );
