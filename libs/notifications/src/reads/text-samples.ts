import { Injectable } from '@nestjs/common';
import type { Locale } from '#identity';
import { Database, Texts } from '#platform';
import type { ComposedMail } from '../domain/compose-mail.js';
import { htmlOf, textOf } from '../domain/mail-body.js';
import { sampleMail } from '../domain/sample-mail.js';
import { placesOf } from '../domain/text-catalogue.js';
import { TextStore } from '../store/text-store.js';
import { MailWording } from './mail-wording.js';
import { TextRegister } from './text-register.js';
import { type SayIn, Wordings } from './wordings.js';

/** A text as it is tried out: in one language, with words that nobody has saved yet, or those that hold now. */
export interface TrialText {
  readonly key: string;
  readonly locale: Locale;
  readonly text?: string | undefined;
}

/** How a text reads with made-up values in its places. */
export interface TextSample {
  /** The text by itself, as the mail says it where it stands in one. */
  readonly line: string;
  /** The made-up mail in which it stands; null for a text of the bell alone. */
  readonly mail: { readonly subject: string; readonly text: string; readonly html: string } | null;
}

/** Texts as they read in a made-up mail. */
@Injectable()
export class TextSamples {
  constructor(
    private readonly database: Database,
    private readonly texts: Texts,
    private readonly store: TextStore,
    private readonly register: TextRegister,
    private readonly wordings: Wordings,
    private readonly wording: MailWording,
  ) {}

  async of(trial: TrialText): Promise<TextSample> {
    const { line, mail } = await this.compose(trial);
    const body = mail && { locale: trial.locale, ...mail };
    return { line, mail: mail && body ? { subject: mail.subject, text: textOf(body), html: htmlOf(body) } : null };
  }

  /** The made-up mail, for somebody of this name or a made-up one. Throws `notifications.text.not-found`. */
  async compose({ key, locale, text }: TrialText, reader?: string): Promise<{ readonly line: string; readonly mail: ComposedMail | null }> {
    const shipped = this.register.shipped(key);
    const name = reader ?? this.made(locale, 'name');
    const own = await this.store.all(this.database);
    const say = this.wordings.with((of, wanted) => (wanted === key && of === locale && text ? text : own.get(wanted)?.[of]));
    const line = say(locale, key, { ...this.values(locale, placesOf(shipped)), name });
    const word = (place: string): string => (place === 'notice' && key.startsWith('notice.') ? line : this.word(say, locale, place));
    const sample = { locale, name, word, address: (path: string) => this.wording.address(path) };
    const about = key.startsWith('notice.') && !key.startsWith('notice.clock.') ? 'mail.notice.words' : key;
    let said: string | undefined;
    const mail = sampleMail(about, sample, (part, params) => {
      const words = say(locale, `mail.${part}`, params);
      if (key === `mail.${part}`) said ??= words;
      return words;
    });
    return { line: said ?? line, mail: mail ?? null };
  }

  private word(say: SayIn, locale: Locale, place: string): string {
    if (place !== 'notice') return this.made(locale, place);
    return say(locale, 'notice.assigned', this.values(locale, ['number', 'title']));
  }

  private values(locale: Locale, places: readonly string[]): Readonly<Record<string, string>> {
    return Object.fromEntries(places.map((place) => [place, this.made(locale, place)]));
  }

  /** Made-up words for a place. */
  private made(locale: Locale, place: string): string {
    return this.texts.sayOr(locale, `notifications.sample.${place}`, {}, '–');
  }
}
