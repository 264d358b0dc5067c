import type { LoadDay } from './load-days.js';
import { LOAD_KINDS, type LoadKind } from './load-fact.js';

/** What came and went, by kind. */
export type LoadCounts = Readonly<Record<LoadKind, number>>;

export const NO_LOAD: LoadCounts = { arrived: 0, reopened: 0, resolved: 0, cancelled: 0 };

/** The counts of each hour; an hour in which nothing happened is left out. */
export type LoadByHour = ReadonlyMap<number, LoadCounts>;

/** One hour of the week. */
export interface HeatCell extends LoadCounts {
  /** From 1, Monday, to 7. */
  readonly weekday: number;
  readonly hour: number;
  /** How many such hours have begun within the days; the counts divided by it are what one of them brings. */
  readonly hours: number;
}

export interface DayLoad extends LoadCounts {
  readonly date: string;
  readonly weekday: number;
}

const WEEKDAYS = 7;
const HOURS = 24;

export function sumOf(counts: Iterable<LoadCounts>): LoadCounts {
  const sum: Record<LoadKind, number> = { ...NO_LOAD };
  for (const count of counts) for (const kind of LOAD_KINDS) sum[kind] += count[kind];
  return sum;
}

/** Every hour of the week, Monday midnight first. Hours from `until` on have not begun. */
export function heatOf(days: readonly LoadDay[], load: LoadByHour, until: number): HeatCell[] {
  const cells = Array.from({ length: WEEKDAYS * HOURS }, () => ({ ...NO_LOAD, hours: 0 }));
  for (const { weekday, first, clock } of days) {
    for (const [at, hour] of clock.entries()) {
      if (first + at >= until) break;
      const cell = cells[(weekday - 1) * HOURS + hour]!;
      cell.hours += 1;
      const counts = load.get(first + at);
      if (counts) for (const kind of LOAD_KINDS) cell[kind] += counts[kind];
    }
  }
  return cells.map((cell, at) => ({ weekday: Math.floor(at / HOURS) + 1, hour: at % HOURS, ...cell }));
}

/** The days that have begun. */
export function daysOf(days: readonly LoadDay[], load: LoadByHour, until: number): DayLoad[] {
  return days
    .filter(({ first }) => first < until)
    .map(({ date, weekday, first, clock }) => ({ date, weekday, ...sumOf(clock.map((_, at) => load.get(first + at) ?? NO_LOAD)) }));
}
