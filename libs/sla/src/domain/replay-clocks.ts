import type { DomainEvent, Instant } from '#kernel';
import { thresholdsAhead } from './clock-measures.js';
import type { Calendars } from './clock-state.js';
import { eventsOf, crossingEvents, refOf } from './clock-events.js';
import { settle } from './fold-clock.js';
import { factsAfter, factsOf, followEvent, movesClocks, needsTargets, submittedAt } from './follow-event.js';
import type { ClockKind } from './ledger-entry.js';
import { type ClockChange, type ClockFacts, factsFor, isOpen, type Passed, type PolicyTarget, type TrackedClock } from './tracked-clock.js';

/** An event of the past, at its own instant. */
export type PastEvent = Pick<DomainEvent, 'type' | 'subject' | 'actorId' | 'payload'> & { readonly at: Instant };

export interface ReplayRules {
  readonly ticketType: string;
  /** What the policy says of such a ticket at that instant; it is asked again after each change of priority. */
  readonly targets: (facts: ClockFacts, at: Instant) => readonly PolicyTarget[];
  readonly calendars: Calendars;
  /** Ids of the clocks; the same for the same argument, where a replay may be repeated. */
  readonly newId: (kind: ClockKind, cycle: number) => string;
  /** Until when running clocks have run. */
  readonly until: Instant;
}

/** The clocks of one ticket's history, with all that must be kept of them. */
export interface ReplayedClocks {
  readonly clocks: readonly TrackedClock[];
  readonly changes: readonly ClockChange[];
  /** The crossings of running clocks between their last step and `until`. */
  readonly overdue: readonly { readonly clock: TrackedClock; readonly passed: readonly Passed[] }[];
  /** What the clocks add to the event log: steps and outcomes, at their original instants. No threshold is announced. */
  readonly events: readonly DomainEvent[];
}

/**
 * Folds the clocks of a ticket over its history, at the original instants: the same steps in the same order as if the product had
 * been there. Pure; events in order. What does not move a clock is passed over.
 */
export function replayClocks(events: readonly PastEvent[], rules: ReplayRules): ReplayedClocks {
  const byId = new Map<string, TrackedClock>();
  const changes: ClockChange[] = [];
  const told: DomainEvent[] = [];
  let facts: ClockFacts | undefined;
  for (const event of events) {
    facts = facts ? factsAfter(event, facts) : event.type.endsWith('.submitted') ? factsOf(event, rules.ticketType) : undefined;
    if (!facts) continue;
    for (const [id, clock] of byId) if (isOpen(clock)) byId.set(id, { ...clock, facts: factsFor(clock, facts) });
    if (!movesClocks(event)) continue;
    for (const change of changesAt(event, facts, [...byId.values()], rules)) {
      byId.set(change.after.id, change.after);
      changes.push(change);
      told.push(...eventsOf(change, change.passed));
    }
  }
  const overdue = [...byId.values()].flatMap((clock) => overdueOf(clock, rules));
  for (const { clock, passed } of overdue) {
    byId.set(clock.id, clock);
    told.push(...passed.flatMap((p) => crossingEvents(refOf(clock), p, p.dueAt)));
  }
  return { clocks: [...byId.values()], changes, overdue, events: told.filter((e) => e.type !== 'sla.threshold-crossed') };
}

function changesAt(
  event: PastEvent,
  facts: ClockFacts,
  clocks: readonly TrackedClock[],
  { targets, calendars, newId }: ReplayRules,
): ClockChange[] {
  const at = event.type.endsWith('.submitted') ? submittedAt(event, event.at) : event.at;
  return followEvent({ event, at, clocks, facts, targets: needsTargets(event.type) ? targets(facts, at) : [], calendars, newId });
}

function overdueOf(clock: TrackedClock, { calendars, until }: ReplayRules): { clock: TrackedClock; passed: Passed[] }[] {
  const passed = thresholdsAhead(clock.state, calendars)
    .filter(({ dueAt }) => dueAt < until)
    .map((t) => ({ ...t, targetNo: clock.state.targetNo, jumped: false }));
  return passed.length === 0 ? [] : [{ clock: { ...clock, state: settle(clock.state, until) }, passed }];
}
