import { describe, expect, it } from '@jest/globals';
import { dateOf, daysBetween, mondayOf, readDays } from './load-days.js';
import { hourOf } from './load-fact.js';
import { daysOf, heatOf, NO_LOAD } from './load-heat.js';
import { riga } from './test/history.js';

const NOW = riga('2026-11-22T14:30');

describe('the days of Riga', () => {
  it('have 24 hours, but 23 and 25 in the nights when the clock is moved', () => {
    const [before, spring] = daysBetween('2026-03-28', '2026-03-29');
    expect([before!.clock.length, spring!.clock.length]).toEqual([24, 23]);
    expect(spring!.clock.slice(1, 5)).toEqual([1, 2, 4, 5]);
    const [autumn, after] = daysBetween('2026-10-25', '2026-10-26');
    expect([autumn!.clock.length, autumn!.clock.slice(2, 6)]).toEqual([25, [2, 3, 3, 4]]);
    expect(after!.first - autumn!.first).toBe(25);
    expect(after!.first).toBe(hourOf(riga('2026-10-26T00:00')));
    expect([autumn!.weekday, after!.weekday]).toEqual([7, 1]);
  });

  it('are those that are asked for, else eight weeks that end today', () => {
    const days = readDays(undefined, undefined, NOW);
    expect([days.length, days[0]!.date, days.at(-1)!.date]).toEqual([56, '2026-09-28', '2026-11-22']);
    expect(readDays('2026-11-01', '2026-11-02', NOW).map(({ date }) => date)).toEqual(['2026-11-01', '2026-11-02']);
    expect(dateOf(riga('2026-11-22T00:00'))).toBe('2026-11-22');
    expect([mondayOf('2026-11-22'), mondayOf('2026-11-23')]).toEqual(['2026-11-16', '2026-11-23']);
  });

  it.each([
    ['2026-02-30', '2026-03-01'],
    ['2026-03-02', '2026-03-01'],
    ['2025-01-01', '2026-11-22'],
  ])('are refused where there are no such days, none, or more than a year of them: %s to %s', (from, to) =>
    expect(() => readDays(from, to, NOW)).toThrow('kpis.days-invalid'),
  );
});

describe('the hours of the week', () => {
  it('say how often each has been, and leave out what has not begun', () => {
    const days = readDays('2026-11-16', '2026-11-29', NOW);
    const monday = days[0]!.first + 9;
    const load = new Map([
      [monday, { ...NO_LOAD, arrived: 3, resolved: 1 }],
      [days[6]!.first + 14, { ...NO_LOAD, arrived: 1 }],
    ]);
    const heat = heatOf(days, load, hourOf(NOW) + 1);
    expect(heat).toHaveLength(168);
    expect(heat[9]).toEqual({ weekday: 1, hour: 9, hours: 1, arrived: 3, reopened: 0, resolved: 1, cancelled: 0 });
    expect(heat[6 * 24 + 14]).toMatchObject({ weekday: 7, hour: 14, hours: 1, arrived: 1 });
    expect(heat[6 * 24 + 15]).toMatchObject({ hours: 0, arrived: 0 });
    const byDay = daysOf(days, load, hourOf(NOW) + 1);
    expect([byDay.length, byDay[0]!.arrived, byDay.at(-1)!.date]).toEqual([7, 3, '2026-11-22']);
  });

  it('count the hour that an autumn night has twice as two of its kind', () => {
    const days = daysBetween('2026-10-19', '2026-10-25');
    expect(heatOf(days, new Map(), Infinity).filter(({ hours }) => hours !== 1)).toEqual([
      expect.objectContaining({ weekday: 7, hour: 3, hours: 2 }),
    ]);
  });
});
