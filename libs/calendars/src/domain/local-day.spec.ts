import { Temporal } from 'temporal-polyfill';
import { instant } from '#kernel';
import { dateOf, epochDay, isTimezone, MICROS_PER_DAY, offsetAt, startOfDay, stretchesOfDay } from './local-day.js';

/** Zones whose changes are unusual: at midnight, by half an hour, by two hours, twice more in Ramadan, without a whole date. */
const ZONES = [
  'Europe/Riga',
  'America/Santiago',
  'America/Havana',
  'Africa/Cairo',
  'Asia/Beirut',
  'America/Nuuk',
  'Australia/Lord_Howe',
  'Antarctica/Troll',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Pacific/Apia',
];

describe('local days', () => {
  it.each(ZONES)('begin in %s where a calendar library says so, on each date of 2011, 2024 and 2026', (zone) => {
    for (const year of ['2011', '2024', '2026']) {
      const first = epochDay(`${year}-01-01`);
      for (let day = first; day < first + 366; day++) {
        const begins = Temporal.PlainDate.from(dateOf(day)).toZonedDateTime(zone);
        expect([dateOf(day), startOfDay(zone, day)]).toEqual([dateOf(day), begins.epochMilliseconds * 1000]);
        expect(offsetAt(zone, startOfDay(zone, day))).toBe(begins.offsetNanoseconds / 1000);
      }
    }
  });

  it('are cut where the offset changes, and nowhere else', () => {
    expect(stretchesOfDay('Europe/Riga', epochDay('2026-06-01'))).toHaveLength(1);
    const spring = stretchesOfDay('Europe/Riga', epochDay('2026-03-29'));
    expect(spring.map((part) => part.offset / 3_600_000_000)).toEqual([2, 3]);
    expect(spring[1]!.to - spring[0]!.from).toBe((MICROS_PER_DAY / 24) * 23);
    expect(stretchesOfDay('Pacific/Apia', epochDay('2011-12-30'))).toEqual([]);
  });

  it('know offsets of seconds, which zones had once', () => {
    expect(offsetAt('Africa/Monrovia', instant(0))).toBe(-(44 * 60 + 30) * 1_000_000);
  });
});

describe('the name of a time zone', () => {
  it.each(['Europe/Riga', 'UTC', 'america/new_york', 'Etc/GMT-2'])('%s is one', (name) => expect(isTimezone(name)).toBe(true));
  it.each(['Europe/Atlantis', '+02:00', '', ' Europe/Riga', 'constructor'])('%p is none', (name) => expect(isTimezone(name)).toBe(false));
});
