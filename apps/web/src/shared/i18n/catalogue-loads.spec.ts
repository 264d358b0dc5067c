import { describe, expect, it } from '@jest/globals';
import { catalogueLoads } from './catalogue-loads';
import type { Locale, Message } from './messages';

type Words = Readonly<Record<string, Message>>;

/** Catalogues that come when the test lets them; each is fetched once, as modules are. */
function shelf() {
  const waiting = new Map<string, { coming: Promise<Words>; give: () => void; fail: () => void }>();
  const asked: string[] = [];
  const from = (part: string, words: Words) => () => {
    asked.push(part);
    const known = waiting.get(part);
    if (known) return known.coming;
    let give = (): void => undefined;
    let fail = give;
    const coming = new Promise<Words>((resolve, reject) => {
      give = () => resolve(words);
      fail = () => reject(new Error(part));
    });
    waiting.set(part, { coming, give, fail });
    return coming;
  };
  const shown: [Locale, Words][] = [];
  const loads = catalogueLoads(
    {
      first: { lv: from('lv', { a: 'viens' }), en: from('en', { a: 'one' }) },
      later: { lv: from('lv later', { b: 'divi' }), en: from('en later', { b: 'two' }) },
    },
    (locale, catalogue) => shown.push([locale, catalogue]),
  );
  const settle = async (what: 'give' | 'fail', ...parts: string[]): Promise<void> => {
    for (const part of parts) waiting.get(part)?.[what]();
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return {
    ...loads,
    asked,
    shown,
    give: (...parts: string[]) => settle('give', ...parts),
    fail: (...parts: string[]) => settle('fail', ...parts),
  };
}

describe('Catalogues of a language', () => {
  it('begin with the first ones, and get the later ones once when parts ask for them', async () => {
    const { use, whole, give, shown, asked } = shelf();
    const begun = use('lv');
    await give('lv');
    await begun;
    expect(shown).toEqual([['lv', { a: 'viens' }]]);
    const both = Promise.all([whole(), whole()]);
    await give('lv', 'lv later');
    await both;
    expect(shown.slice(1)).toEqual([['lv', { a: 'viens', b: 'divi' }]]);
    await whole();
    expect(asked.filter((part) => part === 'lv later')).toHaveLength(1);
  });

  it('are those of the language that was asked for last, whole for whoever waits for them', async () => {
    const { use, whole, give, shown } = shelf();
    void use('lv');
    await give('lv');
    const waits = whole();
    const other = use('en');
    await give('lv', 'lv later');
    await give('en', 'en later');
    await Promise.all([waits, other]);
    expect(shown.at(-1)).toEqual(['en', { a: 'one', b: 'two' }]);
  });

  it('stay as they are where the other language does not come, and come when it is asked for again', async () => {
    const { use, whole, give, fail, shown } = shelf();
    void use('lv');
    await give('lv');
    const refused = expect(use('en')).rejects.toThrow('en');
    await fail('en');
    await refused;
    expect(shown.at(-1)?.[0]).toBe('lv');
    const later = whole();
    await give('lv', 'lv later');
    await later;
    expect(shown.at(-1)).toEqual(['lv', { a: 'viens', b: 'divi' }]);
  });
});
