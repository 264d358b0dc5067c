import type { ClockSummary } from '../data/types';

export type Mood = 'ok' | 'risk' | 'breach' | 'paused' | 'done' | 'late' | 'none';

/** From this share of the target on, a clock is drawn as at risk (DOMAIN 4.5: 75 % tells the group lead). */
const RISK_PERCENT = 75;

/** How a clock stands at `now` (epoch ms). `late` is a clock that was stopped after its deadline. */
export function clockMood(clock: ClockSummary, now: number): Mood {
  if (clock.state === 'cancelled') return 'none';
  if (clock.state === 'stopped') return clock.outcome === 'breached' ? 'late' : 'done';
  if (clock.outcome === 'breached' || secondsLeft(clock, now) < 0) return 'breach';
  if (clock.state === 'paused') return 'paused';
  return clock.percent >= RISK_PERCENT ? 'risk' : 'ok';
}

/**
 * Counted seconds until the deadline; negative when late. The server's figure is exact at the answer; until the next one the
 * wall clock caps it, which is right near the deadline, where it matters.
 */
export function secondsLeft(clock: ClockSummary, now: number): number {
  if (clock.state !== 'running' || clock.dueAt === null) return clock.remainingSeconds;
  const wall = Math.floor((Date.parse(clock.dueAt) - now) / 1000);
  if (clock.remainingSeconds < 0) return Math.max(clock.remainingSeconds, Math.min(wall, -1));
  return Math.min(clock.remainingSeconds, wall);
}

/** The clock that a row shows: the running one that is due next, else a paused one, else the last to be decided. */
export function leadingClock(clocks: readonly ClockSummary[]): ClockSummary | null {
  const running = clocks.filter((c) => c.state === 'running').sort((a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? ''));
  return running[0] ?? clocks.find((c) => c.state === 'paused') ?? clocks.filter((c) => c.state === 'stopped').at(-1) ?? null;
}
