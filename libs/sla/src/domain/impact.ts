import type { Instant } from '#kernel';
import type { ClockKind } from './ledger-entry.js';

/** A clock whose deadline a draft would move; of a paused one, as if it went on now. */
export interface MovedClock {
  readonly ticketId: string;
  readonly kind: ClockKind;
  readonly before: Instant;
  readonly after: Instant;
}

/** Moved clocks that are shown one by one. */
const SHOWN = 100;

/** Counts what a draft would do to clocks, and keeps those that it moves farthest. */
export class ImpactTally {
  affected = 0;
  earlier = 0;
  later = 0;
  private kept: MovedClock[] = [];

  add(clock: MovedClock): void {
    if (clock.before === clock.after) return;
    this.affected += 1;
    if (clock.after < clock.before) this.earlier += 1;
    else this.later += 1;
    this.kept.push(clock);
    if (this.kept.length >= 40 * SHOWN) this.kept = this.farthest();
  }

  /** The hundred that move farthest, the farthest first. */
  farthest(): MovedClock[] {
    return this.kept
      .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || (a.ticketId < b.ticketId ? -1 : 1))
      .slice(0, SHOWN);
  }
}
