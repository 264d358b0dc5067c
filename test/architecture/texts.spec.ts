import { describe, expect, it } from '@jest/globals';
import { errorsWithoutText, incompleteTexts } from './rules/texts.js';
import { files, serverCode } from './source-tree.js';

const catalogues = files(/\/locales\/(lv|en)(\/[\w-]+)?\.json$/);
const pair = (lv: object, en: object): { path: string; text: string }[] => [
  { path: 'libs/sla/src/locales/lv.json', text: JSON.stringify(lv) },
  { path: 'libs/sla/src/locales/en.json', text: JSON.stringify(en) },
];

describe('The catalogues', () => {
  it('say everything in Latvian and in English', () => {
    expect(catalogues.length).toBeGreaterThan(3);
    expect(incompleteTexts(catalogues)).toEqual([]);
  });

  it('have a sentence for every error', () => {
    expect(errorsWithoutText(files(serverCode), catalogues)).toEqual([]);
  });

  it('are seen to lack a key, a plural form, a variable, a text or a language', () => {
    expect(incompleteTexts(pair({ a: 'ā' }, { a: 'a', b: 'b' }))).toEqual(['libs/sla/src/locales/lv.json: b is missing']);
    expect(
      incompleteTexts(
        pair({ n_one: '{{count}} diena', n_other: '{{count}} dienas' }, { n_one: '{{count}} day', n_other: '{{count}} days' }),
      ),
    ).toEqual(['libs/sla/src/locales/lv.json: n_zero is missing']);
    expect(incompleteTexts(pair({ a: '{{vards}}' }, { a: '{{name}}' })).length).toBeGreaterThan(0);
    expect(incompleteTexts(pair({ a: { b: ' ' } }, { a: { b: 'b' } }))).toEqual(['libs/sla/src/locales/lv.json: a.b is empty']);
    expect(incompleteTexts(pair({}, {}).slice(0, 1))).toHaveLength(1);
  });

  it('are seen to lack the sentence of an error', () => {
    const thrown = [{ path: 'libs/sla/src/a.ts', text: "throw new DomainError('sla.no-policy', {});" }];
    expect(errorsWithoutText(thrown, pair({}, { 'no-policy': 'No policy.' }))).toEqual([
      'libs/sla/src/a.ts:1: sla.no-policy has no text in lv',
    ]);
  });
});
