import { MICROS_PER_SECOND } from '#kernel';
import type { EventLog, LogEvent } from './event-log.js';
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

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

class Tally {
  private readonly counts = new Map<string, number>();

  add(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  /** Most first. Without a prototype, so that an activity called `__proto__` is a name like any other. */
  toRecord(): Record<string, number> {
    const sorted = [...this.counts].sort((a, b) => b[1] - a[1] || byName(a[0], b[0]));
    return Object.assign(Object.create(null) as Record<string, number>, Object.fromEntries(sorted));
  }
}

/** The successions of activities with the times between them. */
class Successions {
  private readonly found = new Map<string, Map<string, number[]>>();

  add(from: LogEvent, to: LogEvent): void {
    const next = this.found.get(from.activity) ?? new Map<string, number[]>();
    this.found.set(from.activity, next);
    const seconds = (to.at - from.at) / MICROS_PER_SECOND;
    const taken = next.get(to.activity);
    if (taken) taken.push(seconds);
    else next.set(to.activity, [seconds]);
  }

  toList(): DirectlyFollows[] {
    const list = [...this.found].flatMap(([from, next]) =>
      [...next].map(([to, taken]) => {
        const sorted = Float64Array.from(taken).sort();
        return { from, to, count: taken.length, medianSeconds: quantile(sorted, 0.5), p90Seconds: quantile(sorted, 0.9) };
      }),
    );
    return list.sort((a, b) => b.count - a.count || byName(a.from, b.from) || byName(a.to, b.to));
  }
}

class Variants {
  private readonly found = new Map<string, { readonly trace: readonly string[]; cases: number }>();

  add(trace: readonly string[]): void {
    const key = JSON.stringify(trace);
    const known = this.found.get(key);
    if (known) known.cases += 1;
    else this.found.set(key, { trace, cases: 1 });
  }

  toList(): Variant[] {
    return [...this.found].sort(([a, x], [b, y]) => y.cases - x.cases || byName(a, b)).map(([, { trace, cases }]) => ({ trace, cases }));
  }
}

/** Reads the process out of a log: how often what follows what, in which variants, how long it takes. */
export function mineLog(log: EventLog): MinedLog {
  const [activities, start, end] = [new Tally(), new Tally(), new Tally()];
  const [successions, variants] = [new Successions(), new Variants()];
  const durations: number[] = [];
  let events = 0;
  for (const trace of log.values()) {
    const [first, last] = [trace[0], trace.at(-1)];
    if (!first || !last) continue;
    events += trace.length;
    for (const { activity } of trace) activities.add(activity);
    trace.forEach((event, index) => index > 0 && successions.add(trace[index - 1]!, event));
    start.add(first.activity);
    end.add(last.activity);
    variants.add(trace.map(({ activity }) => activity));
    durations.push((last.at - first.at) / MICROS_PER_SECOND);
  }
  return {
    cases: durations.length,
    events,
    activities: activities.toRecord(),
    variants: variants.toList(),
    start: start.toRecord(),
    end: end.toRecord(),
    directlyFollows: successions.toList(),
    caseDurationSeconds: durationOf(durations),
  };
}

function durationOf(durations: readonly number[]): MinedLog['caseDurationSeconds'] {
  if (durations.length === 0) return null;
  const sorted = Float64Array.from(durations).sort();
  const mean = durations.reduce((sum, one) => sum + one, 0) / durations.length;
  return { median: quantile(sorted, 0.5), mean, p90: quantile(sorted, 0.9) };
}
