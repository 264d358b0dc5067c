import type { Instant } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { Visibility } from '../domain/ticket.js';

/** What a comment is: an answer, an internal note, the question of a hold, the reason of a reopening, a resolution that did not last. */
export type CommentKind = 'reply' | 'note' | 'question' | 'reopening' | 'resolution';

export interface NewComment {
  readonly id: string;
  readonly ticketId: string;
  readonly authorId: string;
  /** The author wrote in the course of his work, not as the person of the ticket. */
  readonly byStaff: boolean;
  readonly visibility: Visibility;
  readonly kind: CommentKind;
  /** Markdown. */
  readonly body: string;
  readonly at: Instant;
}

/** Adds a comment and marks its ticket as touched, in one statement. The event is the caller's. */
export async function insertComment(tx: Tx, comment: NewComment): Promise<void> {
  await tx.execute(
    `with touched as (update tickets.ticket set updated_at = greatest(updated_at, $8) where id = $2)
     insert into tickets.comment (id, ticket_id, author_id, by_staff, visibility, kind, body, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [comment.id, comment.ticketId, comment.authorId, comment.byStaff, comment.visibility, comment.kind, comment.body, ts(comment.at)],
  );
}

/** What was said, for a mail about it; undefined where there is no such comment. */
export async function findComment(on: Queryable, id: string): Promise<Pick<NewComment, 'kind' | 'visibility' | 'body'> | undefined> {
  const [comment] = await on.query<Pick<NewComment, 'kind' | 'visibility' | 'body'>>(
    `select kind, visibility, body from tickets.comment where id = $1`,
    [id],
  );
  return comment;
}
