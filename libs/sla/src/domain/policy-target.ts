import type { EscalationStep } from './escalation-step.js';

/** What a policy can promise: to the customer, between groups (OLA), and by suppliers (underpinning contract). */
export const TARGET_KINDS = ['response', 'resolution', 'ola', 'supplier'] as const;

export type TargetKind = (typeof TARGET_KINDS)[number];

/** Kinds of tickets that a policy can speak of. */
export const TARGET_TICKET_TYPES = ['incident'] as const;

export const PRIORITIES = [1, 2, 3, 4, 5] as const;

/** Which tickets a target is for; null where it is for all. */
export interface TargetScope {
  readonly ticketType: string;
  readonly kind: TargetKind;
  readonly priority: number;
  readonly serviceId: string | null;
  readonly institutionId: string | null;
  /** Of an OLA the group whose stay it limits. */
  readonly partyId: string | null;
}

/** What a target promises. */
export interface TargetTerms {
  readonly seconds: number;
  /** The calendar itself, whichever its version. */
  readonly calendarKey: string;
  /** Reasons of a hold that stop the clock. */
  readonly pauseReasons: readonly string[];
  /** Percentages, ascending, 100 last. */
  readonly thresholds: readonly number[];
  /** What is done when a threshold is crossed (DOMAIN 4.5). */
  readonly steps: readonly EscalationStep[];
}

/** A target as a policy says it. */
export type WrittenTarget = TargetScope & TargetTerms;

/** A ticket as far as targets are chosen by it. */
export interface TargetFacts {
  readonly ticketType: string;
  readonly priority: number;
  readonly serviceId: string | null;
  readonly institutionId: string | null;
  readonly groupId: string | null;
}

/** The dimensions in which a target may be narrower than "for all", the weightiest first. */
export const DIMENSIONS = ['institutionId', 'serviceId', 'partyId'] as const;

export type Dimension = (typeof DIMENSIONS)[number];

const WEIGHT: Readonly<Record<Dimension, number>> = { institutionId: 4, serviceId: 2, partyId: 1 };

type Narrowing = Pick<TargetScope, Dimension>;

/** The dimensions in which the target is narrowed. */
export function narrowedIn(scope: Narrowing): Dimension[] {
  return DIMENSIONS.filter((dimension) => scope[dimension] !== null);
}

/**
 * How specific a target is. Of two where one is narrowed in all that the other is, the narrower one weighs more; of two that are narrowed
 * differently an institution's own goes before a service's. Policies that were checked on saving never come to the second.
 */
export function weightOf(scope: Narrowing): number {
  return narrowedIn(scope).reduce((sum, dimension) => sum + WEIGHT[dimension], 0);
}

/** The dimension in which the target is not for such a ticket; undefined where it is for it. */
export function missesIn(scope: Narrowing, facts: TargetFacts): Dimension | undefined {
  const own: Readonly<Record<Dimension, string | null>> = {
    institutionId: facts.institutionId,
    serviceId: facts.serviceId,
    partyId: facts.groupId,
  };
  return DIMENSIONS.find((dimension) => scope[dimension] !== null && scope[dimension] !== own[dimension]);
}

/** Is the target for such a ticket? */
export function isFor(scope: TargetScope, facts: TargetFacts): boolean {
  return scope.ticketType === facts.ticketType && scope.priority === facts.priority && missesIn(scope, facts) === undefined;
}

/** Names the tickets that a target is for; two targets of a policy never have the same. */
export function scopeKey({ ticketType, kind, priority, serviceId, institutionId, partyId }: TargetScope): string {
  return [ticketType, kind, priority, serviceId ?? '', institutionId ?? '', partyId ?? ''].join('|');
}
