import { foldText, likePatterns, searchText, startPattern } from './search-text.js';

describe('looking up a person', () => {
  it('finds Latvian names typed without diacritics', () => {
    expect(foldText('  Jānis   Ķēniņš-Ģērmanis ')).toBe('janis kenins-germanis');
    expect(searchText({ name: 'Elīna Bērziņa', login: 'elina', email: null })).toBe(' elina berzina elina');
  });

  it('looks for a word of one or two letters only where words begin, and for a longer one anywhere', () => {
    expect(likePatterns('il bērz')).toEqual(['% il%', '%berz%']);
    expect(startPattern('Il bērz')).toBe(' il%');
    expect(startPattern('')).toBe(' %');
  });

  it('takes wildcards for ordinary characters', () => {
    expect(likePatterns('50% a_b \\')).toEqual(['%50\\%%', '%a\\_b%', '% \\\\%']);
    expect(likePatterns('   ')).toEqual([]);
  });
});
