import type { NoticeKind } from './notice.js';
import { type ComposedMail, type Say, subjectOf } from './compose-mail.js';

export type ProcessMailKind = Extract<NoticeKind, `process-${string}`>;

export interface ProcessMatter {
  readonly locale: 'lv' | 'en';
  readonly name: string;
  /** What the process is called. */
  readonly title: string;
  /** What failed, in words; empty where nothing did. */
  readonly why: string;
  /** A day in words: when it will be suspended, or when its review is due. */
  readonly day: string;
  /** Its page. */
  readonly url: string;
}

/** Writes to the owner of a process, or to a manager, what became of it. */
export function composeProcessMail(kind: ProcessMailKind, { name, title, why, day, url }: ProcessMatter, say: Say): ComposedMail {
  const words = say(`${kind}.words`, { title });
  return {
    subject: subjectOf(words),
    title: words,
    blocks: [
      { is: 'text', text: say('greeting', { name }) },
      { is: 'text', text: say(`${kind}.intro`, { title, why, day }) },
      { is: 'links', links: [{ label: say('process.open'), url }] },
    ],
    footer: say('process.footer'),
  };
}
