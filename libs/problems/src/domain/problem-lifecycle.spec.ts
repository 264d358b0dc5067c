import { describe, expect, it } from '@jest/globals';
import { arrow, finalStates, unreachableStates } from '#kernel';
import { PROBLEM_EVENTS, PROBLEM_STATES, problemLifecycle } from './problem-lifecycle.js';

/** DOMAIN 3.3 once more, written by hand: from, event, to, who. */
const TABLE: readonly (readonly [string, string, string, string])[] = [
  ['new', 'investigate', 'investigating', 'GL'],
  ['investigating', 'identify', 'known_error', 'AG'],
  ['investigating', 'raise_change', 'fix_in_progress', 'AG'],
  ['known_error', 'raise_change', 'fix_in_progress', 'AG'],
  ['fix_in_progress', 'change_failed', 'known_error', 'SYS'],
  ['fix_in_progress', 'resolve', 'resolved', 'AG'],
  ['known_error', 'resolve', 'resolved', 'AG'],
  ['resolved', 'verify', 'closed', 'GL'],
  ['resolved', 'recur', 'investigating', 'GL SYS'],
  ['new', 'dismiss', 'cancelled', 'GL'],
  ['investigating', 'dismiss', 'cancelled', 'GL'],
];

describe('The lifecycle of a problem', () => {
  it('reaches every state, and ends closed or cancelled', () => {
    expect(unreachableStates(problemLifecycle)).toEqual([]);
    expect(finalStates(problemLifecycle)).toEqual(['closed', 'cancelled']);
  });

  it('allows what DOMAIN 3.3 lists, to whom it names, and nothing else', () => {
    for (const state of PROBLEM_STATES)
      for (const event of PROBLEM_EVENTS) {
        const listed = TABLE.find(([from, name]) => from === state && name === event);
        const found = arrow(problemLifecycle, state, event);
        expect([state, event, found?.to, found?.actors.join(' ')]).toEqual([state, event, listed?.[2], listed?.[3]]);
      }
  });
});
