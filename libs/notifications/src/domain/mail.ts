import type { RecordedEvent } from '#kernel';
import { askers, mentionedIn, type Parties } from './notice.js';

/** What a mail can be about. Its texts stand in the catalogues under `mail.<kind>`. */
export const MAIL_KINDS = [
  'received',
  'question',
  'reply',
  'resolved',
  'reopened',
  'merged',
  'unmerged',
  'watched',
  'rating',
  'mention',
] as const;

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
      if (visibility === 'internal') return 'mention';
      if (byStaff !== true) return undefined;
      return kind === 'question' ? 'question' : 'reply';
    case 'incidents.answer-awaited':
      return 'question';
    case 'incidents.resolved':
      return 'resolved';
    case 'incidents.reopened':
      return 'reopened';
    case 'incidents.cancelled':
      return event.payload['reason'] === 'duplicate' ? 'merged' : undefined;
    case 'incidents.unmerged':
      return 'unmerged';
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
  'incidents.cancelled',
  'incidents.unmerged',
] as const;

/** Mails that confirm what the reader himself did; of anything else that he did himself he gets none. */
const RECEIPTS: ReadonlySet<MailKind> = new Set<MailKind>(['received', 'reopened']);

/** What those whose ticket was merged with this one are written to about: they wait for the same answer. */
const SHARED: ReadonlySet<MailKind> = new Set<MailKind>(['reply', 'resolved']);

/**
 * Who gets which mail of an event: the people of the ticket, and of tickets that were merged with it (`mergedIds`). History taken in from another
 * system makes none; an answer to many tickets at once is written to a person who has several of them once.
 */
export function planMail(
  event: RecordedEvent,
  parties: Pick<Parties, 'requesterId' | 'affectedUserId'>,
  mergedIds: readonly string[] = [],
): PlannedMail[] {
  const kind = event.imported ? undefined : kindOf(event);
  if (!kind) return [];
  const { answerId } = event.payload;
  const cause = typeof answerId === 'string' ? answerId : `${event.id}`;
  // What a note says is for the desk alone; whoever is named in it gets a link to it, and nobody else gets a mail.
  const people = kind === 'mention' ? mentionedIn(event) : askers(parties);
  const others = SHARED.has(kind) ? mergedIds.filter((userId) => !people.includes(userId)) : [];
  return [...people.map((userId) => ({ userId, kind })), ...others.map((userId) => ({ userId, kind: 'watched' as const }))]
    .filter((mail) => RECEIPTS.has(mail.kind) || mail.userId !== event.actorId)
    .map((mail) => ({ ...mail, dedupeKey: `${cause}:${mail.kind}:${mail.userId}` }));
}
