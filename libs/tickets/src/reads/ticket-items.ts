import { Injectable } from '@nestjs/common';
import { AssetFacts, type ItemSummaryResponse } from '#assets';
import type { Actor } from '#identity';
import { notFound } from '#kernel';
import { Database, type Page, pageOf, readCursor, ts } from '#platform';
import { Params, ticketVisibility } from '../domain/ticket-visibility.js';
import type { TicketRecord } from '../domain/ticket.js';
import type { TicketSummaryResponse } from '../http/responses/ticket-summary.response.js';
import { TICKET_COLUMNS } from '../store/ticket-columns.js';
import { TicketFacts } from './ticket-facts.js';
import { TicketNames } from './ticket-names.js';
import { namesOf, toSummary } from './ticket-rows.js';
import type { Instant } from '#kernel';

/** The devices of a ticket, and the tickets of a device. */
@Injectable()
export class TicketItems {
  constructor(
    private readonly database: Database,
    private readonly facts: TicketFacts,
    private readonly assets: AssetFacts,
    private readonly names: TicketNames,
  ) {}

  /** What the ticket is about, as far as the actor reads it in the register. Throws `tickets.not-found`. */
  async ofTicket(actor: Actor, key: string): Promise<ItemSummaryResponse[]> {
    const seen = await this.facts.seenBy(actor, key);
    if (!seen) throw notFound('tickets');
    const rows = await this.database.query<{ id: string }>(`select item_id as id from tickets.ticket_item where ticket_id = $1`, [
      seen.ticket.id,
    ]);
    return this.assets.amongThese(
      actor,
      rows.map(({ id }) => id),
    );
  }

  /** Tickets about an item (by id or tag), as far as the actor may see them, the latest first. Throws `assets.not-found`. */
  async ofItem(actor: Actor, key: string, limit: number, cursor?: string): Promise<Page<TicketSummaryResponse>> {
    const itemId = await this.assets.idOf(actor, key);
    const params = new Params([itemId, limit + 1]);
    const seen = ticketVisibility(actor, params);
    const after = readCursor(cursor, 2);
    const page = after
      ? `and (t.submitted_at, t.id) < (${params.add(ts(Number(after[0]) as Instant))}::timestamptz, ${params.add(after[1])}::uuid)`
      : '';
    const rows = await this.database.query<TicketRecord>(
      `select ${TICKET_COLUMNS} from tickets.ticket_item i join tickets.ticket t on t.id = i.ticket_id
       where i.item_id = $1 and ${seen} ${page} order by t.submitted_at desc, t.id desc limit $2`,
      params.values,
    );
    const found = pageOf(rows, limit, (row) => [row.submittedAt, row.id]);
    const names = await this.names.find(actor.locale, namesOf(found.items));
    return { items: found.items.map((row) => toSummary(row, names)), nextCursor: found.nextCursor };
  }
}
