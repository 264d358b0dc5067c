import { instant, type Instant } from '#kernel';
import { MinuteOracle } from '../../../../../test/support/minute-oracle.js';
import type { CalendarDefinition } from '../calendar-version.js';

const MINUTE = 60_000_000;

/**
 * A stretch of time, minute by minute as the oracle reads the wall clock, with the minutes counted so far beside each: so that every
 * minute of a night can be tried as a start, and a clock of 400 days be followed, without walking again. All instants on whole minutes.
 */
export class MinuteTable {
  private readonly counted: Uint8Array;
  private readonly before: Uint32Array;
  /** The minute at which so many were counted; the index is the number counted before it. */
  private readonly places: number[] = [];

  constructor(
    definition: CalendarDefinition,
    readonly from: Instant,
    readonly minutes: number,
  ) {
    const oracle = new MinuteOracle(definition);
    this.counted = new Uint8Array(minutes);
    this.before = new Uint32Array(minutes + 1);
    for (let at = 0; at < minutes; at += 1) {
      const counts = oracle.counts(from + at * MINUTE);
      this.counted[at] = counts ? 1 : 0;
      this.before[at + 1] = this.before[at]! + this.counted[at]!;
      if (counts) this.places.push(at);
    }
  }

  at(minute: number): Instant {
    return instant(this.from + minute * MINUTE);
  }

  /** Minutes that count between two minutes of the table. */
  elapsed(from: number, to: number): number {
    return this.before[to]! - this.before[from]!;
  }

  /** The end of the n-th counted minute from `from` on; undefined where it lies beyond the table. `n` is positive. */
  add(from: number, n: number): Instant | undefined {
    const place = this.places[this.before[from]! + n - 1];
    return place === undefined ? undefined : this.at(place + 1);
  }

  /** The first counted minute from `from` on; undefined where it lies beyond the table. */
  next(from: number): Instant | undefined {
    const place = this.places[this.before[from]!];
    return place === undefined ? undefined : this.at(place);
  }
}
