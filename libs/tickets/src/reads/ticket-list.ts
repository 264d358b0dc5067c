import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { Clock, toDate } from '#kernel';
import { Database, type Page, pageOf, writeCursor } from '#platform';
import type { TicketQuery } from '../domain/ticket-query.js';
import type { TicketRecord } from '../domain/ticket.js';
import type { TicketSummaryResponse } from '../http/responses/ticket-summary.response.js';
import { TicketClocks } from '../ports/ticket-clocks.js';
import { isAfter, keyOf, type SortKey } from './ticket-list-sort.js';
import { listFrontierSql, ticketListSql } from './ticket-list-sql.js';
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
    const page = await this.rows(actor, query);
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

  /**
   * The rows of a page. One that looks for the rare among the many may hold fewer than asked for, even none, and still name a cursor: it
   * has looked through as much as a page may, and the next one goes on from there.
   */
  async rows(actor: Actor, query: TicketQuery): Promise<Page<TicketRecord>> {
    const { sql, values } = ticketListSql(actor, query, toDate(this.clock.now()).getUTCFullYear());
    const rows = await this.database.query<TicketRecord>(sql, values);
    const end = await this.frontier(actor, query, rows.length);
    const looked = end ? rows.filter((row) => !isAfter(query.sort, keyOf(query.sort, row), end)) : rows;
    const page = pageOf(looked, query.limit, (row) => keyOf(query.sort, row));
    return end && page.nextCursor === null ? { ...page, nextCursor: writeCursor(end) } : page;
  }

  private async frontier(actor: Actor, query: TicketQuery, found: number): Promise<SortKey | undefined> {
    const statement = listFrontierSql(actor, query, found);
    if (!statement) return undefined;
    const [row] = await this.database.query<Partial<TicketRecord>>(statement.sql, statement.values);
    return row && keyOf(query.sort, row);
  }
}
