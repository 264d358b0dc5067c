import { describe, expect, it } from '@jest/globals';
import { parseInstant } from '#kernel';
import { monthsAfter } from '#kpis';
import { cadencesOf, latestOccasion, type OccasionRules } from './occasion.js';

const rules: OccasionRules = {
  thisMonth: '2026-11',
  monthsAfter,
  // As if every month froze on the ninth day of the next at nine.
  afterFreeze: (month) => parseInstant(`${monthsAfter(month, 1)}-09T09:00+02:00`),
  week: { monday: '2026-11-09', dueAt: parseInstant('2026-11-09T09:30+02:00') },
};
const at = (text: string) => parseInstant(`${text}+02:00`);

describe('A report is due', () => {
  it('once the month before is frozen, and until then for the one before that', () => {
    expect(latestOccasion('monthly', 'month', at('2026-11-09T08:59'), rules)).toMatchObject({ key: '2026-09', period: '2026-09' });
    expect(latestOccasion('monthly', 'month', at('2026-11-09T09:00'), rules)).toMatchObject({ key: '2026-10', period: '2026-10' });
  });

  it('once December is frozen where it tells of a year', () => {
    expect(latestOccasion('yearly', 'year', at('2026-11-12T09:00'), rules)).toMatchObject({ key: '2025', period: '2025' });
    const january = { ...rules, thisMonth: '2027-01' as const };
    expect(latestOccasion('yearly', 'year', at('2027-01-09T08:00'), january)).toMatchObject({ key: '2025' });
    expect(latestOccasion('yearly', 'year', at('2027-01-09T09:00'), january)).toMatchObject({ key: '2026' });
  });

  it('in the first hour of the week, about the month that goes on', () => {
    expect(latestOccasion('weekly', 'month', at('2026-11-09T09:00'), rules)).toBeUndefined();
    expect(latestOccasion('weekly', 'month', at('2026-11-12T09:00'), rules)).toMatchObject({ key: 'week-2026-11-09', period: '2026-11' });
    expect(latestOccasion('weekly', 'now', at('2026-11-12T09:00'), rules)).toMatchObject({ period: null });
  });

  it('never where nobody set a schedule', () => expect(latestOccasion('none', 'month', at('2026-11-12T09:00'), rules)).toBeUndefined());
});

describe('A schedule', () => {
  it('of opinions never comes before the period is frozen', () => {
    expect(cadencesOf({ period: 'month', opinions: true })).toEqual(['none', 'monthly']);
    expect(cadencesOf({ period: 'month', opinions: false })).toContain('weekly');
  });

  it('of a report that is made elsewhere is none', () => expect(cadencesOf(undefined)).toEqual(['none']));
});
