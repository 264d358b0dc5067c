import type { Json } from '#kernel';

/** What a notice in the interface can be about. The text of each stands in the catalogues under `notice.<kind>`. */
export const NOTICE_KINDS = [
  'arrived-in-group',
  'assigned',
  'assigned-to-group',
  'requester-replied',
  'note',
  'threshold',
  'breached',
  'reopened-for-you',
  'reply',
  'question',
  'resolved',
  'reopened',
  'cancelled',
  'update-awaited',
  'major-proposed',
  'major-declared',
  'figures-differ',
  'rating-follow-up',
  'template-suspended',
  'approval-requested',
  'approval-reminder',
  'approval-granted',
  'approval-refused',
  'rating-follow-up-overdue',
  'rating-follow-up-escalated',
  'survey-coverage',
  'announcement-news',
  'announcement-over',
  'change-asked',
  'change-submitted',
  'change-assessment-overdue',
  'change-concurrence-overdue',
  'change-finding',
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** A notice that is to be written, once for each (person, dedupe key). */
export interface PlannedNotice {
  readonly userId: string;
  readonly kind: NoticeKind;
  /** Listed, but not counted by the bell: what concerns a whole group. */
  readonly quiet: boolean;
  readonly dedupeKey: string;
  readonly params: { readonly [key: string]: Json };
}

/** The people around a ticket, as they are when the notice is written. */
export interface Parties {
  readonly ticketId: string;
  readonly number: string;
  readonly requesterId: string;
  readonly affectedUserId: string;
  readonly assigneeId: string | null;
  /** Lead and members of the ticket's group; empty where it has none. */
  readonly leadId: string | null;
  readonly memberIds: readonly string[];
  /** Managers who watch the whole service or the ticket's institution. */
  readonly managerIds: readonly string[];
  /** Holders of the roles that an escalation names. */
  readonly roleHolders?: Readonly<Record<string, readonly string[]>>;
}

/** The people who asked for help: the requester, and the affected user where a colleague filed for him. */
export function askers(parties: Pick<Parties, 'requesterId' | 'affectedUserId'>): string[] {
  return [...new Set([parties.requesterId, parties.affectedUserId])];
}
