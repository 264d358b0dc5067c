import { CLOCK_KINDS, type ClockKind } from './ledger-entry.js';
import type { ClockFacts, PolicyTarget } from './tracked-clock.js';

/** A target of a policy with what it is for; null where it is for all. */
export interface TargetRule extends PolicyTarget {
  readonly ticketType: string;
  readonly priority: number;
  readonly serviceId: string | null;
  readonly institutionId: string | null;
  /** OLA: the group that it binds; null for any group. */
  readonly partyId: string | null;
}

/** The most specific target of each kind of clock: an institution's own before a service's before the general one. */
export function chooseTargets(rules: readonly TargetRule[], facts: ClockFacts): PolicyTarget[] {
  const best = new Map<ClockKind, TargetRule>();
  for (const rule of rules) {
    const known = best.get(rule.kind);
    if (matches(rule, facts) && (!known || weight(rule) > weight(known))) best.set(rule.kind, rule);
  }
  return [...best.values()].sort((a, b) => CLOCK_KINDS.indexOf(a.kind) - CLOCK_KINDS.indexOf(b.kind));
}

function matches(rule: TargetRule, facts: ClockFacts): boolean {
  return (
    rule.ticketType === facts.ticketType &&
    rule.priority === facts.priority &&
    (rule.serviceId === null || rule.serviceId === facts.serviceId) &&
    (rule.institutionId === null || rule.institutionId === facts.institutionId) &&
    (rule.partyId === null || rule.partyId === facts.groupId)
  );
}

function weight({ serviceId, institutionId, partyId }: TargetRule): number {
  return (institutionId === null ? 0 : 4) + (serviceId === null ? 0 : 2) + (partyId === null ? 0 : 1);
}
