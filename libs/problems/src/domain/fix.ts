import type { Instant } from '#kernel';

/** A change that is to resolve a problem, as far as problems follow it. */
export interface Fix {
  readonly changeId: string;
  readonly raisedAt: Instant;
  /** How the work ended (`successful`, `with_issues`, `rolled_back`, `failed`), or that it never began (`not_done`); null while it goes on. */
  outcome: FixOutcome | null;
  endedAt: Instant | null;
  /** The review after the work is written. */
  reviewedAt: Instant | null;
  /** Since when the problem is known to have come back in spite of it. */
  spentAt: Instant | null;
}

export const FIX_OUTCOMES = ['successful', 'with_issues', 'rolled_back', 'failed', 'not_done'] as const;

export type FixOutcome = (typeof FIX_OUTCOMES)[number];

const ACHIEVED: ReadonlySet<FixOutcome> = new Set<FixOutcome>(['successful', 'with_issues']);

/** Did it do what it was to do, even if not smoothly? */
export function achieved({ outcome }: Fix): boolean {
  return outcome !== null && ACHIEVED.has(outcome);
}

/** Has it come to nothing: never done, or failed or rolled back with its review written (DOMAIN 3.3, guard PIR)? */
export function cameToNothing({ outcome, reviewedAt }: Fix): boolean {
  if (outcome === null || ACHIEVED.has(outcome)) return false;
  return outcome === 'not_done' || reviewedAt !== null;
}
