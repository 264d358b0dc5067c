import { Fragment, type ReactNode, useSyncExternalStore } from 'react';
import { catalogueLoads, type Loaders } from './catalogue-loads';
import { fill, type Locale, type Message, type Params, splitTags } from './messages';

export const LOCALE_KEY = 'atbalsts-locale';

/** Renders what stands between `<tag>` and `</tag>` of a message. */
export type Tags = Record<string, (text: string) => ReactNode>;

export interface Texts<K extends string> {
  readonly locale: Locale;
  /** The text of a key, with its placeholders filled; `count` chooses the plural form. */
  t(key: K, params?: Params): string;
  /** Like `t`, for texts with marked parts: `<b>…</b>` becomes what `tags.b` returns (`<strong>` when it is not given). */
  rich(key: K, params?: Params, tags?: Tags): ReactNode;
  /** Whether a key made at run time (a problem's code) has a text. */
  has(key: string): key is K;
}

export interface I18n<K extends string> {
  /** Loads the language and tells everybody who reads texts. Sets `<html lang>` and remembers the choice. */
  use(locale: Locale): Promise<void>;
  /** Adds the texts of parts that are fetched later; whoever shows such a part waits for this. Costs nothing once they are here. */
  whole(): Promise<void>;
  /** Lays words over the catalogues, or beside them: names that an administrator keeps. They replace those laid before. */
  lay(words: Readonly<Record<Locale, Readonly<Record<string, Message>>>>): void;
  texts(): Texts<K>;
  useTexts(): Texts<K>;
}

/** The language chosen in this browser before, else Latvian. */
export function storedLocale(): Locale {
  try {
    return localStorage.getItem(LOCALE_KEY) === 'en' ? 'en' : 'lv';
  } catch {
    return 'lv';
  }
}

function remember(locale: Locale): void {
  document.documentElement.lang = locale;
  try {
    localStorage.setItem(LOCALE_KEY, locale);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

/** Texts of one loaded language, for a part that chooses its language apart from the page. */
export function makeTexts<K extends string>(locale: Locale, catalogue: Readonly<Record<string, Message>>): Texts<K> {
  const t = (key: K, params?: Params): string => {
    const message = catalogue[key];
    return message === undefined ? key : fill(message, params, locale);
  };
  const rich = (key: K, params?: Params, tags: Tags = {}): ReactNode =>
    splitTags(t(key, params)).map((part, index) => {
      if (part.tag === null) return part.text;
      const render = tags[part.tag];
      return <Fragment key={index}>{render ? render(part.text) : <strong>{part.text}</strong>}</Fragment>;
    });
  return { locale, t, rich, has: (key): key is K => Object.hasOwn(catalogue, key) };
}

/**
 * Texts of one entry, typed by its Latvian catalogues: a wrong key, or one that English lacks, does not compile.
 * One language is loaded at a time: first what the entry begins with, and, where there are `later` catalogues, those when `whole` is asked for.
 * Read the README beside this file before adding texts.
 */
export function createI18n<First extends string, Later extends string = never>(
  first: Loaders<First>,
  later?: Loaders<Later>,
): I18n<First | Later> {
  type K = First | Later;
  const listeners = new Set<() => void>();
  let catalogue: Readonly<Record<string, Message>> = {};
  let laid: Readonly<Record<Locale, Readonly<Record<string, Message>>>> = { lv: {}, en: {} };
  let current: Texts<K> = makeTexts('lv', {});
  const show = (locale: Locale): void => {
    current = makeTexts(locale, { ...catalogue, ...laid[locale] });
    listeners.forEach((listener) => listener());
  };
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const texts = (): Texts<K> => current;
  const { use, whole } = catalogueLoads({ first, later }, (locale, loaded) => {
    catalogue = loaded;
    remember(locale);
    show(locale);
  });
  return {
    use,
    whole,
    lay(words) {
      laid = words;
      show(current.locale);
    },
    texts,
    useTexts: () => useSyncExternalStore(subscribe, texts),
  };
}
