import type { ClockKind } from './ledger-entry.js';
import { isFor, TARGET_KINDS, type TargetFacts, type TargetKind, weightOf, type WrittenTarget } from './policy-target.js';
import type { PolicyTarget } from './tracked-clock.js';

/** A target of a policy with what it is for, on its calendar's version in force. */
export interface TargetRule extends PolicyTarget, WrittenTarget {
  readonly kind: TargetKind;
  readonly pauseReasons: readonly string[];
  readonly thresholds: readonly number[];
  readonly seconds: number;
}

/** The most specific target of each kind of clock, the response first; an OLA for the group that has the ticket. */
export function chooseTargets(rules: readonly TargetRule[], facts: TargetFacts): TargetRule[] {
  const best = new Map<ClockKind, TargetRule>();
  for (const rule of rules) {
    const known = best.get(rule.kind);
    if (isFor(rule, facts) && (!known || weightOf(rule) > weightOf(known))) best.set(rule.kind, rule);
  }
  return TARGET_KINDS.flatMap((kind) => best.get(kind) ?? []);
}
