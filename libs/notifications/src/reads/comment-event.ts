import type { RecordedEvent } from '#kernel';
import type { Queryable } from '#platform';
import { findComment } from '#tickets';

/** The event of a comment together with the comment's kind: a question to the requester is told of in other words than a reply. */
export async function withCommentKind(on: Queryable, event: RecordedEvent): Promise<RecordedEvent> {
  const { commentId } = event.payload;
  if (event.type !== 'tickets.comment-added' || typeof commentId !== 'string') return event;
  const comment = await findComment(on, commentId);
  return { ...event, payload: { ...event.payload, kind: comment?.kind ?? null } };
}
