import type { DomainEvent, Instant } from '#kernel';
import { thresholdsAhead, thresholdsJumped } from './clock-measures.js';
import type { Calendars } from './clock-state.js';
import { applyEntry, startClock } from './fold-clock.js';
import type { ClockKind, LedgerEntry } from './ledger-entry.js';
import { type ClockChange, type ClockFacts, factsFor, type Passed, type PolicyTarget, type TrackedClock } from './tracked-clock.js';

/** An event together with what the policy says of the ticket after it. */
export interface Occasion {
  readonly event: Pick<DomainEvent, 'type' | 'subject' | 'actorId' | 'payload'>;
  /** The instant that decides: read after the clocks were locked; for a start, the submission. */
  readonly at: Instant;
  /** All clocks of the ticket. */
  readonly clocks: readonly TrackedClock[];
  readonly facts: ClockFacts;
  /** The targets for `facts`; asked for only where `needsTargets` says so. */
  readonly targets: readonly StartTarget[];
  readonly calendars: Calendars;
  readonly newId: (kind: ClockKind, cycle: number) => string;
}

/** What a clock may begin with; the law's targets are of no policy. */
export type StartTarget = Omit<PolicyTarget, 'policyVersionId'> & { readonly policyVersionId: string | null };

/** The clock of a kind with the highest cycle, open or not. */
export function lastOf({ clocks }: Pick<Occasion, 'clocks'>, kind: ClockKind): TrackedClock | undefined {
  return clocks.filter((clock) => clock.kind === kind).sort((a, b) => b.cycle - a.cycle)[0];
}

/** Begins the next cycle of a clock of the target's kind; `own` where it differs from the occasion. */
export function begin(
  occasion: Occasion,
  target: StartTarget,
  own: { readonly partyId?: string | null; readonly at?: Instant } = {},
): ClockChange {
  const { calendarId, seconds, thresholds, kind, policyVersionId, pauseReasons } = target;
  const { event, facts } = occasion;
  const at = own.at ?? occasion.at;
  const cycle = (lastOf(occasion, kind)?.cycle ?? 0) + 1;
  const entry: LedgerEntry = {
    type: 'started',
    at,
    target: { calendarId, seconds },
    thresholds,
    reason: event.type,
    actorId: event.actorId,
  };
  const after: TrackedClock = {
    id: occasion.newId(kind, cycle),
    ticketId: event.subject.id,
    kind,
    cycle,
    partyId: own.partyId ?? null,
    facts: factsFor({ partyId: own.partyId ?? null }, facts),
    policyVersionId,
    pauseReasons,
    steps: 1,
    state: startClock(entry, occasion.calendars),
  };
  return { before: null, after, entry, passed: [] };
}

/** A plain step of a clock at the occasion, for the event's own reason unless another is given. */
export function step(
  occasion: Occasion,
  clock: TrackedClock,
  type: 'paused' | 'resumed' | 'stopped' | 'reopened' | 'cancelled',
  own: { readonly at?: Instant; readonly reason?: string } = {},
): ClockChange {
  const reason = own.reason ?? reasonOf(occasion);
  return changed(occasion, clock, { type, at: own.at ?? occasion.at, reason, actorId: occasion.event.actorId });
}

/** The clock after a step, with the thresholds that lie behind it. */
export function changed({ calendars, facts }: Pick<Occasion, 'calendars' | 'facts'>, clock: TrackedClock, entry: LedgerEntry): ClockChange {
  const { at } = entry;
  const state = applyEntry(clock.state, entry, calendars);
  const reached: Passed[] = thresholdsAhead(clock.state, calendars)
    .filter(({ pct, dueAt }) => (pct === 100 ? dueAt < at : dueAt <= at))
    .map((t) => ({ ...t, targetNo: clock.state.targetNo, jumped: false }));
  const jumped: Passed[] = thresholdsJumped(clock.state, state, at, calendars)
    .filter((pct) => !reached.some((r) => r.pct === pct))
    .map((pct) => ({ pct, dueAt: pct === 100 && state.outcomeAt !== null ? state.outcomeAt : at, targetNo: state.targetNo, jumped: true }));
  return {
    before: clock,
    after: { ...clock, facts: factsFor(clock, facts), state, steps: clock.steps + 1 },
    entry,
    passed: [...reached, ...jumped],
  };
}

/** The event's own reason: of a hold, a cancellation, a change; else what it was caused by. */
export function reasonOf({ event }: Pick<Occasion, 'event'>): string {
  for (const key of ['reasonCode', 'reason', 'cause', 'code']) {
    const value = event.payload[key];
    if (typeof value === 'string') return value;
  }
  return event.type;
}
