import { describe, expect, it } from '@jest/globals';
import type { ClockExplanation, ClockInterval, IntervalReason } from '../../shared/api/api-types';
import { countPromise } from './promise-days';

type Span = [from: string, to: string, reason: IntervalReason, future?: boolean];

const interval = ([from, to, reason, future = false]: Span): ClockInterval => ({
  from,
  to,
  reason,
  future,
  counted: reason === 'working',
  seconds: (Date.parse(to) - Date.parse(from)) / 1000,
  label: reason,
});

function clockOf(spans: Span[], code = 'lv-8x5'): ClockExplanation {
  const intervals = spans.map(interval);
  return { intervals, days: [], calendar: { code, name: code }, targetSeconds: 57_600 } as unknown as ClockExplanation;
}

const NOW = Date.parse('2026-11-19T08:24:00Z');

describe('the promise counted day by day', () => {
  // 16 hours opened on Monday 16 November at 14:00; 18 November is a holiday, the day before ends at 16:00.
  const clock = clockOf([
    ['2026-11-16T12:00:00Z', '2026-11-16T15:00:00Z', 'working'],
    ['2026-11-16T15:00:00Z', '2026-11-17T06:30:00Z', 'night'],
    ['2026-11-17T06:30:00Z', '2026-11-17T09:20:00Z', 'working'],
    ['2026-11-17T09:20:00Z', '2026-11-17T13:00:00Z', 'pause'],
    ['2026-11-17T13:00:00Z', '2026-11-17T14:00:00Z', 'working'],
    ['2026-11-17T14:00:00Z', '2026-11-17T15:00:00Z', 'shortened'],
    ['2026-11-17T15:00:00Z', '2026-11-17T22:00:00Z', 'night'],
    ['2026-11-17T22:00:00Z', '2026-11-18T22:00:00Z', 'holiday'],
    ['2026-11-18T22:00:00Z', '2026-11-19T06:30:00Z', 'night'],
    ['2026-11-19T06:30:00Z', '2026-11-19T08:24:00Z', 'working'],
    ['2026-11-19T08:24:00Z', '2026-11-19T15:00:00Z', 'working', true],
    ['2026-11-19T15:00:00Z', '2026-11-20T06:30:00Z', 'night', true],
    ['2026-11-20T06:30:00Z', '2026-11-20T07:10:00Z', 'working', true],
  ]);

  it('gives each day its part and adds up to the minute', () => {
    const count = countPromise(clock, NOW);
    expect(count.rows.map((row) => [row.firstDate, row.countedMinutes])).toEqual([
      ['2026-11-16', 180],
      ['2026-11-17', 230],
      ['2026-11-18', 0],
      ['2026-11-19', 510],
      ['2026-11-20', 40],
    ]);
    expect(count.totalMinutes).toBe(16 * 60);
  });

  it('shows the wait for the requester and names what else did not count', () => {
    const count = countPromise(clock, NOW);
    expect(count.rows[1]?.pausedMinutes).toBe(220);
    expect(count.pausedMinutes).toBe(220);
    expect(count.uncounted).toEqual(['night', 'shortened', 'holiday']);
    expect(count.rows[3]?.today).toBe(true);
  });

  it('rounds on the running sum, so that seconds are never lost between the lines', () => {
    const count = countPromise(
      clockOf([
        ['2026-11-16T12:00:20Z', '2026-11-16T15:00:00Z', 'working'],
        ['2026-11-16T15:00:00Z', '2026-11-17T06:30:00Z', 'night'],
        ['2026-11-17T06:30:00Z', '2026-11-17T07:30:20Z', 'working'],
      ]),
      NOW,
    );
    expect(count.rows.reduce((sum, row) => sum + row.countedMinutes, 0)).toBe(count.totalMinutes);
    expect(count.totalMinutes).toBe(240);
  });

  it('joins the days of a weekend into one line', () => {
    const count = countPromise(
      clockOf([
        ['2026-11-20T14:00:00Z', '2026-11-20T15:00:00Z', 'working'],
        ['2026-11-20T15:00:00Z', '2026-11-20T22:00:00Z', 'night'],
        ['2026-11-20T22:00:00Z', '2026-11-22T22:00:00Z', 'weekend'],
        ['2026-11-22T22:00:00Z', '2026-11-23T06:30:00Z', 'night'],
        ['2026-11-23T06:30:00Z', '2026-11-23T07:30:00Z', 'working', true],
      ]),
      NOW,
    );
    expect(count.rows.map((row) => [row.firstDate, row.lastDate, row.days])).toEqual([
      ['2026-11-20', '2026-11-20', 1],
      ['2026-11-21', '2026-11-22', 2],
      ['2026-11-23', '2026-11-23', 1],
    ]);
  });

  it('counts the whole night that has 23 hours on a clock that never stops', () => {
    const count = countPromise(clockOf([['2026-03-28T22:00:00Z', '2026-03-29T21:00:00Z', 'working']], '24x7'), NOW);
    expect(count.rows.map((row) => row.countedMinutes)).toEqual([23 * 60]);
    expect(count.axis).toEqual([0, 24]);
  });
});
