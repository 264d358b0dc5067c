import type { Instant, Micros } from './instant.js';

/** A half-open stretch of time: `from` belongs to it, `to` does not. */
export interface Interval {
  readonly from: Instant;
  readonly to: Instant;
}

/** The part that two intervals share, or undefined where they share none. */
export function intersect(a: Interval, b: Interval): Interval | undefined {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from < to ? { from, to } : undefined;
}

/** The intervals in order, touching and overlapping ones joined, empty ones dropped. */
export function unite(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter((i) => i.from < i.to).sort((a, b) => a.from - b.from);
  const united: Interval[] = [];
  for (const next of sorted) {
    const last = united.at(-1);
    if (last && next.from <= last.to) united[united.length - 1] = { from: last.from, to: next.to > last.to ? next.to : last.to };
    else united.push(next);
  }
  return united;
}

/** Microseconds in all of the (disjoint) intervals. */
export function length(intervals: readonly Interval[]): Micros {
  return intervals.reduce((sum, i) => sum + (i.to - i.from), 0);
}
