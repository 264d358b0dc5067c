import { describe, expect, it } from '@jest/globals';
import { daysLater, rigaMidnight } from './riga-midnight';

describe('the midnight of Riga', () => {
  it('is two hours before that of Greenwich in winter, three in summer, also on the days when the clocks change', () => {
    expect(rigaMidnight('2026-12-01')).toBe('2026-11-30T22:00:00.000Z');
    expect(rigaMidnight('2026-07-01')).toBe('2026-06-30T21:00:00.000Z');
    expect(rigaMidnight('2026-03-29')).toBe('2026-03-28T22:00:00.000Z');
    expect(rigaMidnight('2026-10-25')).toBe('2026-10-24T21:00:00.000Z');
  });

  it('counts days over the ends of months and years', () => {
    expect([daysLater('2026-12-31', 1), daysLater('2026-03-01', -1)]).toEqual(['2027-01-01', '2026-02-28']);
  });
});
