import { describe, expect, it } from '@jest/globals';
import { coverageOf, type InstitutionCounts, shownCount } from './coverage.js';

const institution = (institutionId: string, invited: number, answered: number, excluded = false): InstitutionCounts => ({
  institutionId,
  users: invited,
  invited,
  answered,
  excluded,
});

const counts = [
  institution('a', 100, 60),
  institution('b', 20, 3),
  institution('c', 10, 0),
  institution('d', 40, 5),
  institution('e', 0, 0, true),
];

describe('the coverage of a campaign', () => {
  it('shows nobody, under five, or the number', () => {
    expect([0, 1, 4, 5, 60].map((n) => shownCount(n, 5))).toEqual([
      { display: 'none', count: null },
      { display: 'under_min', count: null },
      { display: 'under_min', count: null },
      { display: 'count', count: 5 },
      { display: 'count', count: 60 },
    ]);
  });

  it('counts the silent ones in, the excluded ones out, and says how many answers it does not show', () => {
    const coverage = coverageOf(counts, 5);
    expect(coverage).toMatchObject({
      institutions: 4,
      responding: 3,
      excluded: 1,
      complete: false,
      invited: 170,
      answered: 65,
      withheld: 1,
    });
    expect(coverage.rows.map(({ rate }) => rate)).toEqual([60, null, null, 12.5]);
  });

  it('says "all institutions" only where each has answered or is excluded', () => {
    expect(
      coverageOf(
        counts.filter(({ institutionId }) => institutionId !== 'c'),
        5,
      ).complete,
    ).toBe(true);
    expect(coverageOf([], 5).complete).toBe(false);
  });

  it('lets no number below the smallest group be subtracted from what it shows', () => {
    for (let hidden = 1; hidden < 5; hidden++) {
      const shown = JSON.stringify(coverageOf([institution('a', 50, 30), institution('b', 50, hidden)], 5));
      // Whatever the hidden number is, everything that is shown stays the same.
      expect(shown).toBe(JSON.stringify(coverageOf([institution('a', 50, 30), institution('b', 50, 1)], 5)));
    }
  });
});
