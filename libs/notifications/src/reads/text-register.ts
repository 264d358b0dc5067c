import { Injectable } from '@nestjs/common';
import { IdentityFacts, type Locale } from '#identity';
import { formatInstant, notFound } from '#kernel';
import { Database, Texts } from '#platform';
import { groupOf, isEditable, placesOf, type ShippedText, TEXT_GROUPS, type TextGroup } from '../domain/text-catalogue.js';
import { type OwnText, TextStore } from '../store/text-store.js';

/** A text in one language. */
export interface TextWords {
  readonly text: string;
  readonly shipped: string;
}

/** A text of notices or mails, as it stands. */
export interface RegisteredText {
  readonly key: string;
  readonly group: TextGroup;
  readonly places: readonly string[];
  readonly lv: TextWords;
  readonly en: TextWords;
  /** 0 where nobody has worded it anew. */
  readonly version: number;
  readonly updatedAt: string | null;
  readonly updatedBy: { readonly id: string; readonly name: string } | null;
}

/** All texts that an administrator may word. */
@Injectable()
export class TextRegister {
  constructor(
    private readonly database: Database,
    private readonly texts: Texts,
    private readonly store: TextStore,
    private readonly identity: IdentityFacts,
  ) {}

  /** By what they tell of. There are as many as were shipped. */
  async list(): Promise<RegisteredText[]> {
    const own = await this.store.all(this.database);
    const names = await this.identity.names([...own.values()].map(({ updatedBy }) => updatedBy));
    const keys = Object.keys(this.texts.all('lv', 'notifications')).filter(isEditable);
    const order = (key: string): number => TEXT_GROUPS.indexOf(groupOf(key));
    return keys.sort((a, b) => order(a) - order(b)).map((key) => this.registered(key, own.get(key), names));
  }

  /** Throws `notifications.text.not-found`. */
  async one(key: string): Promise<RegisteredText> {
    const found = (await this.list()).find((text) => text.key === key);
    if (!found) throw notFound('notifications.text');
    return found;
  }

  /** The words that were shipped. Throws `notifications.text.not-found` where nobody may word them. */
  shipped(key: string): ShippedText {
    const words = (locale: Locale): string | undefined => {
      const all = this.texts.all(locale, 'notifications');
      return isEditable(key) && Object.hasOwn(all, key) ? all[key] : undefined;
    };
    const [lv, en] = [words('lv'), words('en')];
    if (lv === undefined || en === undefined) throw notFound('notifications.text');
    return { lv, en };
  }

  private registered(key: string, own: OwnText | undefined, names: ReadonlyMap<string, string>): RegisteredText {
    const shipped = this.shipped(key);
    return {
      ...{ key, group: groupOf(key), places: placesOf(shipped) },
      lv: { text: own?.lv ?? shipped.lv, shipped: shipped.lv },
      en: { text: own?.en ?? shipped.en, shipped: shipped.en },
      version: own?.version ?? 0,
      updatedAt: own ? formatInstant(own.updatedAt) : null,
      updatedBy: own ? { id: own.updatedBy, name: names.get(own.updatedBy) ?? '' } : null,
    };
  }
}
