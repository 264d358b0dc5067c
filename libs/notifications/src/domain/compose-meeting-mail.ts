import type { Instant } from '#kernel';
import { type ComposedMail, momentWords, type Say, subjectOf } from './compose-mail.js';
import type { MailBlock } from './mail-body.js';

/** The mails to the members of a meeting. */
export const MEETING_MAIL_KINDS = ['meeting-called', 'meeting-moved', 'meeting-cancelled'] as const;

export type MeetingMailKind = (typeof MEETING_MAIL_KINDS)[number];

export interface MeetingMatter {
  readonly locale: 'lv' | 'en';
  readonly name: string;
  readonly title: string;
  readonly startsAt: Instant;
  readonly place: string | null;
  /** When it was to begin before it was moved; null where the time stays. */
  readonly earlier: Instant | null;
  readonly agenda: readonly { readonly number: string; readonly title: string }[];
  /** Address of the meeting's page. */
  readonly url: string;
}

/** Tells a member of a meeting when and where it is, and what it is to decide about; of a cancelled one only which it was. */
export function composeMeetingMail(
  kind: MeetingMailKind,
  { locale, name, title, startsAt, place, earlier, agenda, url }: MeetingMatter,
  say: Say,
): ComposedMail {
  const when = momentWords(startsAt, locale, say);
  const words = say(`${kind}.words`, { title, when });
  const facts: [string, string][] = [[say('meeting.when'), when]];
  if (earlier !== null) facts.push([say('meeting.earlier'), momentWords(earlier, locale, say)]);
  if (place !== null) facts.push([say('meeting.place'), place]);
  const subjects: MailBlock[] =
    kind === 'meeting-cancelled' || agenda.length === 0
      ? []
      : [
          { is: 'text', text: say('meeting.agenda') },
          { is: 'facts', facts: agenda.map((change): [string, string] => [change.number, change.title]) },
        ];
  return {
    subject: subjectOf(words),
    title: words,
    blocks: [
      { is: 'text', text: say('greeting', { name }) },
      { is: 'text', text: say(`${kind}.intro`, { title }) },
      { is: 'facts', facts },
      ...subjects,
      { is: 'links', links: [{ label: say('meeting.open'), url }] },
    ],
    footer: say('survey.footer'),
  };
}
