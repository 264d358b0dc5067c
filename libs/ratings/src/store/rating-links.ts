import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import { Database, type Queryable, ts, type Tx } from '#platform';
import type { RatingLink } from '../domain/link-token.js';

interface LinkRow {
  id: string;
  ticket_id: string;
  cycle: number;
  recipient_id: string;
  expires_at: Instant;
  spent_at: Instant | null;
}

/** Links of mails, found by the hash of their token. */
@Injectable()
export class RatingLinks {
  constructor(private readonly database: Database) {}

  async byHash(
    tokenHash: string,
    on: Queryable = this.database,
    { lock = false }: { lock?: boolean } = {},
  ): Promise<RatingLink | undefined> {
    const [row] = await on.query<LinkRow>(`select * from ratings.link where token_hash = $1 ${lock ? 'for update' : ''}`, [tokenHash]);
    return (
      row && {
        id: row.id,
        ticketId: row.ticket_id,
        cycle: row.cycle,
        recipientId: row.recipient_id,
        expiresAt: row.expires_at,
        spentAt: row.spent_at,
      }
    );
  }

  /** Writes a link. False where this person has one for this cycle already. */
  async insert(tx: Tx, link: RatingLink, tokenHash: string): Promise<boolean> {
    const written = await tx.execute(
      `insert into ratings.link (id, ticket_id, cycle, recipient_id, token_hash, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (ticket_id, cycle, recipient_id) do nothing`,
      [link.id, link.ticketId, link.cycle, link.recipientId, tokenHash, ts(tx.now), ts(link.expiresAt)],
    );
    return written === 1;
  }

  async spend(tx: Tx, linkId: string): Promise<void> {
    await tx.execute(`update ratings.link set spent_at = $2 where id = $1`, [linkId, ts(tx.now)]);
  }
}
