import { scopeKey, type TargetTerms, type WrittenTarget } from './policy-target.js';
import type { MidFlightRule } from './ledger-entry.js';

export const COMPARED_TERMS = ['seconds', 'calendarKey', 'pauseReasons', 'thresholds', 'steps'] as const satisfies (keyof TargetTerms)[];

export type ComparedTerm = (typeof COMPARED_TERMS)[number];

/** A target that both have, with other terms. */
export interface ChangedTarget {
  readonly before: WrittenTarget;
  readonly after: WrittenTarget;
  /** The terms that differ. */
  readonly terms: readonly ComparedTerm[];
}

/** What publishing would change. */
export interface PolicyComparison {
  readonly added: readonly WrittenTarget[];
  readonly removed: readonly WrittenTarget[];
  readonly changed: readonly ChangedTarget[];
  /** Targets that stay as they are. */
  readonly unchanged: number;
  /** Null where the rule for changes of running clocks stays. */
  readonly midFlightRule: { readonly before: MidFlightRule; readonly after: MidFlightRule } | null;
}

/** A policy as far as it is compared. */
export interface ComparedPolicy {
  readonly midFlightRule: MidFlightRule;
  readonly targets: readonly WrittenTarget[];
}

/** Compares what is in force (null where nothing is) with what would be. Targets are the same where they are for the same tickets. */
export function comparePolicies(before: ComparedPolicy | null, after: ComparedPolicy): PolicyComparison {
  const old = new Map((before?.targets ?? []).map((target) => [scopeKey(target), target]));
  const kept = new Set(after.targets.map(scopeKey));
  const pairs = after.targets.flatMap((target) => {
    const known = old.get(scopeKey(target));
    return known ? [{ before: known, after: target, terms: COMPARED_TERMS.filter((term) => !same(known[term], target[term])) }] : [];
  });
  const changed = pairs.filter(({ terms }) => terms.length > 0);
  return {
    added: after.targets.filter((target) => !old.has(scopeKey(target))),
    removed: [...old.values()].filter((target) => !kept.has(scopeKey(target))),
    changed,
    unchanged: pairs.length - changed.length,
    midFlightRule:
      before && before.midFlightRule !== after.midFlightRule ? { before: before.midFlightRule, after: after.midFlightRule } : null,
  };
}

/** Does the comparison say anything at all? */
export function isEmpty({ added, removed, changed, midFlightRule }: PolicyComparison): boolean {
  return added.length + removed.length + changed.length === 0 && midFlightRule === null;
}

function same(one: WrittenTarget[ComparedTerm], other: WrittenTarget[ComparedTerm]): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

/** The order of reasons and steps says nothing. */
function inOrder(value: WrittenTarget[ComparedTerm]): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item: unknown) => textOf(item)).sort();
}

function textOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item);
  return JSON.stringify(Object.entries(item).sort(([a], [b]) => a.localeCompare(b)));
}
