import { englishStem } from './english-stem.js';
import { foldLetters } from './fold.js';
import { latvianStems } from './latvian-stem.js';

/** A word of a text and where it stands, in UTF-16 units. */
export interface Word {
  readonly text: string;
  readonly at: number;
}

/** What a word is found by. */
export interface WordStems {
  readonly stems: readonly string[];
  /** Asked only where little was found. */
  readonly perhaps: readonly string[];
}

/** Longer ones are codes and addresses that nobody types. */
const LONGEST = 60;

/** Words that stand in every text and say nothing of it, without marks. */
const SAY_NOTHING: ReadonlySet<string> = new Set(
  (
    'un ir ar par uz no ka kas ko kad ja bet vai jo lai pie pec pirms caur bez gan tas ta tad tam to tie tas sis si so es mes jus vins vina man mani mums jums ' +
    'the a an of to in is are was be and or for on at it its this that with as by from i we you he she they my our your'
  ).split(' '),
);

const WORD = /[\p{L}\p{N}]+/gu;

/** The words of a text in their order. */
export function wordsOf(text: string): Word[] {
  return [...eachWordOf(text)];
}

/** The same one by one, for who may need only the first ones of a long text. */
export function* eachWordOf(text: string): Generator<Word> {
  for (const match of text.matchAll(WORD)) yield { text: match[0], at: match.index };
}

export function saysNothing(word: string): boolean {
  const bare = foldLetters(word);
  return SAY_NOTHING.has(bare) || (bare.length === 1 && !/\d/.test(bare));
}

const known = new Map<string, WordStems>();
/** The words of a desk repeat; beyond so many they are learnt anew. */
const KNOWN_MOST = 20_000;

/** What a word is found by, in whichever of the two languages it may be. */
export function stemsOf(word: string): WordStems {
  const text = word.slice(0, LONGEST);
  let stems = known.get(text);
  if (!stems) {
    stems = readStems(text);
    if (known.size >= KNOWN_MOST) known.clear();
    known.set(text, stems);
  }
  return stems;
}

function readStems(text: string): WordStems {
  const { stems, perhaps } = latvianStems(text);
  const english = englishStem(foldLetters(text) === text.toLowerCase() ? text.toLowerCase() : '');
  return { stems: [...new Set(english === undefined ? stems : [...stems, english])], perhaps };
}
