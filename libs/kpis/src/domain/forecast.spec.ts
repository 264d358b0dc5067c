import { describe, expect, it } from '@jest/globals';
import { type ArrivalDay, forecast } from './forecast.js';
import { daysBetween } from './load-days.js';

const FREE = new Set(['2026-11-18', '2026-11-20']);

/** Days with so many arrivals: by the weekday, Monday first; holidays are free, and bring what a Sunday does. */
function history(from: string, to: string, week: readonly number[], more: (week: number) => number = () => 0): ArrivalDay[] {
  return daysBetween(from, to).map(({ date, weekday }, at) => {
    const working = weekday < 6 && !FREE.has(date);
    return { date, weekday, working, arrived: working ? week[weekday - 1]! + more(Math.floor(at / 7)) : week[6]! };
  });
}

const WEEK = [50, 40, 40, 30, 20, 2, 2];
const ahead = (from: string, to: string, free: string[] = []): ReturnType<typeof history> =>
  daysBetween(from, to).map(({ date, weekday }) => ({ date, weekday, working: weekday < 6 && !free.includes(date), arrived: 0 }));

describe('the forecast of next week', () => {
  it('is the mean of the same weekdays of eight weeks, and says what it was off by', () => {
    const found = forecast(history('2026-06-29', '2026-11-14', WEEK), ahead('2026-11-16', '2026-11-22'))!;
    expect(found.days.map(({ expected }) => expected)).toEqual(WEEK);
    expect(found.days.map(({ from }) => from)).toEqual([8, 8, 8, 8, 8, 8, 8]);
    expect(found.error).toEqual({ days: 56, percent: 0, naivePercent: 0, bias: 0, perDay: 0 });
    expect(found.days[0]).toMatchObject({ low: 50, high: 50 });
    expect(found.tried).toHaveLength(8);
  });

  it('takes a holiday for a free day, and leaves past holidays out of the mean of their weekday', () => {
    const found = forecast(history('2026-07-06', '2026-11-21', WEEK), ahead('2026-11-23', '2026-11-29', ['2026-11-24']))!;
    const [, tuesday, wednesday] = found.days;
    expect(tuesday).toMatchObject({ working: false, expected: 2 });
    // Of eight Wednesdays and Fridays one each was a holiday: 18 and 20 November.
    expect(wednesday).toMatchObject({ expected: 40, from: 7 });
    expect(found.days[4]).toMatchObject({ expected: 20, from: 7 });
  });

  it('takes a Saturday that is worked for a working day', () => {
    const week = ahead('2026-11-23', '2026-11-29').map((day) => ({ ...day, working: day.weekday < 7 }));
    expect(forecast(history('2026-07-06', '2026-11-21', WEEK), week)!.days[5]).toMatchObject({
      expected: expect.closeTo(36.3, 0),
      from: 38,
    });
  });

  it('is tried on weeks of the past with what was known as long before them as now', () => {
    // Ten more a working day with each week: eight weeks' mean is late by as much as they grew.
    const found = forecast(
      history('2026-06-29', '2026-11-15', WEEK, (week) => week * 10),
      ahead('2026-11-16', '2026-11-22'),
    )!;
    expect(found.error!.bias).toBeLessThan(0);
    const [first] = found.tried;
    // The week of 21 September is the thirteenth: 180 + 5 * 12 * 10 and four free ones; foretold from the fifth to the twelfth, 4.5 weeks before it.
    expect(first).toEqual({ from: '2026-09-21', arrived: 784, expected: 784 - 5 * 45 });
    expect(found.error!.naivePercent).toBeLessThan(found.error!.percent!);
    const late = forecast(
      history('2026-06-29', '2026-11-09', WEEK, (week) => week * 10),
      ahead('2026-11-16', '2026-11-22'),
    )!;
    expect(late.error!.perDay).toBeGreaterThan(found.error!.perDay);
  });

  it('does not learn from the time before the first ticket, and foretells nothing from less than two weeks', () => {
    const empty = history('2026-07-01', '2026-10-25', [0, 0, 0, 0, 0, 0, 0]);
    const found = forecast([...empty, ...history('2026-10-26', '2026-11-15', WEEK)], ahead('2026-11-16', '2026-11-22'))!;
    expect(found.days[0]).toMatchObject({ expected: 50, from: 3 });
    expect(forecast([...empty, ...history('2026-10-26', '2026-11-05', WEEK)], ahead('2026-11-09', '2026-11-15'))).toBeNull();
    expect(forecast(empty, ahead('2026-10-26', '2026-11-01'))).toBeNull();
  });
});
