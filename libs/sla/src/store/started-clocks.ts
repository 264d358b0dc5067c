import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import type { Queryable } from '#platform';
import type { Calendars } from '../domain/clock-state.js';
import type { TrackedClock } from '../domain/tracked-clock.js';

/** All clocks of one ticket as they were just written. */
export interface StartedClocks {
  readonly ticketId: string;
  readonly clocks: readonly TrackedClock[];
  readonly calendars: Calendars;
  readonly at: Instant;
}

/**
 * What an open transaction has just started, so that the answer to "create" need not read back what the same transaction wrote. It ends
 * with the transaction, and with the next step of any clock in it.
 */
@Injectable()
export class StartedClocksOfTransaction {
  private readonly kept = new WeakMap<Queryable, StartedClocks>();

  keep(tx: Queryable, started: StartedClocks): void {
    this.kept.set(tx, started);
  }

  forget(tx: Queryable): void {
    this.kept.delete(tx);
  }

  /** The clocks of these tickets, if they are all that was started in `on`. */
  of(on: Queryable, ticketIds: readonly string[]): StartedClocks | undefined {
    const started = this.kept.get(on);
    return started && ticketIds.length === 1 && ticketIds[0] === started.ticketId ? started : undefined;
  }
}
