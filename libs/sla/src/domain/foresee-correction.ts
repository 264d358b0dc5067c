import type { WorkingCalendar } from '#calendars';
import { instant, type Instant, MICROS_PER_SECOND } from '#kernel';
import type { MidFlightRule } from './ledger-entry.js';

/** A running clock whose target only calendars have changed, and always to the date that the new version gives from its start: its row and the versions say all. */
export interface PlainClock {
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly seconds: number;
  /** The versions before the one that it counts on; each promise on them is remembered (DOMAIN 4.3(7a)). */
  readonly earlier: readonly WorkingCalendar[];
}

/**
 * The deadline that a new version would give such a clock at `at`: what `correctCalendar` comes to, without a fold (a property test holds the
 * two together). All its promises are of the same time from the same start, so that the earliest of them holds unless the new version ends
 * later from the start, or sooner from now.
 */
export function foresee(
  { startedAt, dueAt, seconds, earlier }: PlainClock,
  at: Instant,
  next: WorkingCalendar,
  rule: MidFlightRule,
): Instant {
  const amount = seconds * MICROS_PER_SECOND;
  const retro = next.add(startedAt, amount);
  if (dueAt <= retro || rule === 'replay') return retro;
  const least = earlier.reduce<Instant>((best, version) => earliest(best, version.add(startedAt, amount)), dueAt);
  return least <= retro ? retro : earliest(least, next.add(at, amount));
}

const earliest = (a: Instant, b: Instant): Instant => (b < a ? b : a);

/** How far ahead differences are looked for, and in what steps: no promise is four years long, and most differences are near. */
const STEP_DAYS = 32;
const STEPS = 46;

/** The beginning of the first day, from `from` on, that two calendars count differently; undefined where they agree for four years. */
export function firstDifference(before: WorkingCalendar, after: WorkingCalendar, from: Instant): Instant | undefined {
  const step = STEP_DAYS * 86_400 * MICROS_PER_SECOND;
  for (let at: number = from; at < from + STEPS * step; at += step) {
    const others = after.daysBetween(instant(at), instant(at + step));
    const found = before.daysBetween(instant(at), instant(at + step)).find((day, nth) => !sameWindows(day, others[nth]));
    if (found) return found.from;
  }
  return undefined;
}

type Day = ReturnType<WorkingCalendar['daysBetween']>[number];

function sameWindows(a: Day, b: Day | undefined): boolean {
  if (!b || a.counted !== b.counted || a.windows.length !== b.windows.length) return false;
  return a.windows.every((window, at) => window.from === b.windows[at]?.from && window.to === b.windows[at]?.to);
}
