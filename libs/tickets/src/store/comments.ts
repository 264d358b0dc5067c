import type { Instant } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { Visibility } from '../domain/ticket.js';

/**
 * What a comment is: an answer, an internal note, the question of a hold, the reason of a reopening, a resolution that did not last, an answer that
 * the system gave by a rule.
 */
export type CommentKind = 'reply' | 'note' | 'question' | 'reopening' | 'resolution' | 'automatic';

export interface NewComment {
  readonly id: string;
  readonly ticketId: string;
  /** Null where no person has written it. */
  readonly authorId: string | null;
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

/** What somebody may have missed: comments of others on a ticket since one of them, or all where he saw none. */
export interface SaidSince {
  readonly ticketId: string;
  readonly commentId: string | null;
  readonly exceptById: string;
  readonly internalToo: boolean;
}

/** Ids of those comments, oldest first. The ticket's row is locked first, so that nothing is added until the transaction ends. */
export async function saidSince(tx: Tx, { ticketId, commentId, exceptById, internalToo }: SaidSince): Promise<{ readonly id: string }[]> {
  await tx.execute(`select 1 from tickets.ticket where id = $1 for no key update`, [ticketId]);
  return tx.query<{ id: string }>(
    `select c.id from tickets.comment c
     where c.ticket_id = $1 and c.author_id <> $3 and ($4 or c.visibility = 'public')
       and (c.at, c.id) > (select coalesce(max(s.at), '-infinity'), coalesce($2::uuid, '00000000-0000-0000-0000-000000000000')
         from tickets.comment s where s.id = $2)
     order by c.at, c.id`,
    [ticketId, commentId, exceptById, internalToo],
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

/** What the system answered by itself when the ticket was filed; undefined where it did not. */
export async function automaticAnswer(on: Queryable, ticketId: string): Promise<string | undefined> {
  const [row] = await on.query<{ body: string }>(
    `select body from tickets.comment where ticket_id = $1 and kind = 'automatic' and visibility = 'public' order by at limit 1`,
    [ticketId],
  );
  return row?.body;
}
