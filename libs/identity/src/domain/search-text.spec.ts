import { foldText, likePatterns, searchText } from './search-text.js';

describe('looking up a person', () => {
  it('finds Latvian names typed without diacritics', () => {
    expect(foldText('  Jānis   Ķēniņš-Ģērmanis ')).toBe('janis kenins-germanis');
    expect(searchText({ name: 'Elīna Bērziņa', login: 'elina', email: null })).toBe('elina berzina elina');
  });

  it('takes wildcards for ordinary characters', () => {
    expect(likePatterns('50% a_b \\')).toEqual(['%50\\%%', '%a\\_b%', '%\\\\%']);
    expect(likePatterns('   ')).toEqual([]);
  });
});
