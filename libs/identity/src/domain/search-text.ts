/** Text as the look-up compares it: lower case, without diacritics, so that "berzins" finds "Bērziņš". */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** What a person is found by. A blank stands before the first word too, so that a pattern can say where a word begins. */
export function searchText(person: { readonly name: string; readonly login?: string | null; readonly email?: string | null }): string {
  return ` ${foldText([person.name, person.login, person.email].filter(Boolean).join(' '))}`;
}

/** Shorter words than this say too little to look for in the middle of others, and no index would find them there. */
const ANYWHERE_FROM = 3;

/** A query's words as patterns for `LIKE`, each contained, a short one where a word begins; wildcards in them are ordinary characters. */
export function likePatterns(query: string): string[] {
  return wordsOf(query).map((word) => `%${word.length < ANYWHERE_FROM ? ' ' : ''}${plain(word)}%`);
}

/** The pattern of those whose text begins with the query's first word. */
export function startPattern(query: string): string {
  return ` ${plain(wordsOf(query)[0] ?? '')}%`;
}

const wordsOf = (query: string): string[] =>
  foldText(query)
    .split(' ')
    .filter((word) => word !== '');

const plain = (word: string): string => word.replace(/[\\%_]/g, '\\$&');
