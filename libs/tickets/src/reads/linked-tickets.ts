import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Instant } from '#kernel';
import { Database, type Page, pageOf, readCursor, ts } from '#platform';
import { Params, ticketVisibility } from '../domain/ticket-visibility.js';
import type { TicketRecord } from '../domain/ticket.js';
import type { TicketSummaryResponse } from '../http/responses/ticket-summary.response.js';
import type { LinkKind } from '../store/links.js';
import { TICKET_COLUMNS } from '../store/ticket-columns.js';
import { TicketNames } from './ticket-names.js';
import { namesOf, toSummary } from './ticket-rows.js';

/** Counting stops here. */
const COUNTED_AT_MOST = 10_000;

/** The tickets that are linked to one ticket in one way: "these `kind` that". */
@Injectable()
export class LinkedTickets {
  constructor(
    private readonly database: Database,
    private readonly names: TicketNames,
  ) {}

  /** A page of those that the actor may see, the latest first. */
  async page(
    actor: Actor,
    targetId: string,
    kind: LinkKind,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<Page<TicketSummaryResponse>> {
    const params = new Params([targetId, kind, limit + 1]);
    const seen = ticketVisibility(actor, params);
    const after = readCursor(cursor, 2);
    const page = after
      ? `and (t.submitted_at, t.id) < (${params.add(ts(Number(after[0]) as Instant))}::timestamptz, ${params.add(after[1])}::uuid)`
      : '';
    const rows = await this.database.query<TicketRecord>(
      `select ${TICKET_COLUMNS} from tickets.link l join tickets.ticket t on t.id = l.ticket_id
       where l.target_id = $1 and l.kind = $2 and ${seen} ${page} order by t.submitted_at desc, t.id desc limit $3`,
      params.values,
    );
    const found = pageOf(rows, limit, (row) => [row.submittedAt, row.id]);
    const names = await this.names.find(actor.locale, namesOf(found.items));
    return { items: found.items.map((row) => toSummary(row, names)), nextCursor: found.nextCursor };
  }

  /** How many of them the actor may see, for each of many tickets; those without any are missing. */
  async counts(actor: Actor, targetIds: readonly string[], kind: LinkKind): Promise<ReadonlyMap<string, number>> {
    if (targetIds.length === 0) return new Map();
    const params = new Params([targetIds, kind, COUNTED_AT_MOST]);
    const seen = ticketVisibility(actor, params);
    const rows = await this.database.query<{ id: string; n: number }>(
      `select g.id, c.n from unnest($1::uuid[]) g(id) cross join lateral (select count(*) as n from (
         select 1 from tickets.link l join tickets.ticket t on t.id = l.ticket_id
         where l.target_id = g.id and l.kind = $2 and ${seen} limit $3) s) c where c.n > 0`,
      params.values,
    );
    return new Map(rows.map(({ id, n }) => [id, n]));
  }
}
