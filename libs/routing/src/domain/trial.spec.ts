import { describe, expect, it } from '@jest/globals';
import { parseInstant } from '#kernel';
import { RuleBook } from './rule-book.js';
import type { RuleConditions } from './rule.js';
import { countFiling, DIFFERING, noSums, type PastFiling, type TrialRule } from './trial.js';

const ANY: RuleConditions = {
  ...{ serviceIds: [], withoutService: false, institutionIds: [], sources: [] },
  ...{ wordsAny: [], wordsAll: [], wordsNone: [], wordsIn: 'anywhere', hours: null },
};

const rule = (key: string, groupId: string | null, more: Partial<RuleConditions>): TrialRule => ({
  ...{ key, title: key, groupId },
  conditions: { ...ANY, ...more },
});

const RULES = [
  rule('network', 'net', { wordsAny: ['VPN', 'tīkls'] }),
  rule('vpn', 'vpn', { wordsAny: ['VPN'] }),
  rule('phone', null, { sources: ['phone'] }),
  rule('never', 'net', { wordsAny: ['telegrāfs'] }),
];

let ids = 0;
const filing = (title: string, endedGroupId: string | null, more: Partial<PastFiling> = {}): PastFiling => ({
  ...{ id: `t${(ids += 1)}`, title, description: '', serviceId: null, institutionId: 'order', source: 'portal', working: true },
  submittedAt: parseInstant('2026-03-02T09:00:00Z'),
  endedGroupId,
  ...more,
});

describe('A try on the past', () => {
  const sums = noSums(RULES);
  const book = new RuleBook(RULES);
  const count = (one: PastFiling): void => countFiling(sums, book, one, 'desk');
  count(filing('VPN neiet', 'net'));
  count(filing('VPN neiet', 'desk'));
  count(filing('VPN neiet', null));
  count(filing('Tīkla nav', 'net', { source: 'phone' }));
  count(filing('Cits kas', 'desk', { source: 'phone' }));
  count(filing('Cits kas', 'desk'));

  it('counts each rule where it is the first, and where it would have been', () => {
    const { network, vpn, phone, never } = sums.byRule;
    expect([network?.first, network?.holds]).toEqual([4, 4]);
    expect([vpn?.first, vpn?.holds, vpn?.shadowedBy]).toEqual([0, 3, { network: 3 }]);
    expect([phone?.first, phone?.holds, phone?.shadowedBy]).toEqual([1, 2, { network: 1 }]);
    expect([never?.first, never?.holds]).toEqual([0, 0]);
    expect([sums.tickets, sums.routed]).toEqual([6, 5]);
  });

  it('holds its group against the one that resolved, of tickets that have ended', () => {
    expect(sums.byRule['network']).toMatchObject({ ended: 3, agreed: 2, differing: ['t2'] });
    expect(sums.byRule['phone']).toMatchObject({ ended: 0, agreed: 0, differing: [] });
    expect(sums.without).toEqual({ ended: 5, agreed: 3 });
    expect(sums.with).toEqual({ ended: 5, agreed: 4 });
  });

  it('keeps the first twenty that differ', () => {
    const many = noSums(RULES);
    for (let at = 0; at < DIFFERING + 5; at += 1) countFiling(many, book, filing('VPN', 'desk'), 'desk');
    expect(many.byRule['network']?.differing).toHaveLength(DIFFERING);
  });
});
