import { describe, expect, it } from '@jest/globals';
import { unreachableStates } from '#kernel';
import { CHANGE_EVENTS, CHANGE_STATES, changeArrow, changeLifecycle } from './change-lifecycle.js';
import { CHANGE_KINDS, type ChangeKind } from './change-words.js';

/** DOMAIN 3.4 once more, written by hand: from, event, to, kinds. */
const TABLE: readonly (readonly [string, string, string, string])[] = [
  ['draft', 'schedule', 'scheduled', 'S'],
  ['draft', 'submit', 'assessing', 'N'],
  ['assessing', 'return', 'draft', 'N'],
  ['assessing', 'request_authorisation', 'awaiting_authorisation', 'N'],
  ['draft', 'request_authorisation', 'awaiting_authorisation', 'E'],
  ['draft', 'implement_first', 'implementing', 'E'],
  ['awaiting_authorisation', 'authorise', 'scheduled', 'NE'],
  ['awaiting_authorisation', 'reject', 'rejected', 'NE'],
  ['scheduled', 'reschedule', 'scheduled', 'SNE'],
  ['scheduled', 'reschedule_outside', 'awaiting_authorisation', 'NE'],
  ['scheduled', 'start', 'implementing', 'SNE'],
  ['implementing', 'finish', 'review', 'SNE'],
  ['review', 'close', 'closed', 'SNE'],
  ...['draft', 'assessing', 'awaiting_authorisation', 'scheduled'].map((from) => [from, 'cancel', 'cancelled', 'SNE'] as const),
];

const letter = (kind: ChangeKind): string => kind.charAt(0).toUpperCase();

describe('The lifecycle of a change', () => {
  it('reaches every state', () => {
    expect(unreachableStates(changeLifecycle)).toEqual([]);
  });

  it('allows what DOMAIN 3.4 lists and nothing else, for each kind', () => {
    for (const kind of CHANGE_KINDS)
      for (const state of CHANGE_STATES)
        for (const event of CHANGE_EVENTS) {
          const listed = TABLE.find(([from, name, , kinds]) => from === state && name === event && kinds.includes(letter(kind)));
          expect([kind, state, event, changeArrow(kind, state, event)?.to]).toEqual([kind, state, event, listed?.[2]]);
        }
  });
});
