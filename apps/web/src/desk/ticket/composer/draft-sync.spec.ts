import { describe, expect, it } from '@jest/globals';
import {
  type DraftState,
  discarded,
  EMPTY,
  kept,
  type KeptDraft,
  keepMine,
  readKept,
  sent,
  takeBoth,
  takeOther,
  toDo,
  toKeep,
  told,
  typed,
} from './draft-sync';

const draft = (revision: string, body: string): KeptDraft => ({ revision, body, afterCommentId: 'c1', savedAt: '2026-11-22T10:00:00Z' });
const typing = (text: string, state: DraftState = EMPTY): DraftState => typed(state, text, 'c1');
const saved = (revision: string, body: string): DraftState => kept(typing(body), draft(revision, body));

describe('A draft', () => {
  it('is saved on the revision that was seen last, with what was read when the typing began', () => {
    expect(toDo(typing('Labd'))).toEqual({ do: 'save', body: 'Labd', after: 'c1', revision: null });
    const more = typed(saved('r1', 'Labd'), 'Labdien', 'c2');
    expect(toDo(more)).toEqual({ do: 'save', body: 'Labdien', after: 'c1', revision: 'r1' });
    expect(toDo(kept(more, draft('r2', 'Labdien')))).toBeNull();
  });

  it('is discarded when the field is emptied, and begins anew with the next word', () => {
    const emptied = typed(saved('r1', 'Labd'), '', 'c2');
    expect(toDo(emptied)).toEqual({ do: 'discard', revision: 'r1' });
    expect(typed(discarded(emptied), 'N', 'c2').after).toBe('c2');
  });

  it('of another device is taken over where nothing is typed here', () => {
    expect(told(EMPTY, draft('r1', 'No telefona'))).toMatchObject({ text: 'No telefona', seen: 'r1', after: 'c1', other: undefined });
    expect(told(saved('r1', 'Labd'), draft('r2', 'Labdien'))).toMatchObject({ text: 'Labdien', seen: 'r2' });
    expect(told(saved('r1', 'Labd'), null)).toEqual(EMPTY);
  });

  it('of another device never replaces what is typed here', () => {
    const mine = typed(saved('r1', 'Labd'), 'Labdien', 'c1');
    const both = told(mine, draft('r2', 'Sveiki'));
    expect(both).toMatchObject({ text: 'Labdien', other: { body: 'Sveiki' } });
    expect(toDo(both)).toBeNull();
    expect(toDo(keepMine(both))).toEqual({ do: 'save', body: 'Labdien', after: 'c1', revision: 'r2' });
    expect(takeOther(both)).toMatchObject({ text: 'Sveiki', seen: 'r2', other: undefined });
    expect(toDo(takeBoth(both))).toMatchObject({ do: 'save', body: 'Labdien\n\nSveiki', revision: 'r2' });
  });

  it('that was sent elsewhere while more was typed here stays, and asks', () => {
    const gone = told(typed(saved('r1', 'Labd'), 'Labdien', 'c1'), null);
    expect(gone).toMatchObject({ text: 'Labdien', other: null });
    expect(toDo(keepMine(gone))).toMatchObject({ do: 'save', body: 'Labdien', revision: null });
  });

  it('that both devices hold alike is no disagreement', () => {
    expect(told(typing('Labdien'), draft('r2', 'Labdien'))).toMatchObject({ seen: 'r2', other: undefined });
    expect(told(saved('r1', 'Labd'), draft('r1', 'Labd')).other).toBeUndefined();
  });

  it('that was sent goes, and what was typed meanwhile stays', () => {
    expect(sent(saved('r1', 'Labdien'), 'Labdien')).toEqual(EMPTY);
    expect(sent(typing('Labdien\n\nVēl kas'), 'Labdien').text).toBe('Vēl kas');
    expect(sent(typing('Cits teksts'), 'Labdien').text).toBe('Cits teksts');
  });

  it('survives a reload in this browser, saved or not', () => {
    const unsaved = typed(saved('r1', 'Labd'), 'Labdien', 'c1');
    expect(readKept(toKeep(unsaved))).toEqual(unsaved);
    expect(toKeep(EMPTY)).toBeNull();
    expect(readKept(null)).toEqual(EMPTY);
    expect(readKept('Teksts no agrāk').text).toBe('Teksts no agrāk');
    expect(readKept('{"nav":1}').text).toBe('{"nav":1}');
  });
});
