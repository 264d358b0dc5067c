import { Injectable } from '@nestjs/common';
import type { Instant, Interval } from '#kernel';
import { type Queryable, ts } from '#platform';
import { type TicketFact, TicketFacts } from '#tickets';
import { type Occupant, occupies } from '../domain/conflict.js';
import type { ChangeKind } from '../domain/change-words.js';

/** A change with a place in the calendar, and its shared row. */
export interface PlacedChange extends Occupant {
  readonly kind: ChangeKind;
  readonly outageMinutes: number;
  readonly ticket: TicketFact;
  /** The window that authority was given for; null before. */
  readonly approved: Interval | null;
}

interface Row extends Interval {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly outageMinutes: number;
  readonly serviceIds: readonly string[];
  readonly approvedFrom: Instant | null;
  readonly approvedTo: Instant | null;
}

const SELECT = `select c.ticket_id as id, c.kind, c.outage_minutes as "outageMinutes", c.planned_from as "from", c.planned_to as "to",
  c.approved_from as "approvedFrom", c.approved_to as "approvedTo",
  array(select s.service_id from changes.affected_service s where s.change_id = c.ticket_id) as "serviceIds" from changes.change c`;

/** Changes by the time for which they are planned. */
@Injectable()
export class OccupiedCalendar {
  constructor(private readonly tickets: TicketFacts) {}

  /** Those that others must reckon with in `[from, to)`. */
  async within(on: Queryable, period: Interval): Promise<PlacedChange[]> {
    return this.placed(on, period, occupies);
  }

  /** Those planned in `[from, to)` that are in a state which `wanted` names, by time. */
  async placed(on: Queryable, { from, to }: Interval, wanted: (state: string) => boolean): Promise<PlacedChange[]> {
    const rows = await on.query<Row>(
      `${SELECT}
       where c.planned_from is not null and tstzrange(c.planned_from, c.planned_to) && tstzrange($1, $2)
       order by c.planned_from, c.ticket_id`,
      [ts(from), ts(to)],
    );
    const tickets = await this.tickets.byIds(
      rows.map(({ id }) => id),
      on,
    );
    const chosen = rows.flatMap((row) => {
      const ticket = tickets.get(row.id);
      return ticket && wanted(ticket.state) ? [{ row, ticket }] : [];
    });
    return this.withItems(on, chosen);
  }

  /** What one change touches, whatever its state; without `from` and `to` while it has no window. */
  async one(on: Queryable, id: string): Promise<(Omit<PlacedChange, 'from' | 'to'> & Partial<Interval>) | undefined> {
    const [row] = await on.query<Omit<Row, 'from' | 'to'> & { from: Instant | null; to: Instant | null }>(
      `${SELECT} where c.ticket_id = $1`,
      [id],
    );
    const ticket = row && (await this.tickets.byId(id, on));
    if (!row || !ticket) return undefined;
    const { from, to, ...rest } = row;
    const [whole] = await this.withItems(on, [{ row: rest, ticket }]);
    return whole && { ...whole, ...(from !== null && to !== null ? { from, to } : {}) };
  }

  private async withItems<Found extends Omit<Row, 'from' | 'to'>>(
    on: Queryable,
    chosen: readonly { readonly row: Found; readonly ticket: TicketFact }[],
  ) {
    const links = await this.tickets.itemsOf(
      chosen.map(({ row }) => row.id),
      on,
    );
    const items = new Map<string, string[]>();
    for (const { ticketId, itemId } of links) items.set(ticketId, [...(items.get(ticketId) ?? []), itemId]);
    return chosen.map(({ row: { approvedFrom, approvedTo, ...row }, ticket }) => ({
      ...row,
      ticket,
      approved: approvedFrom !== null && approvedTo !== null ? { from: approvedFrom, to: approvedTo } : null,
      itemIds: items.get(row.id) ?? [],
      serviceIds: [...new Set([...(ticket.serviceId ? [ticket.serviceId] : []), ...row.serviceIds])],
      implementerId: ticket.assigneeId,
      emergency: row.kind === 'emergency',
    }));
  }
}
