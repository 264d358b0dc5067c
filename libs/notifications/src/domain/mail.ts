import type { RecordedEvent } from '#kernel';
import { askers, type Parties } from './notice.js';

/** What a mail can be about. Its texts stand in the catalogues under `mail.<kind>`. */
export const MAIL_KINDS = ['received', 'question', 'reply', 'resolved', 'reopened', 'rating'] as const;

export type MailKind = (typeof MAIL_KINDS)[number];

/** A mail that is to be written to one person, once for each dedupe key. */
export interface PlannedMail {
  readonly userId: string;
  readonly kind: MailKind;
  readonly dedupeKey: string;
}

/** Days that must pass before the same person is asked for a rating by mail again (DOMAIN section 6; the portal always asks). */
export const RATING_MAIL_EVERY_DAYS = 7;

function kindOf(event: RecordedEvent): MailKind | undefined {
  const { visibility, byStaff, kind } = event.payload;
  switch (event.type) {
    case 'incidents.submitted':
      return 'received';
    case 'tickets.comment-added':
      if (visibility !== 'public' || byStaff !== true) return undefined;
      return kind === 'question' ? 'question' : 'reply';
    case 'incidents.answer-awaited':
      return 'question';
    case 'incidents.resolved':
      return 'resolved';
    case 'incidents.reopened':
      return 'reopened';
    default:
      return undefined;
  }
}

/** Types of the events that somebody is written to about. */
export const EVENTS_WITH_MAIL = [
  'incidents.submitted',
  'tickets.comment-added',
  'incidents.answer-awaited',
  'incidents.resolved',
  'incidents.reopened',
] as const;

/** Mails that confirm what the reader himself did; of anything else that he did himself he gets none. */
const RECEIPTS: ReadonlySet<MailKind> = new Set<MailKind>(['received', 'reopened']);

/** Who gets which mail of an event. History taken in from another system makes none. */
export function planMail(event: RecordedEvent, parties: Pick<Parties, 'requesterId' | 'affectedUserId'>): PlannedMail[] {
  const kind = event.imported ? undefined : kindOf(event);
  if (!kind) return [];
  return askers(parties)
    .filter((userId) => RECEIPTS.has(kind) || userId !== event.actorId)
    .map((userId) => ({ userId, kind, dedupeKey: `${event.id}:${kind}:${userId}` }));
}
