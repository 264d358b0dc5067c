import type { ApprovalState, StepRule } from './approval-words.js';

/** What a step's outcome is counted from. */
export interface CountedStep {
  readonly rule: StepRule;
  /** For `n_of`. */
  readonly needed: number;
  readonly approvals: readonly { readonly state: ApprovalState; readonly escalated: boolean }[];
}

/** How a step stands. */
export interface Tally {
  /** People whose word counts: whoever passed his approval on, was let off or missed the time has none. */
  readonly seats: number;
  readonly needed: number;
  readonly approved: number;
  readonly rejected: number;
  readonly pending: number;
}

const WITHOUT_SEAT: ReadonlySet<ApprovalState> = new Set<ApprovalState>(['delegated', 'cancelled', 'expired']);

/**
 * Counts a step. Once it was escalated those to whom it went decide in place of those who did not answer: one of them is enough, whatever
 * the rule was (DOMAIN 3.5).
 */
export function tallyOf({ rule, needed, approvals }: CountedStep): Tally {
  const escalated = approvals.some((approval) => approval.escalated);
  const voices = approvals.filter((approval) => approval.escalated === escalated && !WITHOUT_SEAT.has(approval.state));
  const count = (state: ApprovalState): number => voices.filter((approval) => approval.state === state).length;
  const quorum = { all: voices.length, any: 1, n_of: needed }[escalated ? 'any' : rule];
  return { seats: voices.length, needed: quorum, approved: count('approved'), rejected: count('rejected'), pending: count('pending') };
}

/** Is the step decided? It is refused as soon as those who are left cannot make up the number any more. */
export function outcomeOf(step: CountedStep): 'approved' | 'refused' | 'open' {
  const { needed, approved, pending } = tallyOf(step);
  if (needed > 0 && approved >= needed) return 'approved';
  return approved + pending < needed || needed === 0 ? 'refused' : 'open';
}
