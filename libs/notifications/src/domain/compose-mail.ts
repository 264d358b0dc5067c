import { type Instant, toDate } from '#kernel';
import type { MailKind } from './mail.js';
import type { MailBlock } from './mail-body.js';

/** What a mail is made of, apart from its texts. */
export interface MailMatter {
  readonly locale: 'lv' | 'en';
  readonly name: string;
  readonly number: string;
  readonly title: string;
  /** Address of the ticket's page. */
  readonly ticketUrl: string;
  /** The words of a person: the reply, the question, the resolution. */
  readonly quote: string | null;
  /** Running deadlines; null where there is none. */
  readonly responseBy: Instant | null;
  readonly resolutionBy: Instant | null;
  readonly reopenUntil: Instant | null;
  /** Of a merged ticket: the earlier one, where the reader may see it. */
  readonly mergedInto: string | null;
  /** Address of the rating page without a face; null where no rating is asked for. */
  readonly rateUrl: string | null;
  /** An answer to the mail itself reaches the ticket. */
  readonly mayReply?: boolean;
}

/** Looks a text up in the recipient's language; keys begin under `mail.`. */
export type Say = (key: string, params?: Readonly<Record<string, unknown>>) => string;

export interface ComposedMail {
  readonly subject: string;
  readonly title: string;
  readonly blocks: readonly MailBlock[];
  readonly footer: string;
}

const FACES = ['bad', 'satisfactory', 'good'] as const;
const SUBJECT_LENGTH = 200;

/** Writes a mail (DOMAIN 2.2, 6): the greeting, what happened in one sentence, the words or dates that it is about, the link. */
export function composeMail(kind: MailKind, matter: MailMatter, say: Say): ComposedMail {
  const { name, number, title, ticketUrl } = matter;
  const words = say(`${kind}.words`, { title });
  const link: MailBlock = { is: 'links', links: [{ label: say('openTicket'), url: ticketUrl }] };
  return {
    subject: subjectOf(say('subject', { number, words })),
    title: words,
    blocks: [
      text(say('greeting', { name })),
      text(say(`${kind}.intro`)),
      ...quoted(matter),
      ...BODIES[kind](matter, say),
      ...rating(matter, say),
      link,
    ],
    footer: say(matter.mayReply ? 'footerReply' : 'footer'),
  };
}

function text(words: string): MailBlock {
  return { is: 'text', text: words };
}

function quoted({ quote }: MailMatter): MailBlock[] {
  return quote === null || quote.trim() === '' ? [] : [{ is: 'quote', text: quote.trim() }];
}

const facts = ({ number, title }: MailMatter, say: Say): MailBlock => ({
  is: 'facts',
  facts: [
    [say('facts.number'), number],
    [say('facts.title'), title],
  ],
});

function received(matter: MailMatter, say: Say): MailBlock[] {
  const { responseBy, resolutionBy } = matter;
  const promise =
    responseBy === null || resolutionBy === null
      ? say('received.noPromise')
      : say('received.promise', { responseBy: moment(responseBy, matter, say), resolutionBy: moment(resolutionBy, matter, say) });
  return [facts(matter, say), text(promise)];
}

const BODIES: Readonly<Record<MailKind, (matter: MailMatter, say: Say) => MailBlock[]>> = {
  received,
  question: ({ mayReply }, say) => [text(say(mayReply ? 'question.outroReply' : 'question.outro'))],
  reply: () => [],
  resolved: (matter, say) => [
    text(
      matter.reopenUntil === null
        ? say('resolved.reopenPlain')
        : say('resolved.reopen', { reopenUntil: moment(matter.reopenUntil, matter, say) }),
    ),
    text(say('resolved.rate')),
  ],
  reopened: (matter, say) =>
    matter.resolutionBy === null ? [] : [text(say('reopened.promise', { resolutionBy: moment(matter.resolutionBy, matter, say) }))],
  merged: (matter, say) => [
    text(matter.mergedInto === null ? say('merged.elsewhere') : say('merged.into', { number: matter.mergedInto })),
    facts(matter, say),
  ],
  unmerged: (matter, say) =>
    matter.resolutionBy === null ? [] : [text(say('reopened.promise', { resolutionBy: moment(matter.resolutionBy, matter, say) }))],
  watched: (_matter, say) => [text(say('watched.why'))],
  rating: (matter, say) => [facts(matter, say), text(say('rating.ask'))],
  mention: (matter, say) => [facts(matter, say)],
};

/** Three links, one for each face. A link opens a page with that face marked; only the page's button records it. */
function rating({ rateUrl }: MailMatter, say: Say): MailBlock[] {
  if (rateUrl === null) return [];
  return [
    { is: 'links', links: FACES.map((face) => ({ label: say(`rating.${face}`), url: `${rateUrl}?v=${face}` })) },
    text(say('rating.outro')),
  ];
}

const moment = (at: Instant, { locale }: MailMatter, say: Say): string => momentWords(at, locale, say);

/** An instant in words of the recipient's language, in Latvia's time. */
export function momentWords(at: Instant, locale: 'lv' | 'en', say: Say): string {
  const time = new Intl.DateTimeFormat('lv', { timeZone: 'Europe/Riga', hour: '2-digit', minute: '2-digit', hour12: false }).format(
    toDate(at),
  );
  return say('moment', { date: dayWords(at, locale), time });
}

/** The date of an instant, in Latvia: `01.12.2026` (the sentence gives the last full stop) or `1 December 2026`. */
export function dayWords(at: Instant, locale: 'lv' | 'en'): string {
  const [language, options]: [string, Intl.DateTimeFormatOptions] =
    locale === 'en'
      ? ['en-GB', { day: 'numeric', month: 'long', year: 'numeric' }]
      : ['lv', { day: '2-digit', month: '2-digit', year: 'numeric' }];
  return new Intl.DateTimeFormat(language, { timeZone: 'Europe/Riga', ...options }).format(toDate(at));
}

/** One line of a header: a line break in a title must not become one there. */
export function subjectOf(words: string): string {
  return words.replace(/\s+/g, ' ').slice(0, SUBJECT_LENGTH);
}
