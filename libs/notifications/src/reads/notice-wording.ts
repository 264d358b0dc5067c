import { Injectable } from '@nestjs/common';
import { IdentityFacts, type Locale } from '#identity';
import { parseInstant } from '#kernel';
import { type Queryable, Texts } from '#platform';
import { momentWords } from '../domain/compose-mail.js';
import { type SayIn, Wordings } from './wordings.js';

/** A notice, apart from who is told. */
export interface ToldNotice {
  readonly kind: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What is said of a ticket in a notice about it. */
export interface TicketWords {
  readonly number: string;
  readonly title: string;
}

/** Puts a notice into words. */
export type NoticeWords = (locale: Locale, notice: ToldNotice, ticket: TicketWords | null) => string;

/** The words of notices, in the bell and in mails alike. */
@Injectable()
export class NoticeWording {
  constructor(
    private readonly texts: Texts,
    private readonly wordings: Wordings,
    private readonly identity: IdentityFacts,
  ) {}

  /** For these notices, as texts and names stand now. Params name people by their ids alone. */
  async now(on: Queryable, notices: readonly ToldNotice[]): Promise<NoticeWords> {
    const people = notices.flatMap(({ params }) => (typeof params['personId'] === 'string' ? params['personId'] : []));
    const say = await this.wordings.now(on);
    const names: ReadonlyMap<string, string> = people.length === 0 ? new Map() : await this.identity.names(people, on);
    return (locale, notice, ticket) => this.words(say, names, locale, notice, ticket);
  }

  private words(
    say: SayIn,
    names: ReadonlyMap<string, string>,
    locale: Locale,
    { kind, params }: ToldNotice,
    ticket: TicketWords | null,
  ): string {
    const text = (name: string): string | undefined => (typeof params[name] === 'string' ? params[name] : undefined);
    const [clock, answered, when, day, role, person] = ['clock', 'answered', 'when', 'day', 'role', 'personId'].map(text);
    const title = params['title'] as Readonly<Record<Locale, string>> | undefined;
    return say(locale, `notice.${kind}`, {
      ...params,
      clock: clock === undefined ? '' : say(locale, `notice.clock.${clock}`),
      ...(title && { title: title[locale] }),
      ...(when !== undefined && { when: momentIn(say, locale, when) }),
      ...(day !== undefined && { day: dayWords(day) }),
      ...(answered !== undefined && { answered: say(locale, `mail.survey.answered.${answered}`) }),
      ...(role !== undefined && { role: this.texts.sayOr(locale, `identity.value.role.${role}`, {}, role) }),
      ...(person !== undefined && { person: names.get(person) ?? '' }),
      ...(ticket && { number: ticket.number, title: ticket.title }),
    });
  }
}

function momentIn(say: SayIn, locale: Locale, at: string): string {
  return momentWords(parseInstant(at), locale, (key, params) => say(locale, `mail.${key}`, params));
}

/** `22.11.2026.` of `2026-11-22`. */
function dayWords(day: string): string {
  return day === '' ? '' : `${day.split('-').reverse().map(Number).join('.')}.`;
}
