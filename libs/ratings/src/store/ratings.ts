import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import { Database, type Queryable, ts, type Tx } from '#platform';
import { type Rating, type RatingChannel, type RatingValue, scoreOf, valueOf } from '../domain/rating.js';

interface RatingRow {
  id: string;
  ticket_id: string;
  cycle: number;
  rater_id: string;
  group_id: string | null;
  value: number;
  comment: string | null;
  channel: RatingChannel;
  rated_at: Instant;
  changed_at: Instant | null;
}

/** One value that a rating had, or has. */
export interface RatingEntry {
  readonly cycle: number;
  readonly at: Instant;
  readonly value: RatingValue;
  readonly comment: string | null;
  readonly channel: RatingChannel;
}

/** Ratings and their history. */
@Injectable()
export class Ratings {
  constructor(private readonly database: Database) {}

  /** The rating of a cycle; a transaction that is going to change it holds the ticket. */
  async ofCycle(ticketId: string, cycle: number, on: Queryable = this.database): Promise<Rating | undefined> {
    const [row] = await on.query<RatingRow>(`select * from ratings.rating where ticket_id = $1 and cycle = $2`, [ticketId, cycle]);
    return row && toRating(row);
  }

  /** Every value of every cycle of a ticket, oldest first. */
  async history(ticketId: string, on: Queryable = this.database): Promise<RatingEntry[]> {
    const rows = await on.query<{ cycle: number; at: Instant; value: number; comment: string | null; channel: RatingChannel }>(
      `select r.cycle, e.at, e.value, e.comment, e.channel
       from ratings.rating r join ratings.rating_entry e on e.rating_id = r.id where r.ticket_id = $1 order by e.id`,
      [ticketId],
    );
    return rows.map((row) => ({ ...row, value: valueOf(row.value) }));
  }

  /** Writes the first rating of a cycle, in a transaction that holds the ticket. */
  async insert(tx: Tx, rating: Rating): Promise<void> {
    await tx.execute(
      `insert into ratings.rating (id, ticket_id, cycle, rater_id, value, comment, channel, rated_at, group_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[rating.id, rating.ticketId, rating.cycle, rating.raterId, scoreOf(rating.value), rating.comment, rating.channel],
        ...[ts(rating.ratedAt), rating.groupId],
      ],
    );
    await this.addEntry(tx, rating, rating.ratedAt);
  }

  /** Writes a changed rating; what it was before stays in its history. */
  async update(tx: Tx, rating: Rating, at: Instant): Promise<void> {
    await tx.execute(`update ratings.rating set value = $2, comment = $3, channel = $4, changed_at = $5 where id = $1`, [
      rating.id,
      scoreOf(rating.value),
      rating.comment,
      rating.channel,
      ts(at),
    ]);
    await this.addEntry(tx, rating, at);
  }

  private async addEntry(tx: Tx, rating: Rating, at: Instant): Promise<void> {
    await tx.execute(`insert into ratings.rating_entry (rating_id, at, value, comment, channel) values ($1, $2, $3, $4, $5)`, [
      rating.id,
      ts(at),
      scoreOf(rating.value),
      rating.comment,
      rating.channel,
    ]);
  }
}

function toRating(row: RatingRow): Rating {
  return {
    id: row.id,
    ticketId: row.ticket_id,
    cycle: row.cycle,
    raterId: row.rater_id,
    groupId: row.group_id,
    value: valueOf(row.value),
    comment: row.comment,
    channel: row.channel,
    ratedAt: row.rated_at,
    changedAt: row.changed_at,
  };
}
