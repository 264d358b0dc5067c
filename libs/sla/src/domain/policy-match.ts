import {
  type Dimension,
  isFor,
  missesIn,
  type TargetFacts,
  TARGET_KINDS,
  type TargetKind,
  weightOf,
  type WrittenTarget,
} from './policy-target.js';

/** A target that was looked at, and what became of it. */
export interface Candidate<T extends WrittenTarget = WrittenTarget> {
  readonly target: T;
  /** `chosen`; `less-specific` than the chosen one; `other`: it is for another institution, service or group. */
  readonly verdict: 'chosen' | 'less-specific' | 'other';
  /** In what it is for another; null unless `other`. */
  readonly misses: Dimension | null;
}

/** Which target a ticket gets of one kind, and why the others were passed over. */
export interface KindMatch<T extends WrittenTarget = WrittenTarget> {
  readonly kind: TargetKind;
  readonly chosen: T | null;
  /** Those for the same type, priority and kind, the most specific first. */
  readonly candidates: readonly Candidate<T>[];
}

/** Explains the choice for each kind that the policy speaks of, response and resolution always. Pure. */
export function explainMatch<T extends WrittenTarget>(targets: readonly T[], facts: TargetFacts): KindMatch<T>[] {
  return TARGET_KINDS.flatMap((kind) => {
    const looked = targets
      .filter((target) => target.kind === kind && target.ticketType === facts.ticketType && target.priority === facts.priority)
      .sort((a, b) => weightOf(b) - weightOf(a));
    if (looked.length === 0 && kind !== 'response' && kind !== 'resolution') return [];
    const chosen = looked.find((target) => isFor(target, facts)) ?? null;
    const candidates = looked.map((target): Candidate<T> => {
      const misses = missesIn(target, facts) ?? null;
      const verdict = misses !== null ? 'other' : target === chosen ? 'chosen' : 'less-specific';
      return { target, verdict, misses };
    });
    const order = { chosen: 0, 'less-specific': 1, other: 2 };
    return [{ kind, chosen, candidates: candidates.sort((a, b) => order[a.verdict] - order[b.verdict]) }];
  });
}
