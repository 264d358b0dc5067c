import { describe, expect, it } from '@jest/globals';
import type { Actor, Role } from '#identity';
import { finds, keepsForEverybody, mayWrite, scopesOf } from './answer-access.js';

function actor(id: string, role: Role, groupIds: string[] = [], leadOfGroupIds: string[] = []): Actor {
  const base = { id, login: id, locale: 'lv' as const, institutionId: 'centre', userSupport: false };
  return { ...base, roles: [role], grants: [{ role, scope: 'all', scopeId: null }], groupIds, leadOfGroupIds };
}

const elina = actor('elina', 'agent', ['first']);
const rihards = actor('rihards', 'group_lead', ['first'], ['first']);
const toms = actor('toms', 'agent', ['applications']);
const andris = actor('andris', 'change_manager');
const ilze = actor('ilze', 'requester');

const own = { scope: 'own', ownerId: 'elina', groupId: null } as const;
const group = { scope: 'group', ownerId: 'elina', groupId: 'first' } as const;
const everybody = { scope: 'everybody', ownerId: 'rihards', groupId: null } as const;

describe('An answer kept ready', () => {
  it.each([
    ['one’s own', own, [elina]],
    ['of a group', group, [elina, rihards]],
    ['everybody’s', everybody, [elina, rihards, toms, andris]],
  ])('%s is found by whom it is for', (_what, answer, finders) => {
    expect([elina, rihards, toms, andris, ilze].filter((one) => finds(one, answer))).toEqual(finders);
  });

  it.each([
    ['one’s own', own, [elina]],
    ['of a group', group, [elina, rihards]],
    ['everybody’s', everybody, [rihards, andris]],
  ])('%s is written by whoever has a say', (_what, answer, writers) => {
    expect([elina, rihards, toms, andris, ilze].filter((one) => mayWrite(one, answer))).toEqual(writers);
  });

  it('is offered to be kept where its writer has a say', () => {
    expect(scopesOf(elina)).toEqual(['own', 'group']);
    expect(scopesOf(rihards)).toEqual(['own', 'group', 'everybody']);
    expect(scopesOf(andris)).toEqual(['own', 'everybody']);
    expect(keepsForEverybody(ilze)).toBe(false);
  });
});
