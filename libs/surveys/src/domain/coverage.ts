import { hiddenParts } from '#kernel';

/** What is known of one institution of a frame. */
export interface InstitutionCounts {
  readonly institutionId: string;
  readonly users: number;
  readonly invited: number;
  readonly answered: number;
  readonly excluded: boolean;
}

/** How many answered, as far as it may be shown: nobody, fewer than the smallest group, or the number. */
export type ShownCount =
  { readonly display: 'none' | 'under_min'; readonly count: null } | { readonly display: 'count'; readonly count: number };

/** The same beside the counts of others: what is hidden does not tell whether it is fewer than the smallest group. */
export type CoverageCount =
  { readonly display: 'none' | 'hidden'; readonly count: null } | { readonly display: 'count'; readonly count: number };

export interface InstitutionCoverage {
  readonly institutionId: string;
  readonly users: number;
  readonly invited: number;
  readonly answered: CoverageCount;
  /** Percent of the invited, unrounded; null where the number is not shown. */
  readonly rate: number | null;
}

export interface Coverage {
  /** Clients in the frame, those excluded left out. */
  readonly institutions: number;
  /** Of these, the ones from which anybody has answered. */
  readonly responding: number;
  readonly excluded: number;
  /** "All institutions" may be said: every client responded or is excluded with a reason (DOMAIN 6). */
  readonly complete: boolean;
  readonly users: number;
  readonly invited: number;
  /** Answers from the institutions whose number is shown: adding the others would let one of them be subtracted. */
  readonly answered: number;
  /** How many institutions have answers whose number is not shown. */
  readonly withheld: number;
  readonly rows: readonly InstitutionCoverage[];
}

/** A count of people who answered, for somebody who sees no other: cut off below the smallest group that may be shown. */
export function shownCount(answered: number, minGroup: number): ShownCount {
  if (answered === 0) return { display: 'none', count: null };
  return answered < minGroup ? { display: 'under_min', count: null } : { display: 'count', count: answered };
}

/**
 * Which institutions' numbers of answers are not shown: those under the smallest group, with them the next smallest, and on until the
 * whole, which the results tell and the number of reminders hints at, less what is shown leaves each small one more than one possible
 * number. With fewer than five answers on the whole nothing hides them. Answers places in `sizes`.
 */
export function hiddenCounts(sizes: readonly number[], minGroup: number): ReadonlySet<number> {
  const hidden = hiddenParts(sizes, minGroup);
  const shown = sizes.flatMap((n, at) => (n > 0 && !hidden.has(at) ? [at] : [])).sort((a, b) => sizes[a]! - sizes[b]! || a - b);
  const numbers = (): number[] => [...hidden].map((at) => sizes[at]!);
  while (shown.length > 0 && tellsSmallOnes(numbers(), minGroup, sizes[shown[0]!]!)) hidden.add(shown.shift()!);
  return hidden;
}

/**
 * Does the sum of the hidden numbers leave a small one a single value? `next` is the smallest number that is shown; no hidden one is larger.
 * Of two hidden ones nobody knows whether both are small. Of more, the reader is taken to know how many are.
 */
function tellsSmallOnes(numbers: readonly number[], minGroup: number, next: number): boolean {
  const small = numbers.filter((n) => n < minGroup).length;
  if (small === 0) return false;
  const larger = numbers.length - small;
  const [least, most] =
    numbers.length === 2 ? [1, next - 1] : [small - 1 + larger * minGroup, (small - 1) * (minGroup - 1) + larger * next];
  const sum = numbers.reduce((total, n) => total + n, 0);
  const possible = Array.from({ length: minGroup - 1 }, (_, at) => sum - (at + 1)).filter((rest) => rest >= least && rest <= most);
  return possible.length < 2;
}

/** Who was asked and how many answered, institution by institution: never a person, never a number that would tell of a small group. */
export function coverageOf(counts: readonly InstitutionCounts[], minGroup: number): Coverage {
  const asked = counts.filter(({ excluded }) => !excluded);
  const hidden = hiddenCounts(
    asked.map(({ answered }) => answered),
    minGroup,
  );
  const rows = asked.map(({ institutionId, users, invited, answered }, at) => {
    const shown: CoverageCount =
      answered === 0
        ? { display: 'none', count: null }
        : hidden.has(at)
          ? { display: 'hidden', count: null }
          : { display: 'count', count: answered };
    return { institutionId, users, invited, answered: shown, rate: shown.count === null ? null : (100 * shown.count) / invited };
  });
  const responding = asked.filter(({ answered }) => answered > 0).length;
  return {
    institutions: asked.length,
    responding,
    excluded: counts.length - asked.length,
    complete: responding === asked.length && asked.length > 0,
    users: sum(asked, ({ users }) => users),
    invited: sum(asked, ({ invited }) => invited),
    answered: sum(rows, ({ answered }) => answered.count ?? 0),
    withheld: hidden.size,
    rows,
  };
}

function sum<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}
