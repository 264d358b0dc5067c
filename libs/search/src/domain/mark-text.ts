import { foldLetters } from './fold.js';
import { eachWordOf, stemsOf, wordsOf } from './words.js';

/** A stretch of a text, in UTF-16 units: begin, and end that is no longer part of it. */
export type Range = readonly [number, number];

/** What is to be marked: words by their stems, unfinished ones by their beginning. */
export interface Wanted {
  readonly stems: ReadonlySet<string>;
  readonly beginnings: readonly string[];
}

export interface Excerpt {
  readonly text: string;
  readonly marks: readonly Range[];
}

const EXCERPT = 180;
const BEFORE = 50;

/** Where a text holds one of the words. */
export function marksIn(text: string, wanted: Wanted): Range[] {
  return [...eachMarkIn(text, wanted)];
}

function* eachMarkIn(text: string, wanted: Wanted): Generator<Range> {
  for (const { text: word, at } of eachWordOf(text)) if (isWanted(word, wanted)) yield [at, at + word.length];
}

function isWanted(word: string, { stems, beginnings }: Wanted): boolean {
  if (stemsOf(word).stems.some((stem) => stems.has(stem))) return true;
  const bare = foldLetters(word);
  return beginnings.some((beginning) => bare.startsWith(beginning));
}

/** The part of a text around its first mark, on one line; undefined where there is no mark. */
export function excerptOf(text: string, wanted: Wanted): Excerpt | undefined {
  const line = text.replace(/\s/g, ' ');
  const first = eachMarkIn(line, wanted).next().value as Range | undefined;
  if (!first) return undefined;
  const wordStart = line.lastIndexOf(' ', Math.max(0, first[0] - BEFORE));
  const from = first[0] <= BEFORE ? 0 : wordStart + 1;
  const cut = line.length > from + EXCERPT ? line.lastIndexOf(' ', from + EXCERPT) : line.length;
  const to = cut > first[1] ? cut : Math.min(line.length, from + EXCERPT);
  const part = `${from > 0 ? '… ' : ''}${line.slice(from, to).trim()}${to < line.length ? ' …' : ''}`;
  return { text: part, marks: marksIn(part, wanted) };
}

/** Do these words, without marks, follow each other somewhere in the text? */
export function holdsPhrase(text: string, phrase: readonly string[]): boolean {
  const words = wordsOf(text).map((word) => foldLetters(word.text));
  return words.some((_, at) => phrase.every((word, nth) => words[at + nth] === word));
}
