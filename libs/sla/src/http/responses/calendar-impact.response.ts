import { formatInstant } from '#kernel';
import type { ClockKind } from '../../domain/ledger-entry.js';
import type { Impact } from '../../reads/foresee-replan.js';

export class MovedClockResponse {
  /** Null where the person may not see the ticket. */
  ticketNumber: string | null;
  title: string | null;
  kind: ClockKind;
  /** The deadline by what is in force, and by the draft; of a paused clock as if it went on now. */
  before: string;
  after: string;
  /** Positive: later. */
  deltaSeconds: number;
}

export class CalendarImpactResponse {
  /** Open clocks that would move. */
  affected: number;
  earlier: number;
  later: number;
  unmoved: number;
  /** The farthest first, at most a hundred. */
  moved: MovedClockResponse[];
  tookMs: number;
  /** False where the time ended before all clocks were looked at: then the numbers are lower bounds. */
  complete: boolean;

  static from({ moved, ...impact }: Impact): CalendarImpactResponse {
    return {
      ...impact,
      moved: moved.map((clock) => ({ ...clock, before: formatInstant(clock.before), after: formatInstant(clock.after) })),
    };
  }
}
