import { type Instant, instant, type Micros } from '#kernel';
import { consumedAt, deadlineOf, isReached } from './clock-measures.js';
import type { Calendars, ClockState, Gap } from './clock-state.js';
import { foldClock } from './fold-clock.js';
import { CALENDAR_CORRECTION, type LedgerEntry } from './ledger-entry.js';

/** From here on a pause is one that began in the last tenth before the deadline, in percent of the promise. */
const LAST_TENTH = 90;

/** What came of a promise; null while it is open: then `at` is its deadline, or null while it is paused. */
export interface Decision {
  readonly outcome: 'met' | 'breached' | null;
  readonly at: Instant | null;
}

/** A hold that stopped the clock. */
export interface AccountedPause {
  readonly from: Instant;
  /** Null while it lasts. */
  readonly to: Instant | null;
  readonly reason: string;
  /** The working time that went by in it, on the calendar that counted before it. */
  readonly worked: Micros;
  /** It began when nine tenths of the promise were used up and the deadline was still ahead. */
  readonly late: boolean;
}

/** A change that gave more time. */
export interface Relaxation {
  readonly at: Instant;
  readonly actorId: string | null;
  /** By how much the deadline moved, on the wall clock. */
  readonly gained: Micros;
  readonly requesterAsked: boolean;
  /** The second person who confirmed it; null while nobody did. */
  readonly confirmedBy: string | null;
}

/** What a clock's ledger says of honesty: the first promise, the pauses, the relaxations, and where the time went. */
export interface ClockAccount {
  readonly startedAt: Instant;
  readonly stoppedAt: Instant | null;
  /** The first promise decided against the real stop, with all pauses: "as agreed". */
  readonly agreed: Decision;
  /** True where a later promise took the place of the first one. */
  readonly amended: boolean;
  /** Contract time used up until the stop; null while it is open. */
  readonly consumed: Micros | null;
  readonly pauses: readonly AccountedPause[];
  readonly relaxations: readonly Relaxation[];
  /** Contract time used up between two instants: each stretch on the calendar in force during it. */
  readonly consumedBetween: (from: Instant, to: Instant) => Micros;
}

/** Reads the account out of a ledger; null where it is empty. */
export function accountOf(entries: readonly LedgerEntry[], calendars: Calendars): ClockAccount | null {
  if (entries[0]?.type !== 'started') return null;
  const clock = foldClock(entries, calendars);
  return {
    startedAt: clock.startedAt,
    stoppedAt: clock.stoppedAt,
    agreed: agreedOf(clock, calendars),
    amended: clock.targetNo > 1,
    consumed: clock.stoppedAt === null ? null : consumedAt(clock, clock.stoppedAt, calendars),
    pauses: pausesOf(entries, clock, calendars),
    relaxations: relaxationsOf(entries, clock),
    consumedBetween: (from, to) => consumedBetween(clock, from, to, calendars),
  };
}

/**
 * The first promise (target number 1) replayed with all pauses and held against the real stop. A clock that was paused at its very
 * deadline has until it is resumed, as DOMAIN 4.3(2) says of the promise in force.
 */
function agreedOf(clock: ClockState, calendars: Calendars): Decision {
  const first = clock.promises[0]!;
  const reached = deadlineOf(first.plan, clock.gaps, calendars);
  const { openGap, stoppedAt, state } = clock;
  if (openGap && reached >= openGap.from) return { outcome: null, at: null };
  const dueAt = clock.gaps.find((gap) => gap.from === reached)?.to ?? reached;
  if (state === 'cancelled')
    return stoppedAt !== null && dueAt < stoppedAt ? { outcome: 'breached', at: dueAt } : { outcome: null, at: null };
  if (stoppedAt === null) return { outcome: null, at: dueAt };
  return stoppedAt <= dueAt ? { outcome: 'met', at: stoppedAt } : { outcome: 'breached', at: dueAt };
}

function pausesOf(entries: readonly LedgerEntry[], clock: ClockState, calendars: Calendars): AccountedPause[] {
  const held: readonly (Omit<Gap, 'to'> & { readonly to: Instant | null })[] = [
    ...clock.gaps.filter((gap) => gap.reason !== 'after_stop'),
    ...(clock.openGap && clock.openGap.reason !== 'after_stop' ? [{ ...clock.openGap, to: null }] : []),
  ];
  return held.map((gap) => {
    const before = foldClock(entries.slice(0, stepsBefore(entries, gap.from)), calendars);
    const open = before.outcome === null && (before.dueAt === null || before.dueAt >= gap.from);
    return {
      from: gap.from,
      to: gap.to,
      reason: gap.reason,
      worked: gap.to === null ? 0 : calendars(before.plan.calendarId).elapsed(gap.from, gap.to),
      late: open && isReached(LAST_TENTH, consumedAt(before, gap.from, calendars), before.total),
    };
  });
}

/** How many steps lie before the pause that began at an instant. */
function stepsBefore(entries: readonly LedgerEntry[], from: Instant): number {
  const at = entries.findIndex((entry) => entry.type === 'paused' && entry.at === from);
  return at > 0
    ? at
    : Math.max(
        1,
        entries.findIndex((entry) => entry.at >= from && entry.type !== 'started'),
      );
}

/** Each change that relaxed, with the confirmation that followed it before the next change. A correction of the calendar is nobody's relaxation. */
function relaxationsOf(entries: readonly LedgerEntry[], clock: ClockState): Relaxation[] {
  const asked = new Map<Instant, boolean>();
  const confirmed = new Map<Instant, string | null>();
  const corrections = new Set<Instant>();
  let latest: Instant | null = null;
  for (const entry of entries) {
    if (entry.type === 'retargeted') {
      latest = entry.at;
      asked.set(entry.at, entry.requesterAsked);
      if (entry.reason === CALENDAR_CORRECTION) corrections.add(entry.at);
    } else if (entry.type === 'relaxation_confirmed' && latest !== null) confirmed.set(latest, entry.actorId);
  }
  return clock.changes
    .filter(({ relaxes, at }) => relaxes && !corrections.has(at))
    .map(({ at, actorId, old, deadline }) => ({
      at,
      actorId,
      gained: Math.max(0, deadline - old),
      requesterAsked: asked.get(at) ?? false,
      confirmedBy: confirmed.get(at) ?? null,
    }));
}

function consumedBetween(clock: ClockState, from: Instant, to: Instant, calendars: Calendars): Micros {
  const open = clock.runningSince === null ? [] : [{ from: clock.runningSince, to, calendarId: clock.plan.calendarId }];
  let sum = 0;
  for (const stretch of [...clock.stretches, ...open]) {
    const a = instant(Math.max(stretch.from, from));
    const b = instant(Math.min(stretch.to, to));
    if (a < b) sum += calendars(stretch.calendarId).elapsed(a, b);
  }
  return sum;
}
