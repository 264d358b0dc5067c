import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import type { Queryable } from '#platform';
import { ClockAccounts } from '#sla';
import type { TicketEvent } from '../domain/ticket-event.js';
import { foldTicket, NO_FACTS, type TicketFacts } from '../domain/ticket-facts.js';
import { FreezeInstants } from './freeze-instants.js';

/** Folds tickets' events into facts, together with the ledgers of their clocks. */
@Injectable()
export class TicketFolder {
  constructor(
    private readonly accounts: ClockAccounts,
    private readonly freezes: FreezeInstants,
  ) {}

  /** The facts of some tickets, in their order; with `until`, as they were known before that instant. */
  async fold(
    on: Queryable,
    ticketIds: readonly string[],
    events: ReadonlyMap<string, readonly TicketEvent[]>,
    until?: Instant,
  ): Promise<TicketFacts[]> {
    if (ticketIds.length === 0) return [];
    const accounts = await this.accounts.of(ticketIds, on);
    const freezeAt = await this.freezes.rule(on);
    const windowEnd = await this.freezes.windowEnd(on);
    return ticketIds.map((id) => {
      const known = events.get(id);
      return known ? foldTicket(known, { accounts, freezeAt, windowEnd, until }) : NO_FACTS;
    });
  }
}
