import { MICROS_PER_SECOND } from '#kernel';
import type { EventLog, LogEvent } from './event-log.js';
import { FlowTally } from './flow-tally.js';
import { quantile } from './quantile.js';

/** A sequence of activities and how many cases went just so. */
export interface Variant {
  readonly trace: readonly string[];
  readonly cases: number;
}

/** How often `to` came directly after `from`, and how long after, in seconds of the calendar. */
export interface DirectlyFollows {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly medianSeconds: number;
  readonly p90Seconds: number;
}

/** What a log shows (DOMAIN 7.3). Counts and variants stand in descending order, equal ones by name. */
export interface MinedLog {
  readonly cases: number;
  readonly events: number;
  readonly activities: Readonly<Record<string, number>>;
  readonly variants: readonly Variant[];
  /** How many cases began with each activity, and ended with it. */
  readonly start: Readonly<Record<string, number>>;
  readonly end: Readonly<Record<string, number>>;
  readonly directlyFollows: readonly DirectlyFollows[];
  /** From the first event of a case to its last; null where the log is empty. */
  readonly caseDurationSeconds: { readonly median: number; readonly mean: number; readonly p90: number } | null;
}

export const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Most first, equal ones by name. */
export const mostFirst = (counts: Iterable<readonly [string, number]>): (readonly [string, number])[] =>
  [...counts].sort((a, b) => b[1] - a[1] || byName(a[0], b[0]));

/** How long something took: what lies in the middle, what nine of ten do not pass, and the mean. Null where there is nothing. */
export function spreadOf(lengths: readonly number[]): MinedLog['caseDurationSeconds'] {
  if (lengths.length === 0) return null;
  const sorted = Float64Array.from(lengths).sort();
  let sum = 0;
  for (const one of lengths) sum += one;
  return { median: quantile(sorted, 0.5), mean: sum / lengths.length, p90: quantile(sorted, 0.9) };
}

/** How long each event of a case lasted until the next, in seconds. */
export const staysOf = (trace: readonly Pick<LogEvent, 'at'>[]): number[] =>
  trace.slice(1).map(({ at }, before) => (at - trace[before]!.at) / MICROS_PER_SECOND);

/** Without a prototype, so that an activity called `__proto__` is a name like any other. */
const record = (counts: Iterable<readonly [string, number]>): Record<string, number> =>
  Object.assign(Object.create(null) as Record<string, number>, Object.fromEntries(mostFirst(counts)));

/** Reads the process out of a log: how often what follows what, in which variants, how long it takes. */
export function mineLog(log: EventLog): MinedLog {
  const tally = new FlowTally();
  for (const trace of log.values()) {
    const activities = trace.map(({ activity }) => activity);
    tally.add({ activities, stays: staysOf(trace), working: null, pingPong: false, reopenedAt: null, verdict: null });
  }
  const { cases, events, counts } = tally;
  return {
    ...{ cases, events },
    activities: record([...tally.activities].map(([name, { visits }]) => [name, visits])),
    variants: mostFirst(counts.variants).map(([key, count]) => ({ trace: JSON.parse(key) as string[], cases: count })),
    start: record(counts.start),
    end: record(counts.end),
    directlyFollows: followsOf(tally),
    caseDurationSeconds: spreadOf(tally.lasting),
  };
}

function followsOf({ moves }: FlowTally): DirectlyFollows[] {
  const list = [...moves].flatMap(([from, next]) =>
    [...next].map(([to, { stays }]) => {
      const { median, p90 } = spreadOf(stays)!;
      return { from, to, count: stays.length, medianSeconds: median, p90Seconds: p90 };
    }),
  );
  return list.sort((a, b) => b.count - a.count || byName(a.from, b.from) || byName(a.to, b.to));
}
