/** What in a text may name a person. */
export type MarkKind = 'personal_code' | 'email' | 'phone' | 'name';

/** A stretch of a text, half-open, in UTF-16 units. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly kind: MarkKind;
}

const PATTERNS: readonly (readonly [MarkKind, RegExp])[] = [
  ['personal_code', /(?<!\d)\d{6}-?\d{5}(?!\d)/g],
  ['email', /[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[a-z]{2,}/gi],
  ['phone', /(?<!\d)(?:\+?371[ -]?)?[267]\d{1}[ -]?\d{3}[ -]?\d{3}(?!\d)/g],
];
const WORD = /\p{Lu}[\p{L}'’]+/gu;
/** Endings of Latvian names, nominative first in the search for a stem, longest first. */
const ENDINGS = [
  'iem',
  'ām',
  'ēm',
  'īm',
  'ais',
  'am',
  'im',
  'um',
  'os',
  'ās',
  'ēs',
  'as',
  'es',
  'is',
  'us',
  'ij',
  's',
  'š',
  'a',
  'e',
  'i',
  'u',
  'o',
  'ā',
  'ē',
  'ī',
  'ū',
];
/** What stands for the last consonant of a stem in other cases: Lācis, Lāča; Briedis, Brieža. */
const SOFTENED: readonly (readonly [RegExp, string])[] = [
  [/dž$/, 'dz'],
  [/č$/, 'c'],
  [/ž$/, 'd'],
  [/š$/, 't'],
  [/ļ$/, 'l'],
  [/ņ$/, 'n'],
  [/([bpmv])j$/, '$1'],
];

/** The names of known people as stems, to be looked up in any case: Bērziņš, Bērziņa, Bērziņam are one. */
export function nameStems(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => [...name.matchAll(WORD)].flatMap(([word]) => stemsOf(word))));
}

/**
 * Where a text may name somebody: personal codes, addresses, telephone numbers, and capitalised words that are a known person's first or
 * last name in some case. It marks for a person who decides; a word that is also a name (Laima, Rota) is marked too.
 */
export function personalMarks(text: string, stems: ReadonlySet<string>): Mark[] {
  const found = PATTERNS.flatMap(([kind, pattern]) => [...text.matchAll(pattern)].map((match) => markOf(match, kind)));
  const names = [...text.matchAll(WORD)]
    .filter(([word]) => stemsOf(word).some((stem) => stems.has(stem)))
    .map((match) => markOf(match, 'name'));
  const all = [...found, ...names].sort((a, b) => a.from - b.from || b.to - a.to);
  return all.filter((mark, at) => !all.slice(0, at).some((earlier) => mark.from < earlier.to));
}

function markOf(match: RegExpExecArray, kind: MarkKind): Mark {
  return { from: match.index, to: match.index + match[0].length, kind };
}

/** The stems that a form of a name may have; three letters at least, or short words of every day would be names. */
function stemsOf(word: string): string[] {
  const lower = word.toLocaleLowerCase('lv');
  const cut = ENDINGS.filter((ending) => lower.endsWith(ending)).map((ending) => lower.slice(0, -ending.length));
  const hard = cut.flatMap((stem) => SOFTENED.flatMap(([soft, plain]) => (soft.test(stem) ? [stem.replace(soft, plain)] : [])));
  return [...new Set([lower, ...cut, ...hard])].filter((stem) => stem.length >= 3);
}
