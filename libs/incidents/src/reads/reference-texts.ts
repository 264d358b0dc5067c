import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Locale, LOCALES, Texts } from '#platform';
import { type ReferenceWord, ReferenceWords } from './reference-words.js';

/** A process that did not change a word itself tells its new name after this long. */
const READ_EVERY_MS = 30_000;

const KEYS = {
  hold_reason: 'incidents.hold-reason',
  resolution_code: 'incidents.resolution-code',
  category: 'incidents.category',
} as const;

/** Lays the names that an administrator gave over the texts that the desk came with: history, lists, figures and mails say them. */
@Injectable()
export class ReferenceTexts implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(ReferenceTexts.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly words: ReferenceWords,
    private readonly texts: Texts,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.read();
    this.timer = setInterval(() => void this.read(), READ_EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Reads the words anew. A start without its tables says so itself; until then the shipped texts stand. */
  async read(): Promise<void> {
    try {
      for (const word of await this.words.all()) this.lay(word);
    } catch (error) {
      this.log.debug(`reference words not read: ${String(error)}`);
    }
  }

  /** A word that nobody has changed keeps the text that was shipped for it, which is made for the middle of a sentence. A category is a title. */
  private lay({ list, code, nameLv, nameEn, version }: ReferenceWord): void {
    const key = `${KEYS[list]}.${code}`;
    const names: Readonly<Record<Locale, string>> = { lv: nameLv, en: nameEn };
    for (const locale of LOCALES)
      if (version > 1 || this.texts.sayOr(locale, key, {}, '') === '')
        this.texts.lay(locale, key, list === 'category' ? names[locale] : withinSentence(names[locale], locale));
  }
}

/** The first letter small, unless the word begins with an abbreviation: "IT speciālists". */
function withinSentence(name: string, locale: Locale): string {
  const [first = '', second = ''] = name;
  return second !== second.toLocaleLowerCase(locale) ? name : first.toLocaleLowerCase(locale) + name.slice(first.length);
}
