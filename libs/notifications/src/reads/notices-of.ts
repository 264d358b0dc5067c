import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Instant } from '#kernel';
import { Database, type Page, pageOf, readCursor } from '#platform';
import { type TicketFact, TicketFacts } from '#tickets';
import { NoticeWording } from './notice-wording.js';

/** A notice as its reader sees it. */
export interface NoticeView {
  readonly id: string;
  readonly at: Instant;
  readonly kind: string;
  readonly text: string;
  /** Null where it is about no ticket. */
  readonly ticket: { readonly id: string; readonly number: string } | null;
  /** Address of the page that it is about, where that is no ticket's. */
  readonly page: string | null;
  readonly readAt: Instant | null;
}

interface NoticeRow {
  readonly id: string;
  readonly at: Instant;
  readonly key: string;
  readonly kind: string;
  readonly ticketId: string | null;
  readonly params: Readonly<Record<string, unknown>>;
  readonly readAt: Instant | null;
}

/** The notices of one person, newest first. */
@Injectable()
export class NoticesOf {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketFacts,
    private readonly wording: NoticeWording,
  ) {}

  /** Notices of tickets that the reader may no longer see are left out. `unread` counts the ones that are not quiet. */
  async page(actor: Actor, cursor: string | undefined, limit: number): Promise<Page<NoticeView> & { readonly unread: number }> {
    const after = readCursor(cursor, 2);
    const rows = await this.database.query<NoticeRow>(
      `select id, at, at::text as key, kind, ticket_id as "ticketId", params, read_at as "readAt" from notifications.notice
       where user_id = $1 and ($2::timestamptz is null or (at, id) < ($2::timestamptz, $3::uuid))
       order by at desc, id desc limit $4`,
      [actor.id, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    const page = pageOf(rows, limit, ({ key, id }) => [key, id]);
    const ids = [...new Set(page.items.flatMap(({ ticketId }) => ticketId ?? []))];
    const [visible, facts, unread, words] = await Promise.all([
      this.tickets.visibleAmong(actor, ids),
      this.tickets.byIds(ids),
      this.unread(actor.id),
      this.wording.now(this.database, page.items),
    ]);
    const items = page.items.flatMap((row) => {
      if (row.ticketId === null) return [viewOf(row, words(actor.locale, row, null), null)];
      const fact = visible.has(row.ticketId) ? facts.get(row.ticketId) : undefined;
      return fact ? [viewOf(row, words(actor.locale, row, fact), fact)] : [];
    });
    return { items, nextCursor: page.nextCursor, unread };
  }

  private async unread(userId: string): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      `select count(*) as n from notifications.notice where user_id = $1 and read_at is null and not quiet`,
      [userId],
    );
    return row?.n ?? 0;
  }
}

function viewOf({ id, at, kind, params, readAt }: NoticeRow, text: string, ticket: TicketFact | null): NoticeView {
  const page = typeof params['page'] === 'string' ? params['page'] : null;
  return { id, at, kind, text, ticket: ticket && { id: ticket.id, number: ticket.number }, page, readAt };
}
