import type { Json, RecordedEvent } from '#kernel';

/** What a notice in the interface can be about. The text of each stands in the catalogues under `notice.<kind>`. */
export const NOTICE_KINDS = [
  'arrived-in-group',
  'assigned',
  'assigned-to-group',
  'requester-replied',
  'note',
  'mention',
  'threshold',
  'breached',
  'reopened-for-you',
  'reply',
  'question',
  'resolved',
  'reopened',
  'cancelled',
  'merged',
  'unmerged',
  'watched-reply',
  'watched-resolved',
  'aside-over',
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
  'problem-opened',
  'problem-owned',
  'problem-change-succeeded',
  'problem-change-failed',
  'problem-recurred',
  'change-asked',
  'change-submitted',
  'change-assessment-overdue',
  'change-concurrence-overdue',
  'change-finding',
  'change-frozen',
  'meeting-called',
  'meeting-moved',
  'meeting-cancelled',
  'process-at-risk',
  'process-suspended',
  'process-restored',
  'process-review-due',
  'process-review-overdue',
  'recommendation-yours',
  'recommendation-due-soon',
  'recommendation-overdue',
  'recommendation-extension-asked',
  'recommendation-extension-granted',
  'recommendation-extension-refused',
  'recommendation-reported',
  'recommendation-sent-back',
  'control-review-due',
  'control-review-overdue',
  'role-asked',
  'role-approved',
  'role-refused',
  'member-away',
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
  /** Those who follow it beside its people and those who work on it. */
  readonly watcherIds?: readonly string[];
  /** Managers who watch the whole service or the ticket's institution. */
  readonly managerIds: readonly string[];
  /** Holders of the roles that an escalation names. */
  readonly roleHolders?: Readonly<Record<string, readonly string[]>>;
}

/** The colleagues whom an internal note names. */
export function mentionedIn({ payload }: Pick<RecordedEvent, 'payload'>): string[] {
  const { mentioned } = payload;
  return Array.isArray(mentioned) ? mentioned.filter((id): id is string => typeof id === 'string') : [];
}

/** The people who asked for help: the requester, and the affected user where a colleague filed for him. */
export function askers(parties: Pick<Parties, 'requesterId' | 'affectedUserId'>): string[] {
  return [...new Set([parties.requesterId, parties.affectedUserId])];
}
