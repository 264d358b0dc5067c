import type { Instant } from '#kernel';
import type { ClockState } from './clock-state.js';
import { type ClockKind, type LedgerEntry, type MidFlightRule, PROMISED_KINDS, type Target } from './ledger-entry.js';

/** What a target is chosen by, and what figures are cut by. */
export interface ClockFacts {
  readonly ticketType: string;
  readonly institutionId: string;
  readonly serviceId: string | null;
  readonly groupId: string | null;
  readonly priority: number;
}

/** What the policy in force says of one kind of clock for such a ticket. */
export interface PolicyTarget extends Target {
  readonly kind: ClockKind;
  readonly policyVersionId: string;
  readonly rule: MidFlightRule;
  /** Reasons of a hold that stop this clock. */
  readonly pauseReasons: readonly string[];
  /** Percentages, ascending, 100 last. */
  readonly thresholds: readonly number[];
}

/** A clock with its ledger, as it is kept. */
export interface TrackedClock {
  readonly id: string;
  readonly ticketId: string;
  readonly kind: ClockKind;
  /** Of a response the reopenings, of a group's or a supplier's clock the stays, one after another. */
  readonly cycle: number;
  /** OLA: the group whose stay is measured; null for the others. */
  readonly partyId: string | null;
  readonly facts: ClockFacts;
  /** Null for what the law asks: no policy promises it. */
  readonly policyVersionId: string | null;
  readonly pauseReasons: readonly string[];
  /** How many steps the ledger holds. */
  readonly steps: number;
  readonly state: ClockState;
}

/** A threshold that was passed; `jumped` by a change of the target instead of reached by running. */
export interface Passed {
  readonly targetNo: number;
  readonly pct: number;
  readonly dueAt: Instant;
  readonly jumped: boolean;
}

/** One step of one clock, with everything that follows from it. */
export interface ClockChange {
  readonly before: TrackedClock | null;
  readonly after: TrackedClock;
  readonly entry: LedgerEntry;
  /** Thresholds that lie behind the step and that nobody may have recorded yet. */
  readonly passed: readonly Passed[];
}

/** The facts of a ticket as a clock of it has them: a group's clock stays with its group. */
export function factsFor({ partyId }: Pick<TrackedClock, 'partyId'>, facts: ClockFacts): ClockFacts {
  return partyId === null ? facts : { ...facts, groupId: partyId };
}

/** True while the clock can still be decided or consumed. */
export function isOpen(clock: TrackedClock): boolean {
  return clock.state.state === 'running' || clock.state.state === 'paused';
}

/** The nearest deadline of what a ticket's requester was promised, for its own row; null where none of these clocks runs. */
export function ticketDueAt(
  ticketId: string,
  clocks: readonly TrackedClock[],
): { readonly ticketId: string; readonly dueAt: Instant | null; readonly dueKind: ClockKind | null } {
  let nearest: { dueAt: Instant; dueKind: ClockKind } | null = null;
  for (const { state, kind } of clocks) {
    if (state.state !== 'running' || state.dueAt === null || !PROMISED_KINDS.includes(kind)) continue;
    if (nearest === null || state.dueAt < nearest.dueAt) nearest = { dueAt: state.dueAt, dueKind: kind };
  }
  return { ticketId, ...(nearest ?? { dueAt: null, dueKind: null }) };
}
