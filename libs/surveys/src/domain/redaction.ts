import { DomainError } from '#kernel';

/** Comments are shown only where at least so many people answered (DOMAIN 6). */
export const COMMENTS_FROM = 10;

/** What one person made of a comment: the text as it may be read, or null where it is not to be read at all. */
export interface Redaction {
  readonly commentId: string;
  readonly text: string | null;
  readonly proposedBy: string;
  readonly confirmedBy: string | null;
  readonly version: number;
}

/** `waiting` for a first person, `proposed` to a second one, `confirmed` by him. Only a confirmed one is read by others. */
export type RedactionState = 'waiting' | 'proposed' | 'confirmed';

export function redactionState(redaction: Redaction | undefined): RedactionState {
  if (!redaction) return 'waiting';
  return redaction.confirmedBy === null ? 'proposed' : 'confirmed';
}

/** May this person confirm it? Never his own. */
export function mayConfirm(redaction: Redaction | undefined, actorId: string): redaction is Redaction {
  return redaction !== undefined && redaction.confirmedBy === null && redaction.proposedBy !== actorId;
}

/** Throws `surveys.redaction-not-proposed` where there is nothing to confirm, `surveys.own-redaction` to whoever proposed it. */
export function requireConfirmable(redaction: Redaction | undefined, actorId: string): Redaction {
  if (!redaction || redaction.confirmedBy !== null) throw new DomainError('surveys.redaction-not-proposed', {}, 'conflict');
  if (!mayConfirm(redaction, actorId)) throw new DomainError('surveys.own-redaction', {}, 'forbidden');
  return redaction;
}
