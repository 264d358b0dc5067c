import { formatInstant, instant, type Instant, parseInstant, toDate } from '#kernel';
import type { CalendarDefinition, Window } from './calendar-version.js';
import { explain } from './explanation.js';
import { MinuteTable } from './test/minute-table.js';
import { WorkingCalendar } from './working-calendar.js';

const MINUTE = 60_000_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = ['1', '2', '3', '4', '5', '6', '7'] as const;

const daily = (timezone: string, ...windows: Window[]): CalendarDefinition => ({
  code: windows.map((w) => w.join('-')).join(' '),
  nameLv: '',
  nameEn: '',
  timezone,
  weekly: Object.fromEntries(WEEK.map((day) => [day, windows])),
  // An exception far away: otherwise a calendar of whole days would be measured in absolute time without looking at any day.
  exceptions: [{ date: '1999-01-01', kind: 'holiday' }],
  shortenedByMinutes: 0,
});

/** Windows that hold, cut, begin in, end in and stand inside the hours that a change leaves out or repeats, in any of the zones. */
const WINDOWS: Window[][] = [
  [['00:00', '24:00']],
  [
    ['00:00', '06:00'],
    ['22:00', '24:00'],
  ],
  [['02:15', '03:45']],
  [
    ['00:30', '01:30'],
    ['01:45', '02:10'],
    ['02:40', '03:20'],
    ['03:30', '04:05'],
    ['23:10', '23:50'],
  ],
  [
    ['08:30', '12:30'],
    ['13:00', '17:00'],
  ],
];

interface Change {
  readonly at: Instant;
  /** Minutes by which the wall clock is put forward. */
  readonly by: number;
}

/** The changes of a zone's clock from 2024 to 2030, to the minute, read from `Intl`. */
function changesOf(timezone: string): Change[] {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'medium' });
  const ahead = (at: number): number => Date.parse(`${format.format(toDate(instant(at))).replace(' ', 'T')}Z`) / 60_000 - at / MINUTE;
  const changes: Change[] = [];
  for (let at: number = parseInstant('2024-01-01T00:00:00Z'); at < parseInstant('2031-01-01T00:00:00Z'); at += DAY) {
    if (ahead(at) === ahead(at + DAY)) continue;
    let [low, high] = [at, at + DAY];
    while (high - low > MINUTE) {
      const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
      if (ahead(middle) === ahead(low)) low = middle;
      else high = middle;
    }
    changes.push({ at: instant(high), by: ahead(high) - ahead(low) });
  }
  return changes;
}

/** Every minute from three hours before to three hours after a change as the start; what differs from the oracle. */
function differences(definition: CalendarDefinition, change: Instant): string[] {
  const working = new WorkingCalendar(definition);
  const table = new MinuteTable(definition, instant(change - 15 * HOUR), 6 * 24 * 60);
  const wrong: string[] = [];
  const compare = (what: string, minute: number, found: number, expected: number | undefined): void => {
    if (found !== expected) wrong.push(`${definition.timezone} ${definition.code}: ${what} ${formatInstant(table.at(minute))}`);
  };
  for (let minute = 12 * 60; minute < 18 * 60; minute += 1) {
    const start = table.at(minute);
    compare('next', minute, working.next(start), table.next(minute));
    for (const n of [1, 45, 241]) compare(`add ${n}`, minute, working.add(start, n * MINUTE), table.add(minute, n));
    for (const n of [1, 200, 1500])
      compare(`elapsed ${n}`, minute, working.elapsed(start, table.at(minute + n)), table.elapsed(minute, minute + n) * MINUTE);
  }
  const parts = explain(working, table.at(0), table.at(4 * 1440));
  compare(
    'explained',
    0,
    parts.filter((p) => p.counted).reduce((sum, p) => sum + p.to - p.from, 0),
    table.elapsed(0, 4 * 1440) * MINUTE,
  );
  return wrong;
}

describe('both nights of daylight saving of 2024 to 2030, minute by minute', () => {
  it.each([
    ['Europe/Riga', 60],
    ['Australia/Sydney', 60],
    ['Australia/Lord_Howe', 30],
    ['America/Santiago', 60],
  ])('%s changes by %i minutes twice a year, and counts as the oracle does in each of these nights', (timezone, by) => {
    const changes = changesOf(timezone);
    expect(changes).toHaveLength(14);
    expect(changes.filter((c) => c.by === by)).toHaveLength(7);
    expect(changes.filter((c) => c.by === -by)).toHaveLength(7);
    const wrong = changes.flatMap(({ at }) => WINDOWS.flatMap((windows) => differences(daily(timezone, ...windows), at)));
    expect(wrong.slice(0, 10)).toEqual([]);
  });
});

describe('a window over the hour that is left out or repeated', () => {
  const hoursIn = (timezone: string, window: Window, from: string, to: string): number =>
    new WorkingCalendar(daily(timezone, window)).elapsed(parseInstant(from), parseInstant(to)) / HOUR;

  it('in Riga, 02:00 to 05:00 holds two hours in spring and four in autumn', () => {
    expect(hoursIn('Europe/Riga', ['02:00', '05:00'], '2026-03-28T22:00:00Z', '2026-03-29T21:00:00Z')).toBe(2);
    expect(hoursIn('Europe/Riga', ['02:00', '05:00'], '2026-10-24T21:00:00Z', '2026-10-25T22:00:00Z')).toBe(4);
  });

  it('in Riga, 03:00 to 04:00 holds nothing in spring and two hours in autumn', () => {
    expect(hoursIn('Europe/Riga', ['03:00', '04:00'], '2026-03-28T22:00:00Z', '2026-03-29T21:00:00Z')).toBe(0);
    expect(hoursIn('Europe/Riga', ['03:00', '04:00'], '2026-10-24T21:00:00Z', '2026-10-25T22:00:00Z')).toBe(2);
  });

  it('on Lord Howe, which changes by half an hour, 01:00 to 03:00 holds an hour and a half in spring and two and a half in autumn', () => {
    expect(hoursIn('Australia/Lord_Howe', ['01:00', '03:00'], '2026-10-03T13:30:00Z', '2026-10-04T13:00:00Z')).toBe(1.5);
    expect(hoursIn('Australia/Lord_Howe', ['01:00', '03:00'], '2026-04-04T13:00:00Z', '2026-04-05T13:30:00Z')).toBe(2.5);
  });

  it('in Santiago, which changes at midnight, the day begins at 01:00 in spring and has its last hour twice in autumn', () => {
    expect(hoursIn('America/Santiago', ['00:00', '02:00'], '2026-09-06T04:00:00Z', '2026-09-07T03:00:00Z')).toBe(1);
    expect(hoursIn('America/Santiago', ['22:00', '24:00'], '2026-04-04T03:00:00Z', '2026-04-05T04:00:00Z')).toBe(3);
    const { from, to } = new WorkingCalendar(daily('America/Santiago', ['00:00', '24:00'])).dayAt(parseInstant('2026-09-06T12:00:00Z'));
    expect([formatInstant(from), (to - from) / HOUR]).toEqual(['2026-09-06T04:00:00.000Z', 23]);
  });
});
