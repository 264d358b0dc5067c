import { type Instant, MICROS_PER_SECOND, percent, wilsonInterval } from '#kernel';
import type { ClockKind } from './ledger-entry.js';
import type { TrackedClock } from './tracked-clock.js';

export type Outcome = 'met' | 'breached';

/** A decided clock as it is kept. */
export interface DecidedClock {
  readonly ticketId: string;
  readonly kind: ClockKind;
  readonly cycle: number;
  readonly priority: number;
  readonly institutionId: string;
  readonly outcome: Outcome;
  readonly outcomeAt: Instant;
  readonly deadline: Instant | null;
}

/** Clocks by outcome. */
export interface Sides {
  readonly met: number;
  readonly breached: number;
}

/** The same clocks as they were decided and as they would have been. */
export interface Pair {
  readonly was: Sides;
  readonly would: Sides;
}

/** A clock that would have ended otherwise. Instants in microseconds. */
export interface ChangedSide {
  readonly ticketId: string;
  readonly kind: ClockKind;
  readonly priority: number;
  readonly institutionId: string;
  readonly was: Outcome;
  readonly would: Outcome;
  readonly deadlineWas: Instant | null;
  readonly deadlineWould: Instant | null;
  /** How far apart both deadlines lie, in seconds. */
  readonly margin: number;
}

/** Sums of a simulation so far. Plain data: a run keeps it between its slices. */
export interface SimulationSums {
  readonly tickets: number;
  readonly all: Pair;
  readonly byKind: Readonly<Record<string, Pair>>;
  readonly byPriority: Readonly<Record<string, Pair>>;
  readonly byInstitution: Readonly<Record<string, Pair>>;
  /** Clocks that would still be open, and those that would have no promise at all. */
  readonly undecided: number;
  readonly unpromised: number;
  readonly toBreached: number;
  readonly toMet: number;
  /** Replayed by the rules in force: outcomes and deadlines (by more than a second) that differ from what is kept. */
  readonly differs: { readonly outcomes: number; readonly deadlines: number };
  readonly changed: readonly ChangedSide[];
}

const NOTHING: Sides = { met: 0, breached: 0 };
const PAIR: Pair = { was: NOTHING, would: NOTHING };
/** Changed clocks that are kept one by one. */
const KEPT = 500;

export const EMPTY_SUMS: SimulationSums = {
  tickets: 0,
  all: PAIR,
  byKind: {},
  byPriority: {},
  byInstitution: {},
  undecided: 0,
  unpromised: 0,
  toBreached: 0,
  toMet: 0,
  differs: { outcomes: 0, deadlines: 0 },
  changed: [],
};

/** One ticket's decided clocks with both replays of its history. */
export interface ReplayedTicket {
  readonly decided: readonly DecidedClock[];
  readonly today: readonly TrackedClock[];
  readonly would: readonly TrackedClock[];
}

/** Adds a ticket to the sums. Each clock cycle is counted where it was decided, whichever month the other rules would have put it in. */
export function addTicket(sums: SimulationSums, { decided, today, would }: ReplayedTicket): SimulationSums {
  const after = decided.reduce((sum, clock) => addClock(sum, clock, same(today, clock), same(would, clock)), sums);
  return { ...after, tickets: after.tickets + 1 };
}

function same(clocks: readonly TrackedClock[], { kind, cycle }: DecidedClock): TrackedClock | undefined {
  return clocks.find((clock) => clock.kind === kind && clock.cycle === cycle);
}

function addClock(
  sums: SimulationSums,
  clock: DecidedClock,
  today: TrackedClock | undefined,
  would: TrackedClock | undefined,
): SimulationSums {
  const outcome = would?.state.outcome ?? null;
  const add = (pair: Pair = PAIR): Pair => ({ was: plus(pair.was, clock.outcome), would: plus(pair.would, outcome) });
  const turned = outcome !== null && outcome !== clock.outcome;
  return {
    ...sums,
    all: add(sums.all),
    byKind: { ...sums.byKind, [clock.kind]: add(sums.byKind[clock.kind]) },
    byPriority: { ...sums.byPriority, [clock.priority]: add(sums.byPriority[clock.priority]) },
    byInstitution: { ...sums.byInstitution, [clock.institutionId]: add(sums.byInstitution[clock.institutionId]) },
    undecided: sums.undecided + (would && outcome === null ? 1 : 0),
    unpromised: sums.unpromised + (would ? 0 : 1),
    toBreached: sums.toBreached + (turned && outcome === 'breached' ? 1 : 0),
    toMet: sums.toMet + (turned && outcome === 'met' ? 1 : 0),
    differs: differences(sums.differs, clock, today),
    changed: turned ? withChanged(sums.changed, changedSide(clock, outcome, would)) : sums.changed,
  };
}

function plus(sides: Sides, outcome: Outcome | null): Sides {
  return outcome === null ? sides : { ...sides, [outcome]: sides[outcome] + 1 };
}

function differences(differs: SimulationSums['differs'], clock: DecidedClock, today: TrackedClock | undefined): SimulationSums['differs'] {
  const otherwise = today?.state.outcome !== clock.outcome;
  const dueAt = today?.state.dueAt ?? null;
  const moved = clock.deadline !== null && (dueAt === null || Math.abs(dueAt - clock.deadline) > MICROS_PER_SECOND);
  return { outcomes: differs.outcomes + (otherwise ? 1 : 0), deadlines: differs.deadlines + (moved ? 1 : 0) };
}

function changedSide(clock: DecidedClock, would: Outcome, replayed: TrackedClock | undefined): ChangedSide {
  const { ticketId, kind, priority, institutionId, outcome: was, deadline: deadlineWas } = clock;
  const deadlineWould = replayed?.state.dueAt ?? null;
  const apart = deadlineWas === null || deadlineWould === null ? 0 : Math.abs(deadlineWould - deadlineWas);
  return { ticketId, kind, priority, institutionId, was, would, deadlineWas, deadlineWould, margin: Math.round(apart / MICROS_PER_SECOND) };
}

/** The first five hundred are kept, and then whichever moved farther. */
function withChanged(changed: readonly ChangedSide[], one: ChangedSide): readonly ChangedSide[] {
  if (changed.length < 2 * KEPT) return [...changed, one];
  return farthest([...changed, one]);
}

/** The changed clocks whose deadlines lie farthest apart, the farthest first. */
export function farthest(changed: readonly ChangedSide[]): ChangedSide[] {
  return [...changed].sort((a, b) => b.margin - a.margin || (a.ticketId < b.ticketId ? -1 : 1)).slice(0, KEPT);
}

/** A share of clocks met, with n and 95 % Wilson interval; percent with one decimal. Few clocks are shown as counts (DOMAIN 5). */
export interface SharedFigure extends Sides {
  readonly n: number;
  /** Null for fewer than ten clocks. */
  readonly percent: number | null;
  /** Null for fewer than five clocks. */
  readonly low: number | null;
  readonly high: number | null;
}

const INTERVAL_FROM = 5;
const SHARE_FROM = 10;

export function figureOf({ met, breached }: Sides): SharedFigure {
  const n = met + breached;
  const share = wilsonInterval(met, n);
  if (!share || n < INTERVAL_FROM) return { met, breached, n, percent: null, low: null, high: null };
  return { met, breached, n, percent: n < SHARE_FROM ? null : percent(share.value), low: percent(share.low), high: percent(share.high) };
}
