import { type Instant, type Interval, type Micros, MICROS_PER_SECOND, unite } from '#kernel';
import type { Calendars, ClockState, Plan, Stretch } from './clock-state.js';

/**
 * When a plan is used up, with all the gaps that lie after its beginning. One that is used up at the very instant at which a gap begins
 * is due when the gap ends, as a clock that is paused at its deadline is (DOMAIN 4.3(4)).
 */
export function deadlineOf(plan: Plan, gaps: readonly Interval[], calendars: Calendars): Instant {
  const end = calendars(plan.calendarId).add(plan.from, plan.seconds * MICROS_PER_SECOND, gaps);
  return unite(gaps).find(({ from, to }) => from <= end && end < to)?.to ?? end;
}

/** Working time used up until `at`: each stretch counted once, on the calendar in force during it (DOMAIN 4.3(7)). */
export function consumedAt(clock: Pick<ClockState, 'consumed' | 'runningSince' | 'plan'>, at: Instant, calendars: Calendars): Micros {
  if (clock.runningSince === null) return clock.consumed;
  return clock.consumed + calendars(clock.plan.calendarId).elapsed(clock.runningSince, at);
}

/** Working time of stretches, each on its own calendar. */
export function consumedIn(stretches: readonly Stretch[], calendars: Calendars): Micros {
  return stretches.reduce((sum, { from, to, calendarId }) => sum + calendars(calendarId).elapsed(from, to), 0);
}

/**
 * Consumed as a share of consumed and remaining, in percent; above 100 when late. Where an earlier promise came back that had passed
 * long ago, nothing of it may be left to divide by: then it is how far the time since exceeds the target.
 */
export function percentOf(consumed: Micros, total: Micros, targetSeconds: number): number {
  if (total > 0) return (100 * consumed) / total;
  return 100 + (100 * (consumed - total)) / (targetSeconds * MICROS_PER_SECOND);
}

/** A threshold with the instant at which it is reached. */
export interface PlannedThreshold {
  readonly pct: number;
  readonly dueAt: Instant;
}

/** True once `pct` percent are used up. */
export function isReached(pct: number, consumed: Micros, total: Micros): boolean {
  return consumed * 100 >= pct * total;
}

/**
 * The thresholds that still lie ahead of a running, undecided clock. The 100 % one is the deadline itself, crossed only after it
 * (DOMAIN 4.3(2)).
 */
export function thresholdsAhead(clock: ClockState, calendars: Calendars): PlannedThreshold[] {
  const { state, outcome, runningSince, dueAt, consumed, total } = clock;
  if (state !== 'running' || outcome !== null || runningSince === null || dueAt === null) return [];
  const calendar = calendars(clock.plan.calendarId);
  return clock.thresholds.flatMap((pct) => {
    if (pct === 100) return [{ pct, dueAt }];
    if (isReached(pct, consumed, total)) return [];
    return [{ pct, dueAt: calendar.add(runningSince, Math.ceil((pct * total) / 100) - consumed) }];
  });
}

/** The thresholds that the latest change of the target jumped over: not reached before it, reached after it, recorded at its instant. */
export function thresholdsJumped(before: ClockState, after: ClockState, at: Instant, calendars: Calendars): number[] {
  if (before.outcome !== null || (after.targetNo === before.targetNo && after.total === before.total)) return [];
  const consumed = consumedAt(before, at, calendars);
  const late = after.outcome === 'breached';
  return after.thresholds.filter((pct) => {
    if (isReached(pct, consumed, before.total) && pct !== 100) return false;
    return pct === 100 ? late : late || isReached(pct, consumed, after.total);
  });
}
