import { describe, expect, it } from '@jest/globals';
import { fill, splitTags } from './messages';

describe('texts', () => {
  const tickets = { zero: '{count} pieteikumu', one: '{count} pieteikums', other: '{count} pieteikumi' };

  it.each([
    [0, '0 pieteikumu'],
    [1, '1 pieteikums'],
    [2, '2 pieteikumi'],
    [10, '10 pieteikumu'],
    [11, '11 pieteikumu'],
    [21, '21 pieteikums'],
    [111, '111 pieteikumu'],
  ])('chooses the Latvian form for %d', (count, text) => {
    expect(fill(tickets, { count }, 'lv')).toBe(text);
  });

  it('chooses between one and other in English, zero being other', () => {
    const forms = { one: '{count} ticket', other: '{count} tickets' };
    expect([0, 1, 21].map((count) => fill(forms, { count }, 'en'))).toEqual(['0 tickets', '1 ticket', '21 tickets']);
  });

  it('leaves a placeholder that nobody filled visible', () => {
    expect(fill('Labdien, {name}!', {}, 'lv')).toBe('Labdien, {name}!');
  });

  it('splits marked parts without reading anything else as markup', () => {
    expect(splitTags('Solām <b>līdz {when}</b> & <script>')).toEqual([
      { tag: null, text: 'Solām ' },
      { tag: 'b', text: 'līdz {when}' },
      { tag: null, text: ' & <script>' },
    ]);
  });
});
