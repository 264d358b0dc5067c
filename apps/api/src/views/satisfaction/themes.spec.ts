import { describe, expect, it } from '@jest/globals';
import { stemOf, themesOf, wordsOf } from './themes.js';

const from = (people: number, text: string) => Array.from({ length: people }, (_, at) => ({ raterId: `p${at}`, text }));

describe('the stem of a Latvian word', () => {
  it.each([
    ['printeris printera printeri printeriem printeru', 'printer'],
    ['lēni lēns lēnāk lēnām', 'len'],
    ['ilgi ilgs ilgāk', 'ilg'],
    ['gaidīju gaidīt gaidīšana gaidot', 'gaid'],
    ['atbilde atbildes atbildi atbildēja', 'atbild'],
    ['parole paroles paroli', 'parol'],
  ])('is one for %s', (words, stem) => {
    expect(new Set(words.split(' ').map(stemOf))).toEqual(new Set([stem]));
  });

  it('is the same for who writes without the marks on letters', () => {
    expect(stemOf('lēni')).toBe(stemOf('leni'));
    expect(stemOf('GAIDĪJU')).toBe(stemOf('gaidiju'));
  });

  it('is never shorter than three letters, and two near words may stay two', () => {
    expect(stemOf('oti')).toBe('oti');
    expect(stemOf('tīkls')).not.toBe(stemOf('tīkla'.replace('k', 'kk')));
  });
});

describe('themes of comments', () => {
  it('leave out what says nothing, and short words', () => {
    expect([...wordsOf('Paldies, bet vēl nav, ar to jau bija ļoti lēni!').keys()]).toEqual(['len']);
  });

  it('count people and not comments', () => {
    const chatty = Array.from({ length: 9 }, () => ({ raterId: 'one', text: 'Lēni, lēni, lēni.' }));
    expect(themesOf(chatty)).toEqual([]);
    expect(themesOf([...chatty, ...from(4, 'Par lēnu.')])).toMatchObject([{ stem: 'len', people: 5 }]);
  });

  it('name nothing that fewer than five people wrote about', () => {
    expect(themesOf(from(4, 'Ilgi gaidīju.'))).toEqual([]);
    expect(themesOf(from(5, 'Ilgi gaidīju.')).map(({ word, people }) => [word, people])).toEqual([
      ['gaidīju', 5],
      ['ilgi', 5],
    ]);
  });

  it('show the form that was written most, the theme of most people first', () => {
    const comments = [...from(6, 'Printeris nedrukā'), ...from(7, 'Ilgi'), { raterId: 'x', text: 'Printera dēļ' }];
    expect(themesOf(comments).map(({ word, people }) => [word, people])).toEqual([
      ['ilgi', 7],
      ['printeris', 7],
      ['nedrukā', 6],
    ]);
  });

  it('name a dozen at most', () => {
    const words = 'alfa beta gamma delta omega sigma kappa lambda tetra penta hepta okta nona deka zeta'.split(' ');
    expect(themesOf(from(5, words.join(' ')))).toHaveLength(12);
  });
});
