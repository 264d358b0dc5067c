import { Injectable } from '@nestjs/common';
import { CalendarBook } from '#calendars';
import type { Instant } from '#kernel';
import { Database, type Queryable } from '#platform';
import { accountOf, type ClockAccount } from '../domain/clock-account.js';
import { entryOf, type LedgerRow } from '../store/clock-row.js';

/** A clock's account as its ledger stood before an instant, or as it stands; null where it had no step yet. */
export type AccountBefore = (until?: Instant) => ClockAccount | null;

/** Accounts of clocks for the figures, read from the ledgers alone. */
@Injectable()
export class ClockAccounts {
  constructor(
    private readonly calendars: CalendarBook,
    private readonly database: Database,
  ) {}

  /** The accounts of all clocks of some tickets, by clock; folded when asked for. A clock without a ledger is left out. */
  async of(ticketIds: readonly string[], on: Queryable = this.database): Promise<ReadonlyMap<string, AccountBefore>> {
    const rows = await on.query<LedgerRow>(
      `select l.clock_id, l.step, l.type, l.at, l.reason, l.actor_id, l.calendar_id, l.seconds, l.thresholds, l.rule, l.requester_asked
       from sla.clock c join sla.ledger l on l.clock_id = c.id where c.ticket_id = any($1::uuid[]) order by l.clock_id, l.step`,
      [ticketIds],
    );
    const calendars = await this.calendars.versions(
      rows.flatMap((row) => row.calendar_id ?? []),
      on,
    );
    const byClock = new Map<string, LedgerRow[]>();
    for (const row of rows) {
      const known = byClock.get(row.clock_id);
      if (known) known.push(row);
      else byClock.set(row.clock_id, [row]);
    }
    return new Map(
      [...byClock].map(([clockId, steps]) => [
        clockId,
        (until) => accountOf(steps.filter((row) => until === undefined || row.at < until).map(entryOf), calendars),
      ]),
    );
  }
}
