import { Injectable } from '@nestjs/common';
import { Database, type Queryable, ts, type Tx } from '#platform';
import type { FollowUp } from '../domain/follow-up.js';

const COLUMNS = `f.id, f.rating_id as "ratingId", f.ticket_id as "ticketId", f.group_id as "groupId", f.opened_at as "openedAt", f.due_at as "dueAt",
  f.state, f.contacted, f.note, f.closed_by as "closedById", f.closed_at as "closedAt"`;

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

  /** By the ratings that they are of. */
  async ofRatings(ratingIds: readonly string[], on: Queryable = this.database): Promise<ReadonlyMap<string, FollowUp>> {
    if (ratingIds.length === 0) return new Map();
    const rows = await on.query<FollowUp>(`select ${COLUMNS} from ratings.follow_up f where f.rating_id = any($1::uuid[])`, [ratingIds]);
    return new Map(rows.map((row) => [row.ratingId, row]));
  }

  async save(tx: Tx, followUp: FollowUp): Promise<void> {
    const { id, ratingId, ticketId, groupId, openedAt, dueAt, state, contacted, note, closedById, closedAt } = followUp;
    await tx.execute(
      `insert into ratings.follow_up (id, rating_id, ticket_id, group_id, opened_at, due_at, state, contacted, note, closed_by, closed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (rating_id) do update set group_id = excluded.group_id, opened_at = excluded.opened_at, due_at = excluded.due_at,
         state = excluded.state, contacted = excluded.contacted, note = excluded.note, closed_by = excluded.closed_by, closed_at = excluded.closed_at`,
      [
        ...[id, ratingId, ticketId, groupId, ts(openedAt), ts(dueAt), state, contacted, note, closedById],
        closedAt === null ? null : ts(closedAt),
      ],
    );
  }
}
