import { describe, expect, it } from '@jest/globals';
import { Texts } from '#platform';
import { groupOf, isEditable, placesOf, requireSoundText, TEXT_GROUPS } from './text-catalogue.js';

const texts = new Texts();
const [lv, en] = [texts.all('lv', 'notifications'), texts.all('en', 'notifications')];
const keys = Object.keys(lv).filter(isEditable);
const PROMISE = { lv: 'Atbildēsim līdz {{responseBy}}, {{name}}.', en: 'Dear {{name}}, we answer by {{responseBy}}.' };

function refusalOf(text: string): unknown {
  try {
    requireSoundText(PROMISE, 'lv', text);
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('a text that an administrator words', () => {
  it('has a place in the list for each text of notices and mails', () => {
    expect(keys.length).toBeGreaterThan(150);
    expect(keys.filter((key) => !TEXT_GROUPS.includes(groupOf(key)))).toEqual([]);
    expect(groupOf('mail.resolved.words')).toBe('own-tickets');
    expect(groupOf('notice.breached')).toBe('breaches');
    expect(groupOf('mail.account.factor-reset.intro')).toBe('account');
    expect(groupOf('mail.greeting')).toBe('common');
  });

  it('leaves open the same places in both languages, as it was shipped', () => {
    expect(keys.filter((key) => placesOf({ lv: lv[key]!, en: lv[key]! }).some((name) => !en[key]!.includes(`{{${name}}}`)))).toEqual([]);
  });

  it('says what the shipped one says, in other words', () => {
    expect(() => requireSoundText(PROMISE, 'lv', 'Sveiki! Līdz {{ responseBy }} Jums atbildēsim.')).not.toThrow();
    expect(() => requireSoundText(PROMISE, 'en', 'By {{responseBy}}')).not.toThrow();
  });

  it.each([
    ['a place that nothing fills', 'Līdz {{responseBy}}: {{salary}}', 'notifications.place-unknown', '{{salary}}'],
    ['a place named like a thing of the language', '{{responseBy}} {{constructor}}', 'notifications.place-unknown', '{{constructor}}'],
    ['the lack of one that it must have', 'Atbildēsim drīz.', 'notifications.place-missing', '{{responseBy}}'],
  ])('is refused for %s, by its name', (_, text, code, name) => {
    expect(refusalOf(text)).toMatchObject({ code, params: { name }, fields: [{ pointer: '/lv', code }] });
  });
});
