import { Injectable } from '@nestjs/common';
import { type Instant } from '#kernel';
import { Database, ts, type Tx } from '#platform';

/** Which mail that asks for a rating: one for each person and cycle of a ticket. */
export interface RatingMailKey {
  readonly ticketId: string;
  /** The ticket's reopenings plus one. */
  readonly cycle: number;
  readonly userId: string;
}

/**
 * Why nobody was asked: the ticket was reopened, the person has nothing to rate any more, was asked within seven days, or cannot or
 * does not want to be written to.
 */
export type DropReason = 'reopened' | 'nothing_to_rate' | 'asked_lately' | 'unreachable';

/** When somebody is asked for a rating by mail, and what became of it. */
@Injectable()
export class RatingMails {
  constructor(private readonly database: Database) {}

  /** Plans a mail; one that is planned already stays as it is. */
  async plan(tx: Tx, { ticketId, cycle, userId }: RatingMailKey, dueAt: Instant): Promise<void> {
    await tx.execute(
      `insert into notifications.rating_mail (ticket_id, cycle, user_id, due_at) values ($1, $2, $3, $4) on conflict do nothing`,
      [ticketId, cycle, userId, ts(dueAt)],
    );
  }

  /** Mails whose time has come, the longest waiting first. */
  async due(limit: number): Promise<RatingMailKey[]> {
    return this.database.query<RatingMailKey>(
      `select ticket_id as "ticketId", cycle, user_id as "userId" from notifications.rating_mail
       where state = 'waiting' and due_at <= clock_timestamp() order by due_at limit $1`,
      [limit],
    );
  }

  /** Takes a waiting mail under lock; false where somebody else has decided about it. The ticket is locked before it. */
  async lock(tx: Tx, { ticketId, cycle, userId }: RatingMailKey): Promise<boolean> {
    const rows = await tx.query(
      `select 1 from notifications.rating_mail where ticket_id = $1 and cycle = $2 and user_id = $3 and state = 'waiting' for update`,
      [ticketId, cycle, userId],
    );
    return rows.length === 1;
  }

  async putOff(tx: Tx, { ticketId, cycle, userId }: RatingMailKey, dueAt: Instant): Promise<void> {
    await tx.execute(`update notifications.rating_mail set due_at = $4 where ticket_id = $1 and cycle = $2 and user_id = $3`, [
      ticketId,
      cycle,
      userId,
      ts(dueAt),
    ]);
  }

  /** Written into the deliveries, or dropped for a reason. */
  async decide(tx: Tx, { ticketId, cycle, userId }: RatingMailKey, reason: DropReason | null): Promise<void> {
    await tx.execute(
      `update notifications.rating_mail set state = $4, reason = $5, decided_at = $6 where ticket_id = $1 and cycle = $2 and user_id = $3`,
      [ticketId, cycle, userId, reason === null ? 'written' : 'dropped', reason, ts(tx.now)],
    );
  }

  /**
   * Takes back what waits for a ticket that was reopened, and what has been written of it and has not left. What a worker is just handing to
   * the mail server is not tried again.
   */
  async withdraw(tx: Tx, ticketId: string): Promise<void> {
    await tx.execute(
      `update notifications.rating_mail set state = 'dropped', reason = 'reopened', decided_at = $2 where ticket_id = $1 and state = 'waiting'`,
      [ticketId, ts(tx.now)],
    );
    await tx.execute(
      `update notifications.delivery set state = 'withdrawn', next_attempt_at = null, secret = null
       where ticket_id = $1 and asks_rating and state in ('queued', 'sending')`,
      [ticketId],
    );
  }
}
