import { type ComposedMail, type Say, subjectOf } from './compose-mail.js';
import type { MailBlock } from './mail-body.js';

/** A notice that somebody wants by mail. */
export interface NoticeMatter {
  readonly locale: 'lv' | 'en';
  readonly name: string;
  /** The notice, in words. */
  readonly words: string;
  /** Address of the page that it is about; null where there is none. */
  readonly url: string | null;
  /** Where he decides what he is told. */
  readonly settingsUrl: string;
}

/** Writes the words of a notice as a mail. */
export function composeNoticeMail({ name, words, url, settingsUrl }: NoticeMatter, say: Say): ComposedMail {
  const opening: MailBlock[] = url === null ? [] : [{ is: 'links', links: [{ label: say('notice.open'), url }] }];
  return {
    subject: subjectOf(words),
    title: words,
    blocks: [{ is: 'text', text: say('greeting', { name }) }, { is: 'text', text: words }, ...opening],
    footer: say('notice.footer', { settingsUrl }),
  };
}

/** What was held back of somebody's mails. */
export interface DigestMatter {
  readonly locale: 'lv' | 'en';
  readonly name: string;
  readonly lines: readonly { readonly words: string; readonly url: string }[];
  readonly settingsUrl: string;
}

/** Lines of one digest; what is more is only counted. */
const LINES = 100;

/** Writes one mail with a line for each of those that were held back, the oldest first. */
export function composeDigestMail({ name, lines, settingsUrl }: DigestMatter, say: Say): ComposedMail {
  const title = say('digest.words', { n: lines.length });
  const more = lines.length - LINES;
  return {
    subject: subjectOf(title),
    title,
    blocks: [
      { is: 'text', text: say('greeting', { name }) },
      { is: 'text', text: say('digest.intro', { n: lines.length }) },
      { is: 'list', links: lines.slice(0, LINES).map(({ words, url }) => ({ label: words, url })) },
      ...(more > 0 ? [{ is: 'text', text: say('digest.more', { n: more }) } as const] : []),
    ],
    footer: say('notice.footer', { settingsUrl }),
  };
}
