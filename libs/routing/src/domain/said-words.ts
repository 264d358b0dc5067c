import { saysNothing, stemsOf, wordsOf } from '#search';

/** So many words of a ticket are looked at: what it is about stands at its beginning, and a pasted log must not hold filing up. */
const MOST_WORDS = 600;

/** One word, by what it is found by: any of its stems. */
type Word = readonly string[];

/** A word, or several that follow each other, in any of their forms. */
export type Phrase = readonly Word[];

/** A text as far as rules ask for its words: where each stem stands. */
export interface SaidWords {
  readonly places: ReadonlyMap<string, ReadonlySet<number>>;
}

const tellingWords = (text: string): Word[] =>
  wordsOf(text)
    .slice(0, MOST_WORDS)
    .filter((word) => !saysNothing(word.text))
    .map((word) => stemsOf(word.text).stems);

/** An entry of a rule; empty where none of its words says anything ("un", "ar"). */
export function phraseOf(entry: string): Phrase {
  return tellingWords(entry);
}

export function saidWords(text: string): SaidWords {
  const places = new Map<string, Set<number>>();
  for (const [at, stems] of tellingWords(text).entries()) {
    for (const stem of stems) {
      const known = places.get(stem);
      if (known) known.add(at);
      else places.set(stem, new Set([at]));
    }
  }
  return { places };
}

/** Do the words of the phrase stand in the text, one after the other, in whatever form? */
export function says({ places }: SaidWords, phrase: Phrase): boolean {
  const [first, ...rest] = phrase;
  if (!first) return false;
  const begins = first.flatMap((stem) => [...(places.get(stem) ?? [])]);
  return begins.some((at) => rest.every((word, after) => word.some((stem) => places.get(stem)?.has(at + after + 1))));
}
