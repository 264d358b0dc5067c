import type { NoticeKind } from './notice.js';

/** Is one told this way: as one likes, always, or never (there is nothing of the kind)? */
export type Choice = 'choosable' | 'always' | 'never';

/** Something that people decide about as a whole: which kinds of notices and mails it takes in, and by which ways it comes where they decided nothing. */
export interface TopicRule {
  readonly kinds: readonly string[];
  readonly bell: Choice;
  readonly mail: Choice;
  /** What holds for a choosable way until somebody chooses. */
  readonly byDefault: { readonly bell: boolean; readonly mail: boolean };
  /** Its kinds have no mails of their own: the notice's words are sent instead. */
  readonly plainMail?: boolean;
  /** Whoever holds one of these rights may come to hear of it; everybody where none is named. */
  readonly rights?: readonly string[];
  /** Its pages are those of the desk. */
  readonly desk?: boolean;
}

const BELL = { bell: true, mail: false };
const BOTH = { bell: true, mail: true };
const EITHER = { bell: 'choosable', mail: 'choosable' } as const;

/** What work at the desk brings: the bell rings, and the notice's words come by mail to whoever wants them. */
const desk = (kinds: readonly NoticeKind[], rights: readonly string[]): TopicRule => ({
  kinds,
  ...EITHER,
  byDefault: BELL,
  plainMail: true,
  rights,
  desk: true,
});

/**
 * Topics in the order in which they are shown. Obligatory are: a question without whose answer the ticket stands still; a breach, which
 * DOMAIN 4.5 says must be told; a decision and a role that wait for somebody; what happened to one's account; and the invitation to a survey, whose
 * link is the only way in.
 */
const RULES = {
  'own-tickets': {
    kinds: ['received', 'reply', 'resolved', 'reopened', 'cancelled', 'merged', 'unmerged', 'watched'],
    ...EITHER,
    byDefault: BOTH,
  },
  questions: { kinds: ['question'], bell: 'always', mail: 'always', byDefault: BOTH },
  rating: { kinds: ['rating'], bell: 'never', mail: 'choosable', byDefault: BOTH },
  watched: { kinds: ['watched-reply', 'watched-resolved'], ...EITHER, byDefault: BELL, plainMail: true },
  announcements: { kinds: ['announcement-news', 'announcement-over'], ...EITHER, byDefault: BOTH },
  decided: { kinds: ['approval-granted', 'approval-refused'], ...EITHER, byDefault: BELL, plainMail: true },
  assigned: desk(['assigned', 'requester-replied', 'reopened-for-you', 'aside-over'], ['ticket.work']),
  group: desk(['arrived-in-group', 'assigned-to-group', 'member-away'], ['ticket.work']),
  mentions: { kinds: ['mention'], ...EITHER, byDefault: BOTH, rights: ['ticket.work'], desk: true },
  notes: desk(['note'], ['ticket.work']),
  deadlines: desk(['threshold', 'update-awaited'], ['ticket.work', 'kpi.recount']),
  breaches: { ...desk(['breached', 'major-proposed', 'major-declared'], ['ticket.work', 'kpi.recount']), bell: 'always' },
  ratings: desk(['rating-follow-up', 'rating-follow-up-overdue', 'rating-follow-up-escalated'], ['rating.follow-up']),
  approvals: {
    kinds: ['approval-requested', 'approval-reminder'],
    bell: 'always',
    mail: 'choosable',
    byDefault: BOTH,
    rights: ['approval.decide'],
    desk: true,
  },
  problems: desk(
    ['problem-opened', 'problem-owned', 'problem-change-succeeded', 'problem-change-failed', 'problem-recurred'],
    ['problem.work'],
  ),
  changes: desk(
    [
      ...(['change-asked', 'change-submitted', 'change-assessment-overdue', 'change-concurrence-overdue'] as const),
      ...(['change-finding', 'change-frozen', 'template-suspended'] as const),
    ],
    ['change.work', 'change.manage', 'change.template-approve'],
  ),
  meetings: {
    kinds: ['meeting-called', 'meeting-moved', 'meeting-cancelled'],
    ...EITHER,
    byDefault: BOTH,
    rights: ['meeting.read'],
    desk: true,
  },
  processes: {
    kinds: ['process-at-risk', 'process-suspended', 'process-restored', 'process-review-due', 'process-review-overdue'],
    ...EITHER,
    byDefault: BOTH,
    rights: ['process.write'],
    desk: true,
  },
  registers: {
    kinds: [
      ...(['recommendation-yours', 'recommendation-due-soon', 'recommendation-overdue', 'recommendation-extension-asked'] as const),
      ...(['recommendation-extension-granted', 'recommendation-extension-refused', 'recommendation-reported'] as const),
      ...(['recommendation-sent-back', 'control-review-due', 'control-review-overdue'] as const),
    ],
    ...EITHER,
    byDefault: BOTH,
    plainMail: true,
    rights: ['recommendation.read', 'control.write'],
    desk: true,
  },
  figures: desk(['figures-differ'], ['kpi.recount']),
  coverage: { kinds: ['survey-coverage'], ...EITHER, byDefault: BOTH, rights: ['kpi.read'], desk: true },
  roles: {
    kinds: ['role-asked', 'role-approved', 'role-refused'],
    bell: 'always',
    mail: 'choosable',
    byDefault: BOTH,
    plainMail: true,
    rights: ['grant.approve', 'admin.users'],
    desk: true,
  },
  surveys: {
    kinds: ['survey-invitation', 'survey-reminder', 'survey-last-reminder'],
    bell: 'never',
    mail: 'always',
    byDefault: BOTH,
  },
  account: {
    kinds: [
      ...['account-opened', 'password-forgotten', 'password-reset', 'password-changed', 'factor-set-up', 'factor-removed', 'factor-reset'],
      ...['recovery-code-used', 'recovery-codes-renewed'],
    ],
    bell: 'never',
    mail: 'always',
    byDefault: BOTH,
  },
} as const satisfies Record<string, TopicRule>;

export type Topic = keyof typeof RULES;

export const TOPIC_RULES: Readonly<Record<Topic, TopicRule>> = RULES;

export const TOPICS = Object.keys(RULES) as Topic[];

const TOPIC_OF: ReadonlyMap<string, Topic> = new Map(TOPICS.flatMap((topic) => RULES[topic].kinds.map((kind) => [kind, topic] as const)));

/** The topic of a kind of notice or mail; undefined for what nobody chooses, such as a report that was subscribed to on its own page. */
export function topicOf(kind: string): Topic | undefined {
  return TOPIC_OF.get(kind);
}
