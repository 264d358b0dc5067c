import { Injectable } from '@nestjs/common';
import type { Locale } from '#identity';
import type { Instant } from '#kernel';
import type { Queryable, Tx } from '#platform';

/** One clock of a ticket in short, as lists and the answer to "create" carry it. Times in whole seconds. */
export interface ClockSummary {
  readonly id: string;
  /** In lists and on the ticket itself only the promises to its requester: `response` and `resolution`. */
  readonly kind: 'response' | 'resolution' | 'ola' | 'supplier' | 'statutory_warning' | 'statutory_notification' | 'statutory_final';
  readonly cycle: number;
  readonly state: 'running' | 'paused' | 'stopped' | 'cancelled';
  readonly outcome: 'met' | 'breached' | null;
  readonly startedAt: Instant;
  readonly dueAt: Instant | null;
  readonly stoppedAt: Instant | null;
  readonly breachedAt: Instant | null;
  readonly targetSeconds: number;
  readonly consumedSeconds: number;
  /** Negative when late. */
  readonly remainingSeconds: number;
  /** Consumed of consumed and remaining, 0 to 100 and above when late. */
  readonly percent: number;
  readonly calendar: { readonly code: string; readonly name: string };
}

/** What `sla` answers. */
export interface ClockSource {
  /** The clocks of many tickets at once, by ticket id; a ticket without clocks may be missing. */
  summaries(on: Queryable, ticketIds: readonly string[], locale: Locale): Promise<ReadonlyMap<string, readonly ClockSummary[]>>;
  /** Is the resolution clock of the current cycle breached, or past its deadline at this instant? Asked before a resolution. */
  resolutionBreached(tx: Tx, ticketId: string): Promise<boolean>;
}

/** Where tickets ask for their clocks. `sla` registers itself when it starts; until then there are none. */
@Injectable()
export class TicketClocks implements ClockSource {
  private source: ClockSource | undefined;

  register(source: ClockSource): void {
    this.source = source;
  }

  async summaries(on: Queryable, ticketIds: readonly string[], locale: Locale): Promise<ReadonlyMap<string, readonly ClockSummary[]>> {
    return ticketIds.length > 0 && this.source ? this.source.summaries(on, ticketIds, locale) : new Map();
  }

  async resolutionBreached(tx: Tx, ticketId: string): Promise<boolean> {
    return this.source ? this.source.resolutionBreached(tx, ticketId) : false;
  }
}
