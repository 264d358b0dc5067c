import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import { type Queryable, ts } from '#platform';
import type { TicketRecord, Visibility } from '../domain/ticket.js';
import { TICKET_COLUMNS } from '../store/ticket-columns.js';

/** A ticket with all that is written on it and all who ever had to do with it, whoever asks. */
export interface TicketText extends TicketRecord {
  readonly comments: readonly { readonly body: string; readonly visibility: Visibility }[];
  readonly watcherIds: readonly string[];
  /** Groups that it has left, however long ago. */
  readonly pastGroupIds: readonly string[];
}

/** Where a ticket stands in the order of submission. */
export interface TicketPlace {
  readonly id: string;
  readonly submittedAt: Instant;
}

interface Related {
  readonly ticketId: string;
}

/** What is written on tickets, for an index of words. Who may read what, its reader must ask. */
@Injectable()
export class TicketTexts {
  /** Those among `ids` that there are. */
  async of(on: Queryable, ids: readonly string[]): Promise<TicketText[]> {
    if (ids.length === 0) return [];
    const rows = await on.query<TicketRecord>(
      `select ${TICKET_COLUMNS}, t.description from tickets.ticket t where t.id = any($1::uuid[])`,
      [ids],
    );
    const comments = await on.query<Related & TicketText['comments'][number]>(
      `select ticket_id as "ticketId", body, visibility from tickets.comment where ticket_id = any($1::uuid[]) order by at, id`,
      [ids],
    );
    const watchers = await on.query<Related & { id: string }>(
      `select ticket_id as "ticketId", user_id as id from tickets.watcher where ticket_id = any($1::uuid[])`,
      [ids],
    );
    const groups = await on.query<Related & { id: string }>(
      `select ticket_id as "ticketId", group_id as id from tickets.past_group where ticket_id = any($1::uuid[])`,
      [ids],
    );
    const ofTicket = [byTicket(comments), byTicket(watchers), byTicket(groups)] as const;
    return rows.map((row) => ({
      ...row,
      comments: ofTicket[0].get(row.id) ?? [],
      watcherIds: (ofTicket[1].get(row.id) ?? []).map(({ id }) => id),
      pastGroupIds: (ofTicket[2].get(row.id) ?? []).map(({ id }) => id),
    }));
  }

  /** The next tickets after one, in the order of their submission, for a walk over all of them. */
  async after(on: Queryable, last: TicketPlace | null, limit: number): Promise<TicketPlace[]> {
    return on.query<TicketPlace>(
      `select t.id, t.submitted_at as "submittedAt" from tickets.ticket t
       where (t.submitted_at, t.id) > ($1::timestamptz, $2::uuid) order by t.submitted_at, t.id limit $3`,
      [last ? ts(last.submittedAt) : '-infinity', last?.id ?? '00000000-0000-0000-0000-000000000000', limit],
    );
  }
}

function byTicket<Row extends Related>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const own = found.get(row.ticketId);
    if (own) own.push(row);
    else found.set(row.ticketId, [row]);
  }
  return found;
}
