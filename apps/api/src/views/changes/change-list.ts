import { Injectable } from '@nestjs/common';
import { type ChangeFacts, type ChangeSummaryResponse, toChangeSummary } from '#changes';
import type { Actor } from '#identity';
import { Clock, toDate } from '#kernel';
import { Database, type Page, pageOf } from '#platform';
import { TicketNames, type TicketRecord } from '#tickets';
import { changeListSql, type ChangeQuery } from './change-list-sql.js';

/** Pages of the changes that an actor may see. */
@Injectable()
export class ChangeList {
  constructor(
    private readonly database: Database,
    private readonly names: TicketNames,
    private readonly clock: Clock,
  ) {}

  async page(actor: Actor, query: ChangeQuery): Promise<Page<ChangeSummaryResponse>> {
    const { sql, values } = changeListSql(actor, query, toDate(this.clock.now()).getUTCFullYear());
    const rows = await this.database.query<TicketRecord & ChangeFacts>(sql, values);
    const { items, nextCursor } = pageOf(rows, query.limit, (row) => [row.submittedAt, row.id]);
    const names = await this.names.find(actor.locale, {
      people: items.flatMap((t) => [t.requesterId, t.assigneeId]),
      institutions: items.map((t) => t.institutionId),
      groups: items.map((t) => t.groupId),
      services: items.map((t) => t.serviceId),
    });
    return { items: items.map((row) => toChangeSummary(row, row, names)), nextCursor };
  }
}
