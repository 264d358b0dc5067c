import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import { Database, type Queryable, ts, type Tx } from '#platform';
import type { FollowUp } from '../domain/follow-up.js';

const COLUMNS = `f.id, f.rating_id as "ratingId", f.ticket_id as "ticketId", f.group_id as "groupId", f.opened_at as "openedAt", f.due_at as "dueAt",
  f.state, f.contacted, f.note, f.closed_by as "closedById", f.closed_at as "closedAt", f.reminders, f.remind_at as "remindAt"`;

/** The follow-ups of bad ratings, one for a rating. */
@Injectable()
export class FollowUps {
  constructor(private readonly database: Database) {}

  /** Under lock; a transaction that opens or withdraws one holds the ticket. */
  async ofRating(tx: Tx, ratingId: string): Promise<FollowUp | undefined> {
    const [row] = await tx.query<FollowUp>(`select ${COLUMNS} from ratings.follow_up f where f.rating_id = $1 for update`, [ratingId]);
    return row;
  }

  async locked(tx: Tx, id: string): Promise<FollowUp | undefined> {
    const [row] = await tx.query<FollowUp>(`select ${COLUMNS} from ratings.follow_up f where f.id = $1 for update`, [id]);
    return row;
  }

  /** Open ones of which somebody is to be told now; those that another worker holds are left to it. */
  async toRemind(tx: Tx, now: Instant, limit: number): Promise<FollowUp[]> {
    return tx.query<FollowUp>(
      `select ${COLUMNS} from ratings.follow_up f where f.remind_at <= $1 order by f.remind_at, f.id limit $2 for update skip locked`,
      [ts(now), limit],
    );
  }

  /** By the ratings that they are of. */
  async ofRatings(ratingIds: readonly string[], on: Queryable = this.database): Promise<ReadonlyMap<string, FollowUp>> {
    if (ratingIds.length === 0) return new Map();
    const rows = await on.query<FollowUp>(`select ${COLUMNS} from ratings.follow_up f where f.rating_id = any($1::uuid[])`, [ratingIds]);
    return new Map(rows.map((row) => [row.ratingId, row]));
  }

  async save(tx: Tx, followUp: FollowUp): Promise<void> {
    const { id, ratingId, ticketId, groupId, openedAt, dueAt, state, contacted, note, closedById, closedAt, reminders, remindAt } =
      followUp;
    await tx.execute(
      `insert into ratings.follow_up (id, rating_id, ticket_id, group_id, opened_at, due_at, state, contacted, note, closed_by, closed_at, reminders, remind_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       on conflict (rating_id) do update set group_id = excluded.group_id, opened_at = excluded.opened_at, due_at = excluded.due_at,
         state = excluded.state, contacted = excluded.contacted, note = excluded.note, closed_by = excluded.closed_by, closed_at = excluded.closed_at,
         reminders = excluded.reminders, remind_at = excluded.remind_at`,
      [
        ...[id, ratingId, ticketId, groupId, ts(openedAt), ts(dueAt), state, contacted, note, closedById],
        ...[ts(closedAt), reminders, ts(remindAt)],
      ],
    );
  }
}
