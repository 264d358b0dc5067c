import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { Clock, toDate } from '#kernel';
import { Database, type Page, pageOf } from '#platform';
import { type ProblemFacts, type ProblemSummaryResponse, toProblemSummary } from '#problems';
import { LinkedTickets, TicketNames, type TicketRecord } from '#tickets';
import { problemListSql, type ProblemQuery } from './problem-list-sql.js';

/** Pages of the problems that an actor may see. */
@Injectable()
export class ProblemList {
  constructor(
    private readonly database: Database,
    private readonly linked: LinkedTickets,
    private readonly names: TicketNames,
    private readonly clock: Clock,
  ) {}

  async page(actor: Actor, query: ProblemQuery): Promise<Page<ProblemSummaryResponse>> {
    const { sql, values } = problemListSql(actor, query, toDate(this.clock.now()).getUTCFullYear());
    const rows = await this.database.query<TicketRecord & ProblemFacts>(sql, values);
    const { items, nextCursor } = pageOf(rows, query.limit, (row) => [row.submittedAt, row.id]);
    const counts = await this.linked.counts(
      actor,
      items.map(({ id }) => id),
      'caused_by',
    );
    const names = await this.names.find(actor.locale, {
      people: items.map((t) => t.assigneeId),
      groups: items.map((t) => t.groupId),
      services: items.map((t) => t.serviceId),
    });
    return { items: items.map((row) => toProblemSummary(row, row, names, counts.get(row.id) ?? 0)), nextCursor };
  }
}
