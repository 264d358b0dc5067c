import { Injectable } from '@nestjs/common';
import { CalendarBook } from '#calendars';
import { DomainError, instant, type Instant } from '#kernel';
import type { Queryable, Tx } from '#platform';
import type { Calendars } from '../domain/clock-state.js';
import { foldClock } from '../domain/fold-clock.js';
import type { TrackedClock } from '../domain/tracked-clock.js';
import { CLOCK_COLUMNS, type ClockRow, entryOf, type LedgerRow, trackedClock } from './clock-row.js';

const COLUMNS = Object.keys(CLOCK_COLUMNS).join(', ');
const LEDGER_COLUMNS =
  'clock_id, step, type, at, recorded_at, reason, actor_id, policy_version_id, calendar_id, seconds, thresholds, rule, requester_asked, deadline_before, deadline_after, details';

/** The clocks of one ticket, folded from their ledgers. */
export interface TicketClockSet {
  readonly clocks: readonly TrackedClock[];
  readonly ledger: ReadonlyMap<string, readonly LedgerRow[]>;
  readonly calendars: Calendars;
  /** The database's clock, read after the clocks were locked (or simply read), never before their last step. */
  readonly at: Instant;
}

/** Reads clocks with their ledgers. */
@Injectable()
export class ClockStore {
  constructor(private readonly calendars: CalendarBook) {}

  /** Locks a ticket's clocks against the sweep and reads them; `state` names those that matter, all where it is missing. */
  async lock(tx: Tx, ticketId: string, states?: readonly ClockRow['state'][]): Promise<TicketClockSet> {
    const rows = await tx.query<ClockRow>(
      `select ${COLUMNS} from sla.clock where ticket_id = $1 and ($2::text[] is null or state = any($2)) order by id for update`,
      [ticketId, states ?? null],
    );
    return this.fold(tx, rows);
  }

  /**
   * Locks the open clocks of many tickets and reads them. A clock whose ledger does not fold stops nobody else's: it is left out and
   * named in `broken`.
   */
  async lockOpen(tx: Tx, ticketIds: readonly string[]): Promise<TicketClockSet & { readonly broken: readonly string[] }> {
    const rows = await tx.query<ClockRow>(
      `select ${COLUMNS} from sla.clock where ticket_id = any($1::uuid[]) and state in ('running', 'paused') order by id for update`,
      [ticketIds],
    );
    const broken: string[] = [];
    const set = await this.fold(tx, rows, (row) => broken.push(row.id));
    return { ...set, broken };
  }

  /** The open clocks of many tickets as they stand; those that do not fold are left out. */
  async ofTickets(on: Queryable, ticketIds: readonly string[]): Promise<TicketClockSet> {
    const sql = `select ${COLUMNS} from sla.clock where ticket_id = any($1::uuid[]) and state in ('running', 'paused')`;
    return this.fold(on, await on.query<ClockRow>(sql, [ticketIds]), () => undefined);
  }

  /** A ticket's clocks as they stand, oldest first. */
  async ofTicket(on: Queryable, ticketId: string): Promise<TicketClockSet> {
    const rows = await on.query<ClockRow>(
      `select ${COLUMNS} from sla.clock where ticket_id = $1
       order by array_position(array['response', 'resolution', 'ola', 'supplier'], kind), started_at, cycle, kind desc`,
      [ticketId],
    );
    return this.fold(on, rows);
  }

  private async fold(on: Queryable, rows: readonly ClockRow[], onBroken?: (row: ClockRow) => void): Promise<TicketClockSet> {
    const entries = rows.length === 0 ? [] : await this.ledgerOf(on, rows);
    const calendars = await this.calendars.versions(
      entries.flatMap((entry) => entry.calendar_id ?? []),
      on,
    );
    const ledger = new Map<string, LedgerRow[]>(rows.map((row) => [row.id, []]));
    for (const entry of entries) ledger.get(entry.clock_id)?.push(entry);
    const clocks = rows.flatMap((row) => {
      try {
        return [trackedClock(row, foldClock((ledger.get(row.id) ?? []).map(entryOf), calendars))];
      } catch (error) {
        if (!onBroken || !(error instanceof DomainError)) throw error;
        onBroken(row);
        return [];
      }
    });
    const at = instant(entries.reduce((latest, entry) => Math.max(latest, entry.read_at, entry.at), 0));
    return { clocks, ledger, calendars, at };
  }

  private async ledgerOf(on: Queryable, rows: readonly ClockRow[]): Promise<(LedgerRow & { read_at: Instant })[]> {
    return on.query<LedgerRow & { read_at: Instant }>(
      `select ${LEDGER_COLUMNS}, clock_timestamp() as read_at from sla.ledger where clock_id = any($1::uuid[]) order by clock_id, step`,
      [rows.map((row) => row.id)],
    );
  }
}
