import type { WorkingCalendar } from '#calendars';
import type { Instant, Interval, Micros } from '#kernel';
import type { Target } from './ledger-entry.js';

/** The calendars' versions by id; a version never changes, so that folding again gives the same. Throws for an unknown id. */
export type Calendars = (id: string) => WorkingCalendar;

/** A promise as it is counted: so many seconds on a calendar, from an instant on (DOMAIN 4.3(7a)). */
export interface Plan {
  readonly calendarId: string;
  readonly from: Instant;
  readonly seconds: number;
}

/** Which date won: the old promise, the new target from the start, the new target from the change, or an earlier promise. */
export type Winner = 'old' | 'retro' | 'fresh' | 'remembered';

/** A promise that was given in this cycle and stays on record. */
export interface GivenPromise {
  readonly targetNo: number;
  readonly target: Target;
  readonly plan: Plan;
  /** As it was said when it was given. */
  readonly deadline: Instant;
  readonly at: Instant;
  /** `started`, or which date won. */
  readonly cause: 'started' | Winner;
  /** For a remembered promise: the number of the one that came back. */
  readonly remembers?: number;
  /** A relaxation that the requester asked for, or a second person confirmed, lets stricter promises be forgotten; a restart all. */
  readonly forgotten: boolean;
}

/** A stretch that does not count, and why: a hold's reason, or `after_stop` between resolution and reopening. */
export interface Gap extends Interval {
  readonly reason: string;
}

/** A stretch of running on one calendar. */
export interface Stretch extends Interval {
  readonly calendarId: string;
}

/** What a change of the target came to. */
export interface Change {
  readonly at: Instant;
  readonly actorId: string | null;
  readonly from: Target;
  readonly to: Target;
  readonly old: Instant;
  readonly retro: Instant;
  readonly fresh: Instant;
  readonly deadline: Instant;
  readonly winner: Winner;
  readonly relaxes: boolean;
  /** The requester asked for it. */
  readonly requesterAsked: boolean;
  /** The second person who confirmed a relaxation. */
  readonly confirmedBy: string | null;
}

/** A clock at one point of its ledger. Lengths in microseconds. */
export interface ClockState {
  readonly state: 'running' | 'paused' | 'stopped' | 'cancelled';
  readonly startedAt: Instant;
  /** From where a new target is replayed: the start, or the last change that gave all the time anew. */
  readonly begunAt: Instant;
  readonly target: Target;
  readonly thresholds: readonly number[];
  readonly plan: Plan;
  readonly promises: readonly GivenPromise[];
  /** The deadline; null while paused before it. After a breach it stays where it was. */
  readonly dueAt: Instant | null;
  /** Used up in the closed stretches. */
  readonly consumed: Micros;
  /** Consumed and remaining together, on the plan in force; remaining is `total` less what is consumed. */
  readonly total: Micros;
  readonly stretches: readonly Stretch[];
  /** Since when the open stretch runs; null while it does not. */
  readonly runningSince: Instant | null;
  readonly gaps: readonly Gap[];
  readonly openGap: { readonly from: Instant; readonly reason: string } | null;
  readonly stoppedAt: Instant | null;
  readonly outcome: 'met' | 'breached' | null;
  /** Met: the stop. Breached: the deadline (DOMAIN 4.6). */
  readonly outcomeAt: Instant | null;
  readonly targetNo: number;
  /** Raised by every step that moves the plan; fences stale writers. */
  readonly planNo: number;
  readonly changes: readonly Change[];
}
