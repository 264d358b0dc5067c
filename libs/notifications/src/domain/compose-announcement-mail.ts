import { type ComposedMail, type Say, subjectOf } from './compose-mail.js';

export type AnnouncementMailKind = 'announcement-news' | 'announcement-over';

export interface AnnouncementMatter {
  readonly locale: 'lv' | 'en';
  readonly name: string;
  readonly title: string;
  readonly text: string;
  /** Address of the portal. */
  readonly url: string;
}

/** Writes the news of an announcement to somebody who has the trouble too. */
export function composeAnnouncementMail(
  kind: AnnouncementMailKind,
  { name, title, text, url }: AnnouncementMatter,
  say: Say,
): ComposedMail {
  const words = say(`${kind}.words`, { title });
  return {
    subject: subjectOf(words),
    title: words,
    blocks: [
      { is: 'text', text: say('greeting', { name }) },
      { is: 'text', text: say(`${kind}.intro`, { title }) },
      { is: 'quote', text: text.trim() },
      { is: 'links', links: [{ label: say('announcement.open'), url }] },
    ],
    footer: say('announcement.footer'),
  };
}
