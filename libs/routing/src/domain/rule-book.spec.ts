import { describe, expect, it } from '@jest/globals';
import type { DomainError } from '#kernel';
import { RuleBook, type AskedFiling } from './rule-book.js';
import { changesBetween, onlySwitchesOff } from './rule-changes.js';
import { type RuleTerms, termsOf } from './rule.js';
import { requireSoundTerms } from './sound-terms.js';

const NOTHING: RuleTerms = {
  ...{ title: 'Kārtula', active: true, serviceIds: [], withoutService: false, institutionIds: [], sources: [] },
  ...{ wordsAny: [], wordsAll: [], wordsNone: [], wordsIn: 'anywhere', hours: null },
  ...{ groupId: 'desk', impact: null, urgency: null, category: null, answerId: null, watcherIds: [] },
};

const FILING: AskedFiling = {
  title: 'Nevar izdrukāt rīkojumu',
  description: 'Daudzfunkciju printerim otrajā stāvā iestrēgst papīrs, un kolēģiem nav cita printera.',
  ...{ serviceId: 'printing', institutionId: 'order', source: 'portal', working: true },
};

const holds = (conditions: Partial<RuleTerms>, filing: Partial<AskedFiling> = {}): boolean =>
  new RuleBook([{ conditions: { ...NOTHING, ...conditions } }]).first({ ...FILING, ...filing }) !== undefined;

describe('A rule', () => {
  it('without conditions holds for everything', () => {
    expect(holds({})).toBe(true);
  });

  it('asks for the service, or for none', () => {
    expect(holds({ serviceIds: ['mail', 'printing'] })).toBe(true);
    expect(holds({ serviceIds: ['mail'] })).toBe(false);
    expect(holds({ withoutService: true })).toBe(false);
    expect(holds({ withoutService: true }, { serviceId: null })).toBe(true);
    expect(holds({ withoutService: true, serviceIds: ['printing'] })).toBe(true);
  });

  it('asks for institution, source and working time, all of them at once', () => {
    const conditions = { institutionIds: ['order'], sources: ['portal', 'email'], hours: 'inside' } as const;
    expect(holds(conditions)).toBe(true);
    expect(holds(conditions, { institutionId: 'civil' })).toBe(false);
    expect(holds(conditions, { source: 'phone' })).toBe(false);
    expect(holds(conditions, { working: false })).toBe(false);
    expect(holds({ hours: 'outside' }, { working: false })).toBe(true);
  });

  it('finds a word in any of its forms, with or without marks, in title and text', () => {
    for (const word of ['printeris', 'printerus', 'PRINTERI', 'rikojums', 'rīkojumam', 'papīra'])
      expect(holds({ wordsAny: [word] })).toBe(true);
    expect(holds({ wordsAny: ['serveris', 'skeneris'] })).toBe(false);
    expect(holds({ wordsAny: ['skeneris', 'printeris'] })).toBe(true);
    expect(holds({ wordsAll: ['rīkojums', 'printeris'] })).toBe(true);
    expect(holds({ wordsAll: ['rīkojums', 'skeneris'] })).toBe(false);
    expect(holds({ wordsNone: ['skeneris'] })).toBe(true);
    expect(holds({ wordsNone: ['skeneris', 'papīrs'] })).toBe(false);
  });

  it('looks into the title alone where it says so', () => {
    expect(holds({ wordsAny: ['printeris'], wordsIn: 'title' })).toBe(false);
    expect(holds({ wordsAny: ['rīkojums'], wordsIn: 'title' })).toBe(true);
  });

  it('takes several words in one entry for words that follow each other', () => {
    expect(holds({ wordsAny: ['daudzfunkciju printeris'] })).toBe(true);
    expect(holds({ wordsAny: ['printeris otrajā stāvā'] })).toBe(true);
    expect(holds({ wordsAny: ['printeris daudzfunkciju'] })).toBe(false);
    expect(holds({ wordsAny: ['printeris stāvā'] })).toBe(false);
  });

  it('does not take a part of a word for the word', () => {
    expect(holds({ wordsAny: ['stāv'] }, { title: 'x', description: 'pārstāvis' })).toBe(false);
  });
});

describe('The rules', () => {
  it('are asked in their order, and the first that holds counts', () => {
    const rule = (title: string, more: Partial<RuleTerms>) => ({ title, conditions: { ...NOTHING, ...more } });
    const book = new RuleBook([rule('a', { sources: ['phone'] }), rule('b', { wordsAny: ['papīrs'] }), rule('c', {})]);
    expect(book.first(FILING)?.title).toBe('b');
    expect(book.all(FILING).map(({ title }) => title)).toEqual(['b', 'c']);
    expect(book.first({ ...FILING, source: 'phone' })?.title).toBe('a');
    expect(book.asksHours).toBe(false);
  });
});

describe('What a rule says', () => {
  const codeOf = (terms: Partial<RuleTerms>): string | undefined => {
    try {
      requireSoundTerms({ ...NOTHING, ...terms });
      return undefined;
    } catch (error) {
      return (error as DomainError).code;
    }
  };

  it('must want something, a priority whole, and words that say something', () => {
    expect(codeOf({})).toBeUndefined();
    expect(codeOf({ groupId: null })).toBe('routing.outcome-needed');
    expect(codeOf({ groupId: null, watcherIds: ['x'] })).toBeUndefined();
    expect(codeOf({ groupId: null, category: 'printing' })).toBeUndefined();
    expect(codeOf({ impact: 1 })).toBe('routing.priority-needs-both');
    expect(codeOf({ impact: 1, urgency: 2 })).toBeUndefined();
    expect(codeOf({ wordsAny: ['VPN', 'un'] })).toBe('routing.word-says-nothing');
  });

  it('is compared field by field, and switching off is told apart', () => {
    const before = termsOf({ ...NOTHING, wordsAny: ['VPN'] });
    expect(changesBetween(before, { ...before })).toEqual({});
    const off = changesBetween(before, { ...before, active: false });
    expect(off).toEqual({ active: { from: true, to: false } });
    expect(onlySwitchesOff(off)).toBe(true);
    const both = changesBetween(before, { ...before, active: false, wordsAny: ['VPN', 'tīkls'] });
    expect(both['wordsAny']).toEqual({ from: ['VPN'], to: ['VPN', 'tīkls'] });
    expect(onlySwitchesOff(both)).toBe(false);
  });
});
