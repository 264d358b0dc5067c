import type { Instant } from '#kernel';
import { type ComposedMail, momentWords, type Say, subjectOf } from './compose-mail.js';

/** The mails to whoever must decide: when his turn has come, and a working day before it is over. */
export const APPROVAL_MAIL_KINDS = ['approval-requested', 'approval-reminder'] as const;

export type ApprovalMailKind = (typeof APPROVAL_MAIL_KINDS)[number];

export interface ApprovalMatter {
  readonly locale: 'lv' | 'en';
  readonly name: string;
  readonly number: string;
  readonly title: string;
  readonly purpose: 'authorise' | 'ratify';
  readonly step: string;
  readonly dueAt: Instant;
  /** Those who were asked first did not answer in time. */
  readonly escalated: boolean;
  /** Address of the page that decides, by a button of its own. */
  readonly url: string;
  /** Address of everything that waits for him, signed in. */
  readonly inboxUrl: string;
}

/** Writes the mail that asks for a decision. Its link opens a page; nothing is decided by following it. */
export function composeApprovalMail(kind: ApprovalMailKind, matter: ApprovalMatter, say: Say): ComposedMail {
  const { locale, name, number, title, purpose, step, dueAt, escalated, url, inboxUrl } = matter;
  const words = say(`${kind}.words`, { title });
  const text = (key: string) => ({ is: 'text' as const, text: say(key, { name }) });
  return {
    subject: subjectOf(say('subject', { number, words })),
    title: words,
    blocks: [
      text('greeting'),
      text(`approval.${purpose}`),
      ...(escalated ? [text('approval.escalated')] : []),
      {
        is: 'facts',
        facts: [
          [say('approval.number'), number],
          [say('facts.title'), title],
          [say('approval.step'), step],
          [say('approval.due'), momentWords(dueAt, locale, say)],
        ],
      },
      { is: 'links', links: [{ label: say('approval.open'), url }] },
      text('approval.own'),
      { is: 'links', links: [{ label: say('approval.inbox'), url: inboxUrl }] },
    ],
    footer: say('survey.footer'),
  };
}
