import { Injectable } from '@nestjs/common';
import type { Locale } from '#identity';
import { fillPlaces } from '#kernel';
import { type Queryable, Texts } from '#platform';
import { TextStore } from '../store/text-store.js';

type Params = Readonly<Record<string, unknown>>;

/** Looks a text of notices or mails up, by its key below `notifications.`. */
export type SayIn = (locale: Locale, key: string, params?: Params) => string;

/** An administrator's words by key and language; where there are none, the shipped ones hold. */
export type OwnWords = (locale: Locale, key: string) => string | null | undefined;

/** The words of notices and mails: an administrator's where there are any, else those that were shipped. */
@Injectable()
export class Wordings {
  constructor(
    private readonly texts: Texts,
    private readonly store: TextStore,
  ) {}

  /** As they stand now. They are asked for with each mail and each page, so that a changed one counts at once, in all processes. */
  async now(on: Queryable): Promise<SayIn> {
    const own = await this.store.all(on);
    return this.with((locale, key) => own.get(key)?.[locale]);
  }

  /** With these words over the shipped ones. */
  with(own: OwnWords): SayIn {
    return (locale, key, params = {}) => {
      const words = own(locale, key);
      return words ? fillPlaces(words, (name) => valueOf(params[name])) : this.texts.say(locale, `notifications.${key}`, params);
    };
  }
}

function valueOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
