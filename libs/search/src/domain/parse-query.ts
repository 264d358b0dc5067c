import { foldLetters } from './fold.js';
import { saysNothing, stemsOf, wordsOf, type WordStems } from './words.js';

/** A word that is looked for. */
export interface AskedWord extends WordStems {
  readonly text: string;
  /** The word without marks. */
  readonly bare: string;
  /** It may be the beginning of a longer one. */
  readonly prefix: boolean;
}

export interface AskedQuery {
  /** All of them must be found. */
  readonly words: readonly AskedWord[];
  /** Words without marks that must follow each other in just these forms. */
  readonly phrases: readonly (readonly string[])[];
}

/** More would be a text, not a question. */
const MOST_WORDS = 10;

/**
 * Reads what was typed: words, "phrases" in straight or Latvian quotes, `word*` for a beginning. `typing`: the last word may not be
 * finished. Words that say nothing are left out, unless the question has no others.
 */
export function parseQuery(q: string, { typing = false }: { readonly typing?: boolean } = {}): AskedQuery {
  const phrases = [...q.matchAll(/["„“”]([^"„“”]+)["„“”]/g)].map(([, text = '']) => wordsOf(text).map((word) => foldLetters(word.text)));
  const all = wordsOf(q);
  const last = all.at(-1);
  const asked = all.map(({ text, at }): AskedWord => {
    const end = at + text.length;
    const prefix = q[end] === '*' || (typing && last?.at === at && end === q.length);
    return { text, bare: foldLetters(text), prefix, ...stemsOf(text) };
  });
  const telling = asked.filter(({ text, prefix }) => prefix || !saysNothing(text));
  const words = [...new Map((telling.length > 0 ? telling : []).map((word) => [word.bare, word])).values()];
  return { words: words.slice(0, MOST_WORDS), phrases: phrases.filter((phrase) => phrase.length > 1) };
}
