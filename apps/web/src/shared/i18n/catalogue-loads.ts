import type { Locale, Message } from './messages';

type Catalogue<K extends string = string> = Readonly<Record<K, Message>>;

/** Where the catalogues of each language come from. */
export type Loaders<K extends string> = Readonly<Record<Locale, () => Promise<Catalogue<K>>>>;

/** What an entry begins with, and what comes later. */
interface Sources {
  readonly first: Loaders<string>;
  readonly later: Loaders<string> | undefined;
}

/** Fetches catalogues one language at a time and hands on what has come; the language asked for last is the one that is shown. */
export function catalogueLoads({ first, later }: Sources, shown: (locale: Locale, catalogue: Catalogue) => void) {
  let current: Locale = 'lv';
  let wanted: Locale = 'lv';
  let wholeOf: Locale | null = null;
  let coming: Promise<void> | null = null;

  const load = async (locale: Locale, all: boolean): Promise<void> => {
    wanted = locale;
    try {
      const [begin, rest] = await Promise.all([first[locale](), all ? later?.[locale]() : undefined]);
      if (wanted !== locale) return;
      current = locale;
      wholeOf = all ? locale : null;
      shown(locale, { ...begin, ...rest });
    } catch (error) {
      wanted = current;
      throw error;
    }
  };
  const finish = async (): Promise<void> => {
    while (wholeOf !== wanted) await load(wanted, true);
  };

  return {
    /** Shows a language: with all its texts where all of the one before were here. */
    use: (locale: Locale): Promise<void> => load(locale, wholeOf !== null || coming !== null),
    /** Adds what comes later; at once where it is here. */
    async whole(): Promise<void> {
      if (!later || wholeOf === wanted) return;
      coming ??= finish().finally(() => (coming = null));
      await coming;
    },
  };
}
