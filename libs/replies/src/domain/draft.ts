import { DomainError, type Instant } from '#kernel';

/** What is typed: a reply that the requester will read, or a note among colleagues. */
export const DRAFT_KINDS = ['reply', 'note'] as const;

export type DraftKind = (typeof DRAFT_KINDS)[number];

/** What one person has typed on one ticket and not sent. */
export interface Draft {
  readonly kind: DraftKind;
  readonly body: string;
  /** The last comment that stood there when the typing began; null where there was none. */
  readonly afterCommentId: string | null;
  /** Another one with each save: two devices never overwrite each other unknowingly. */
  readonly revision: string;
  readonly savedAt: Instant;
}

/** Throws `replies.draft-changed` (409) unless the draft is the one that the writer has seen last; null stands for none. */
export function requireSeen(stored: Draft | undefined, seen: string | null): void {
  if ((stored?.revision ?? null) !== seen)
    throw new DomainError('replies.draft-changed', { revision: stored?.revision ?? null }, 'conflict');
}
