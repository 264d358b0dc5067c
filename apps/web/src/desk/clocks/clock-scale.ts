import type { ClockExplanation, ClockInterval } from '../data/types';

/** How a stretch of a clock is drawn; counted time differs from uncounted by more than colour. */
export type Look = 'work' | 'round' | 'ahead' | 'night' | 'weekend' | 'holiday' | 'pause' | 'late';

export interface Stretch {
  look: Look;
  from: number;
  to: number;
  counted: boolean;
  seconds: number;
  label: string;
  /** Where it is drawn. */
  x: number;
  width: number;
}

export interface Scale {
  stretches: Stretch[];
  width: number;
  /** Where an instant is drawn; before and after the picture it stays at the edge. */
  at: (instant: number) => number;
}

const PICTURE_PX = 1248;
const LEAST_COUNTED_PX = 30;
const LEAST_UNCOUNTED_PX = 40;
const MOST_UNCOUNTED_PX = 104;
/** Uncounted time takes at most this share of the picture. */
const UNCOUNTED_SHARE = 0.45;
const ROUND_CLOCK = '24x7';

/** The calendar in force when a stretch began: that of the last promise given by then. */
function calendarAt({ promises, calendar }: ClockExplanation, at: number): string {
  const given = promises.filter((promise) => Date.parse(promise.at) <= at);
  return given.at(-1)?.calendar.code ?? calendar.code;
}

function lookOf(clock: ClockExplanation, interval: ClockInterval): Look {
  if (interval.counted && interval.future) return 'ahead';
  if (interval.counted) return calendarAt(clock, Date.parse(interval.from)).includes(ROUND_CLOCK) ? 'round' : 'work';
  if (interval.reason === 'pause') return 'pause';
  if (interval.reason === 'weekend') return 'weekend';
  return interval.reason === 'holiday' || interval.reason === 'moved_day_off' ? 'holiday' : 'night';
}

/** Joins neighbours that look and read the same. */
function joined(stretches: Omit<Stretch, 'x' | 'width'>[]): Omit<Stretch, 'x' | 'width'>[] {
  const out: Omit<Stretch, 'x' | 'width'>[] = [];
  for (const next of stretches) {
    const last = out.at(-1);
    if (last && last.look === next.look && last.label === next.label && last.to === next.from) {
      last.to = next.to;
      last.seconds += next.seconds;
    } else out.push({ ...next });
  }
  return out;
}

/** The clock's intervals as stretches, with what lies between deadline and `now` when it is late. */
export function stretchesOf(clock: ClockExplanation, now: number, lateLabel: string): Omit<Stretch, 'x' | 'width'>[] {
  const stretches = joined(
    clock.intervals.map((interval) => ({
      look: lookOf(clock, interval),
      from: Date.parse(interval.from),
      to: Date.parse(interval.to),
      counted: interval.counted,
      seconds: interval.seconds,
      label: interval.label,
    })),
  );
  const last = stretches.at(-1);
  const running = clock.state === 'running' || clock.state === 'paused';
  if (last && running && clock.outcome === 'breached' && last.to < now) {
    stretches.push({ look: 'late', from: last.to, to: now, counted: false, seconds: Math.floor((now - last.to) / 1000), label: lateLabel });
  }
  return stretches;
}

const shortened = (seconds: number): number => Math.min(MOST_UNCOUNTED_PX, LEAST_UNCOUNTED_PX + 13 * Math.log2(1 + seconds / 7200));

/** Counted time to scale, uncounted time shortened. A long story makes a wide picture rather than an unreadable one. */
export function scaleOf(plain: Omit<Stretch, 'x' | 'width'>[]): Scale {
  const counted = plain.reduce((sum, stretch) => sum + (stretch.counted ? stretch.seconds : 0), 0);
  const rest = plain.reduce((sum, stretch) => sum + (stretch.counted ? 0 : shortened(stretch.seconds)), 0);
  const squeeze = Math.max(LEAST_UNCOUNTED_PX / MOST_UNCOUNTED_PX, Math.min(1, (PICTURE_PX * UNCOUNTED_SHARE) / Math.max(1, rest)));
  const perSecond = Math.max(0, PICTURE_PX - rest * squeeze) / Math.max(1, counted);
  let x = 0;
  const stretches = plain.map((stretch) => {
    const width = stretch.counted
      ? Math.max(LEAST_COUNTED_PX, stretch.seconds * perSecond)
      : Math.max(26, shortened(stretch.seconds) * squeeze);
    const placed = { ...stretch, x, width };
    x += width;
    return placed;
  });
  const at = (instant: number): number => {
    const inside = stretches.find((stretch) => instant >= stretch.from && instant <= stretch.to);
    if (!inside) return instant < (stretches[0]?.from ?? 0) ? 0 : x;
    return inside.x + (inside.width * (instant - inside.from)) / Math.max(1, inside.to - inside.from);
  };
  return { stretches, width: x, at };
}

/** The instant at which a share of the whole (consumed and remaining) is used up, or null where the picture does not reach it. */
export function thresholdAt(clock: ClockExplanation, percent: number): number | null {
  const goal = ((clock.consumedSeconds + clock.remainingSeconds) * percent) / 100;
  let used = 0;
  for (const interval of clock.intervals) {
    if (!interval.counted) continue;
    if (used + interval.seconds >= goal) return Date.parse(interval.from) + (goal - used) * 1000;
    used += interval.seconds;
  }
  return null;
}
