import { foldLetters } from './fold.js';

/** A stem is never shorter; shorter words ("VPN", "eID") stand for themselves. */
const SHORTEST = 3;
/** What a suffix leaves must say more than what an ending leaves. */
const SHORTEST_ROOT = 4;

/**
 * Endings of nouns (six declensions), adjectives (definite ones too) and the commonest of verbs, without marks; the longest that fits goes.
 * Words in -tājs lose the whole of it, as verbs in -āja do: "lietotājs" stands by "lietot", "drukāja" by "drukāt".
 */
const ENDINGS: readonly string[] = [
  ...['ajiem', 'aties', 'eties', 'ities'],
  ...['ajam', 'ajai', 'ajas', 'ajos', 'ajus', 'ajot', 'ties'],
  ...['iem', 'ais', 'aja', 'aji', 'aju', 'ajs'],
  ...['as', 'es', 'is', 'us', 'os', 'am', 'em', 'im', 'um', 'ai', 'ei', 'ie', 'ij'],
  ...['a', 'e', 'i', 'o', 'u', 's'],
];

/** Suffixes of verbs and of nouns made of them, with what stands for them: uzstādīt, uzstādīts, uzstādīja, uzstādīšana. */
const SUFFIXES: readonly (readonly [string, string])[] = [
  ['asan', ''],
  ['esan', ''],
  ['isan', ''],
  ['osan', 'ot'],
  ['at', ''],
  ['et', ''],
  ['it', ''],
  ['ej', ''],
  ['ij', ''],
];

/** Words from Latin end so by themselves. */
const WHOLE: ReadonlySet<string> = new Set(['status', 'virus', 'bonus', 'minus', 'plus', 'korpus', 'menu', 'campus', 'focus']);

/** Endings before which a consonant shifts: brīdis, brīža; saite, saišu; nakts, nakšu. */
const SHIFTING: ReadonlySet<string> = new Set(['a', 'am', 'i', 'u', 'us', 'os', 'iem', 'as']);

/** What a shifted consonant was: it is itself or the other. */
const SHIFTED: Readonly<Record<string, string>> = { š: 't', ž: 'd' };
/** The same where the writer left the marks out. */
const PERHAPS_SHIFTED: Readonly<Record<string, string>> = { s: 't', z: 'd' };

export interface LatvianStems {
  /** What the word is found by; two where its form does not say which consonant shifted. */
  readonly stems: readonly string[];
  /** What it would be found by had it been written without marks; asked only where little else is found. */
  readonly perhaps: readonly string[];
}

/** The stems of a Latvian word in any of its forms, without marks. A word with a digit stands for itself. */
export function latvianStems(word: string): LatvianStems {
  const letters = [...word.normalize('NFC').toLowerCase()];
  const bare = foldLetters(letters.join(''));
  if (letters.length <= SHORTEST || /\d/.test(bare) || WHOLE.has(bare)) return { stems: [bare], perhaps: [] };
  const ending = endingOf(bare);
  const stem = bare.slice(0, bare.length - ending.length);
  const last = letters[stem.length - 1] ?? '';
  const stems = [rootOf(stem)];
  const perhaps: string[] = [];
  if (SHIFTING.has(ending)) {
    const other = (letter: string): string => rootOf(stem.slice(0, -1) + letter);
    if (SHIFTED[last]) stems.push(other(SHIFTED[last]));
    else if (PERHAPS_SHIFTED[last]) perhaps.push(other(PERHAPS_SHIFTED[last]));
  }
  return { stems: [...new Set(stems)], perhaps };
}

function endingOf(bare: string): string {
  return ENDINGS.find((ending) => bare.endsWith(ending) && bare.length - ending.length >= SHORTEST && fits(bare, ending)) ?? '';
}

/** The -s of the nominative follows a consonant; what follows a vowel belongs to a longer ending. */
function fits(bare: string, ending: string): boolean {
  return ending !== 's' || !/[aeiou]s$/.test(bare);
}

function rootOf(stem: string): string {
  let root = stem.length > SHORTEST ? stem.replace(/([bpmv])j$/, '$1') : stem;
  const suffix = SUFFIXES.find(([text]) => root.endsWith(text) && root.length - text.length >= SHORTEST_ROOT);
  if (suffix) root = root.slice(0, root.length - suffix[0].length) + suffix[1];
  // slēgt, slēdz, slēgts: the root is slēg.
  if (root.length > SHORTEST_ROOT) root = root.replace(/dz$/, 'g').replace(/([gk])t$/, '$1');
  return root;
}
