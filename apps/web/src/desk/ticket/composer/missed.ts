import type { Comment } from '../../data/types';

/** What is said on the ticket itself; what its duplicates say comes from elsewhere, and a message that is being sent is not said yet. */
const own = (comments: readonly Comment[]): Comment[] => comments.filter(({ id, from }) => id !== 'sending' && !from);

/** The last comment that stands there, null where there is none. */
export const lastIdOf = (comments: readonly Comment[]): string | null => own(comments).at(-1)?.id ?? null;

/** What others have said since somebody began to type; nothing while he does not (`after` undefined). */
export function missedSince(comments: readonly Comment[], after: string | null | undefined, myId: string): Comment[] {
  if (after === undefined) return [];
  const all = own(comments);
  const begun = after === null ? -1 : all.findIndex(({ id }) => id === after);
  if (after !== null && begun < 0) return [];
  return all.slice(begun + 1).filter(({ author }) => author.id !== myId);
}
