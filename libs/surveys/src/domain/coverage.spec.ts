import { describe, expect, it } from '@jest/globals';
import { hiddenParts } from '#kernel';
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
  it('tells a coordinator of nobody, under five, or the number', () => {
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
      answered: 60,
      withheld: 2,
    });
    expect(coverage.rows.map(({ rate }) => rate)).toEqual([60, null, null, null]);
    expect(coverage.rows.map(({ answered }) => answered.display)).toEqual(['count', 'hidden', 'none', 'hidden']);
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

  it('lets no number below the smallest group be worked out, by whoever knows the rule and how many answered on the whole', () => {
    for (const institutions of [2, 3, 4]) {
      for (const { worlds, total } of alike(institutions, (sizes) => coverageOf(named(sizes), LEAST))) {
        // Nothing hides fewer than five answers on the whole: there is nobody to hide them among.
        if (total < LEAST || worlds.some((sizes) => sizes.some((n) => n > MOST_LOOKED_AT))) continue;
        const told = worlds[0]!.flatMap((n, at) => (n > 0 && n < LEAST && new Set(worlds.map((sizes) => sizes[at])).size < 2 ? [at] : []));
        expect({ worlds: worlds.slice(0, 3), told }).toEqual({ worlds: worlds.slice(0, 3), told: [] });
      }
    }
  });

  it('would let one be worked out, were only the small ones hidden, or only the next smallest with them', () => {
    const rules = [
      (sizes: readonly number[]) => sizes.map((n) => (n > 0 && n < LEAST ? 'hidden' : n)),
      (sizes: readonly number[]) => sizes.map((n, at) => (hiddenParts(sizes, LEAST).has(at) ? 'hidden' : n)),
    ];
    for (const rule of rules) {
      const told = [...alike(3, rule)].filter(
        ({ worlds, total }) => total >= LEAST && worlds[0]!.some((n, at) => n > 0 && n < LEAST && worlds.every((sizes) => sizes[at] === n)),
      );
      expect(told.length).toBeGreaterThan(3);
    }
  });
});

const LEAST = 5;
/** Worlds near the edge of what is walked through would look rarer than they are. */
const MOST = 11;
const MOST_LOOKED_AT = 7;

const named = (sizes: readonly number[]): InstitutionCounts[] => sizes.map((n, at) => institution(String(at), 50, n));

/** All ways in which so many institutions can have answered, put together where everything that is shown of them, and the whole, is the same. */
function alike(institutions: number, shown: (sizes: readonly number[]) => unknown): { worlds: number[][]; total: number }[] {
  const all = Array.from({ length: institutions }).reduce<number[][]>(
    (sofar) => sofar.flatMap((sizes) => Array.from({ length: MOST + 1 }, (_, n) => [...sizes, n])),
    [[]],
  );
  const classes = new Map<string, { worlds: number[][]; total: number }>();
  for (const sizes of all) {
    const total = sizes.reduce((sum, n) => sum + n, 0);
    const key = JSON.stringify([shown(sizes), total]);
    classes.set(key, { worlds: [...(classes.get(key)?.worlds ?? []), sizes], total });
  }
  return [...classes.values()];
}
