import { describe, expect, it } from '@jest/globals';
import { parseInstant } from '#kernel';
import { monthEnd, monthOf, monthsAfter, monthStart, readPeriod, trendOf } from './month.js';

describe('a month of Riga', () => {
  it('begins at midnight in Riga, in winter and in summer', () => {
    expect(monthOf(parseInstant('2026-02-28T21:59:59.999999Z'))).toBe('2026-02');
    expect(monthOf(parseInstant('2026-02-28T22:00:00Z'))).toBe('2026-03');
    expect(monthOf(parseInstant('2026-03-31T20:59:59.999999Z'))).toBe('2026-03');
    expect(monthOf(parseInstant('2026-03-31T21:00:00Z'))).toBe('2026-04');
  });

  it('has its bounds where its first and last instants lie', () => {
    for (const month of ['2026-01', '2026-03', '2026-04', '2026-10', '2026-11', '2026-12'] as const) {
      expect(monthOf(monthStart(month))).toBe(month);
      expect(monthEnd(month)).toBe(monthStart(monthsAfter(month, 1)));
    }
    expect(monthStart('2026-04')).toBe(parseInstant('2026-03-31T21:00:00Z'));
    expect(monthStart('2026-11')).toBe(parseInstant('2026-10-31T22:00:00Z'));
  });

  it('counts on over the turn of the year', () => {
    expect(monthsAfter('2026-12', 1)).toBe('2027-01');
    expect(monthsAfter('2026-01', -1)).toBe('2025-12');
  });
});

describe('a period', () => {
  it('is a month or a year with its twelve months', () => {
    expect(readPeriod('2026-11').months).toEqual(['2026-11']);
    expect(readPeriod('2026').months).toHaveLength(12);
    expect(readPeriod('2026').months.at(-1)).toBe('2026-12');
  });

  it.each(['2026-13', '2026-1', '26-01', '', '2026-11-01'])('refuses %p', (text) => {
    expect(() => readPeriod(text)).toThrow('kpis.period-invalid');
  });

  it('has the eleven months before it as its trend, or four years', () => {
    expect(trendOf(readPeriod('2026-03')).map((p) => p.text)[0]).toBe('2025-04');
    expect(trendOf(readPeriod('2026')).map((p) => p.text)).toEqual(['2022', '2023', '2024', '2025', '2026']);
  });
});
