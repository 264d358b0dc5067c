import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import { Database, ts, type Tx } from '#platform';
import type { Departure, WaitingMail } from '../domain/preferences.js';

/** A mail that waits for its reader's digest. */
export interface HeldMail {
  readonly id: string;
  readonly subject: string;
  readonly page: string | null;
  readonly ticketId: string | null;
}

interface WaitingRow extends WaitingMail {
  readonly id: string;
  readonly held: boolean;
}

/** Mails that wait for a digest or for the end of quiet hours. */
@Injectable()
export class HeldMails {
  constructor(private readonly database: Database) {}

  /** People whose digest is due. */
  async due(limit: number): Promise<string[]> {
    const rows = await this.database.query<{ userId: string }>(
      `select distinct user_id as "userId" from notifications.delivery where state = 'held' and next_attempt_at <= clock_timestamp() limit $1`,
      [limit],
    );
    return rows.map(({ userId }) => userId);
  }

  /** All that is held back for a person, the oldest first; empty where another worker has just gathered it. */
  async lock(tx: Tx, userId: string): Promise<HeldMail[]> {
    return tx.query<HeldMail>(
      `select id, subject, page, ticket_id as "ticketId" from notifications.delivery where user_id = $1 and state = 'held'
       order by created_at, id for update`,
      [userId],
    );
  }

  async gathered(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.execute(`update notifications.delivery set state = 'gathered', next_attempt_at = null where id = any($1::uuid[])`, [ids]);
  }

  /**
   * Puts what waits for a person to the time that holds by what he has decided now. What was held back stays in one mail, which leaves at once where
   * he wants none any more.
   */
  async plan(tx: Tx, userId: string, now: Instant, anew: (mail: WaitingMail) => Departure): Promise<void> {
    const rows = await tx.query<WaitingRow>(
      `select id, kind, secret is not null or attachment is not null as single, state = 'held' as held from notifications.delivery
       where user_id = $1 and attempts = 0 and (state = 'held' or (state = 'queued' and next_attempt_at > $2)) for update`,
      [userId, ts(now)],
    );
    for (const row of rows) {
      const { at, digest } = anew(row);
      const next = row.held && !digest ? now : at;
      await tx.execute(`update notifications.delivery set next_attempt_at = $2 where id = $1`, [row.id, ts(next)]);
    }
  }
}
