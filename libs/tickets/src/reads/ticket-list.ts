import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { Clock, toDate } from '#kernel';
import { Database, type Page, pageOf } from '#platform';
import type { TicketQuery } from '../domain/ticket-query.js';
import type { TicketRecord } from '../domain/ticket.js';
import type { TicketSummaryResponse } from '../http/responses/ticket-summary.response.js';
import { TicketClocks } from '../ports/ticket-clocks.js';
import { cursorOf, ticketListSql } from './ticket-list-sql.js';
import { TicketNames } from './ticket-names.js';
import { namesOf, toSummary } from './ticket-rows.js';

/** Pages of tickets that an actor may see. */
@Injectable()
export class TicketList {
  constructor(
    private readonly database: Database,
    private readonly names: TicketNames,
    private readonly clocks: TicketClocks,
    private readonly clock: Clock,
  ) {}

  async page(actor: Actor, query: TicketQuery): Promise<Page<TicketSummaryResponse>> {
    const { sql, values } = ticketListSql(actor, query, toDate(this.clock.now()).getUTCFullYear());
    const rows = await this.database.query<TicketRecord>(sql, values);
    const page = pageOf(rows, query.limit, (row) => cursorOf(query.sort, row));
    const [names, clocks] = await Promise.all([
      this.names.find(actor.locale, namesOf(page.items)),
      this.clocks.summaries(
        this.database,
        page.items.map((row) => row.id),
        actor.locale,
      ),
    ]);
    return { items: page.items.map((row) => toSummary(row, names, clocks.get(row.id))), nextCursor: page.nextCursor };
  }
}
