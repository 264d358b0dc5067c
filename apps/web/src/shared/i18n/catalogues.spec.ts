import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Message } from './messages';

const folder = join(__dirname, '../../locales');
const files = readdirSync(join(folder, 'lv'));

const read = (locale: string, file: string): Record<string, Message> =>
  JSON.parse(readFileSync(join(folder, locale, file), 'utf8')) as Record<string, Message>;
const forms = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message));
const placeholders = (text: string): string =>
  [...text.matchAll(/\{(\w+)\}|<(\w+)>/g)]
    .map((match) => match[0])
    .sort()
    .join(' ');

describe.each(files)('texts of %s', (file) => {
  const lv = read('lv', file);
  const en = read('en', file);

  it('stand in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(lv).sort());
  });

  it('have every plural form of their language', () => {
    const plural = (catalogue: Record<string, Message>) => Object.entries(catalogue).filter(([, message]) => typeof message !== 'string');
    for (const [key, message] of plural(lv)) expect([key, Object.keys(message).sort()]).toEqual([key, ['one', 'other', 'zero']]);
    for (const [key, message] of plural(en)) expect([key, Object.keys(message).sort()]).toEqual([key, ['one', 'other']]);
  });

  it('are not empty, and name the same things in both languages', () => {
    const differing = Object.keys(lv).filter((key) => {
      const [a, b] = [lv[key], en[key]];
      if (a === undefined || b === undefined) return true;
      const empty = [...forms(a), ...forms(b)].some((text) => text.trim() === '');
      const plural = typeof a !== 'string';
      return empty || (!plural && placeholders(a) !== placeholders(typeof b === 'string' ? b : ''));
    });
    expect(differing.filter((key) => !key.startsWith('when.'))).toEqual([]);
  });
});

describe.each([
  ['desk', ['texts', 'later-texts']],
  ['portal', ['texts']],
])('texts of the %s', (entry, lists) => {
  it('stand in one catalogue each, and in the same ones in both languages', () => {
    const listed = (locale: string): string[] => {
      const source = lists.map((list) => readFileSync(join(__dirname, `../../${entry}/${list}-${locale}.ts`), 'utf8')).join('');
      return [...source.matchAll(/locales\/\w+\/([\w-]+\.json)/g)].map(([, file = '']) => file);
    };
    const keys = listed('lv').flatMap((file) => Object.keys(read('lv', file)));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    expect(listed('en')).toEqual(listed('lv'));
  });
});
