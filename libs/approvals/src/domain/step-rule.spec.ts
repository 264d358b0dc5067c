import { describe, expect, it } from '@jest/globals';
import type { ApprovalState, StepRule } from './approval-words.js';
import { outcomeOf, tallyOf } from './step-rule.js';

const step = (rule: StepRule, states: string, needed = 1) => ({
  rule,
  needed,
  approvals: [...states].map((sign) => ({ state: STATES[sign.toLowerCase()]!, escalated: sign !== sign.toLowerCase() })),
});
/** Small letters are people whom the step named, capitals those to whom it was escalated. */
const STATES: Readonly<Record<string, ApprovalState>> = {
  p: 'pending',
  y: 'approved',
  n: 'rejected',
  d: 'delegated',
  e: 'expired',
  c: 'cancelled',
};

describe('a step', () => {
  it.each<[StepRule, string, number, string]>([
    ['all', 'ppp', 0, 'open'],
    ['all', 'yyp', 0, 'open'],
    ['all', 'yyy', 0, 'approved'],
    ['all', 'ynp', 0, 'refused'],
    ['any', 'pp', 1, 'open'],
    ['any', 'np', 1, 'open'],
    ['any', 'yp', 1, 'approved'],
    ['any', 'nn', 1, 'refused'],
    ['n_of', 'yyyppp', 4, 'open'],
    ['n_of', 'yyyypn', 4, 'approved'],
    ['n_of', 'nnyypp', 4, 'open'],
    ['n_of', 'nnnyyp', 4, 'refused'],
  ])('of rule %s with %s (needed %d) is %s', (rule, states, needed, outcome) => {
    expect(outcomeOf(step(rule, states, needed))).toBe(outcome);
  });

  it('counts the one to whom an approval was passed on in place of the one who passed it on', () => {
    expect(tallyOf(step('all', 'dyp'))).toEqual({ seats: 2, needed: 2, approved: 1, rejected: 0, pending: 1 });
    expect(outcomeOf(step('all', 'dyy'))).toBe('approved');
  });

  it('is decided by any of those to whom it was escalated', () => {
    expect(outcomeOf(step('n_of', 'yeeePP', 3))).toBe('open');
    expect(outcomeOf(step('n_of', 'yeeeYP', 3))).toBe('approved');
    expect(outcomeOf(step('all', 'yeNP'))).toBe('open');
    expect(outcomeOf(step('all', 'yeNN'))).toBe('refused');
  });

  it('is refused where nobody is left to ask', () => {
    expect(outcomeOf(step('all', 'ee'))).toBe('refused');
  });
});
