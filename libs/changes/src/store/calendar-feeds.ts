import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import type { Queryable, Tx } from '#platform';

/** A link by which a calendar program reads, on behalf of a person. */
export interface CalendarFeed {
  readonly userId: string;
  readonly serviceId: string | null;
  readonly institutionId: string | null;
  readonly createdAt: Instant;
}

const SELECT = `select user_id as "userId", service_id as "serviceId", institution_id as "institutionId", created_at as "createdAt" from changes.calendar_feed`;

/** The links of calendar programs; of each token only its hash is kept. */
@Injectable()
export class CalendarFeeds {
  async byToken(on: Queryable, tokenHash: string): Promise<CalendarFeed | undefined> {
    const [row] = await on.query<CalendarFeed>(`${SELECT} where token_hash = $1`, [tokenHash]);
    return row;
  }

  async ofPerson(on: Queryable, userId: string): Promise<CalendarFeed | undefined> {
    const [row] = await on.query<CalendarFeed>(`${SELECT} where user_id = $1`, [userId]);
    return row;
  }

  /** Puts a link in place of the person's earlier one, which then opens nothing any more. */
  async replace(tx: Tx, tokenHash: string, feed: Omit<CalendarFeed, 'createdAt'>): Promise<void> {
    await tx.execute(
      `insert into changes.calendar_feed (token_hash, user_id, service_id, institution_id, created_at) values ($1, $2, $3, $4, clock_timestamp())
       on conflict (user_id) do update set token_hash = excluded.token_hash, service_id = excluded.service_id,
         institution_id = excluded.institution_id, created_at = excluded.created_at`,
      [tokenHash, feed.userId, feed.serviceId, feed.institutionId],
    );
  }

  /** False where there was none. */
  async remove(tx: Tx, userId: string): Promise<boolean> {
    return (await tx.execute(`delete from changes.calendar_feed where user_id = $1`, [userId])) === 1;
  }
}
