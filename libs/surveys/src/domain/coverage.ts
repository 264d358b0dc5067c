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

export interface InstitutionCoverage {
  readonly institutionId: string;
  readonly users: number;
  readonly invited: number;
  readonly answered: ShownCount;
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

/** A count of people who answered, cut off below the smallest group that may be shown. */
export function shownCount(answered: number, minGroup: number): ShownCount {
  if (answered === 0) return { display: 'none', count: null };
  return answered < minGroup ? { display: 'under_min', count: null } : { display: 'count', count: answered };
}

/** Who was asked and how many answered, institution by institution: never a person, never a number below the smallest group. */
export function coverageOf(counts: readonly InstitutionCounts[], minGroup: number): Coverage {
  const asked = counts.filter(({ excluded }) => !excluded);
  const rows = asked.map(({ institutionId, users, invited, answered }) => {
    const shown = shownCount(answered, minGroup);
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
    withheld: rows.filter(({ answered }) => answered.display === 'under_min').length,
    rows,
  };
}

function sum<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}
