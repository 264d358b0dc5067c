import { describe, expect, it } from '@jest/globals';
import { datesFrom, datesOf, mondayOf, plusDays, weekOf } from './calendar-days';

describe('the days of the calendar', () => {
  it('begin weeks on Mondays and number them as ISO 8601 does', () => {
    expect(mondayOf('2026-11-22')).toBe('2026-11-16');
    expect(mondayOf('2026-11-23')).toBe('2026-11-23');
    expect(['2026-11-16', '2026-12-31', '2027-01-03', '2027-01-04', '2024-12-30'].map(weekOf)).toEqual([47, 53, 53, 1, 1]);
  });

  it('go over the end of a year and both nights of daylight saving', () => {
    expect(datesFrom('2026-12-30', 4)).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']);
    expect([plusDays('2026-03-28', 2), plusDays('2026-10-24', 2)]).toEqual(['2026-03-30', '2026-10-26']);
  });

  it('draw a night on its evening, and longer work on all of its days', () => {
    expect(datesOf({ from: '2026-11-24T20:00:00Z', to: '2026-11-25T01:00:00Z' })).toEqual({ first: '2026-11-24', last: '2026-11-24' });
    expect(datesOf({ from: '2026-11-24T20:00:00Z', to: '2026-11-25T06:00:00Z' })).toEqual({ first: '2026-11-24', last: '2026-11-25' });
    expect(datesOf({ from: '2026-11-27T15:00:00Z', to: '2026-11-30T06:30:00Z' })).toEqual({ first: '2026-11-27', last: '2026-11-30' });
    expect(datesOf({ from: '2026-11-24T20:00:00Z', to: '2026-11-24T22:00:00Z' })).toEqual({ first: '2026-11-24', last: '2026-11-24' });
  });
});
