/** Text as the look-up compares it: lower case, without diacritics, so that "berzins" finds "Bērziņš". */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** What a person is found by. */
export function searchText(person: { readonly name: string; readonly login?: string | null; readonly email?: string | null }): string {
  return foldText([person.name, person.login, person.email].filter(Boolean).join(' '));
}

/** A query's words as patterns for `LIKE`, each of which must be contained; wildcards in them are ordinary characters. */
export function likePatterns(query: string): string[] {
  return foldText(query)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}
