import { type Actor, holds, memberOf, scopeOf } from '#identity';
import { DomainError } from '#kernel';
import type { Answer, AnswerScope } from './answer.js';

type Placed = Pick<Answer, 'scope' | 'ownerId' | 'groupId'>;

/** Everybody's answers are kept by those who answer for more than themselves: a lead of some group, the change manager. */
export function keepsForEverybody(actor: Actor): boolean {
  return holds(actor, 'answer.write') && (scopeOf(actor, 'answer.write').all || actor.leadOfGroupIds.length > 0);
}

/** Who finds the answer: what is another's own, or of a group that one is not in, does not exist for him. */
export function finds(actor: Actor, { scope, ownerId, groupId }: Placed): boolean {
  if (!holds(actor, 'answer.write')) return false;
  if (scope === 'own') return ownerId === actor.id;
  return scope === 'everybody' || memberOf(actor, groupId);
}

/** Who may write it where it stands, and put one there. */
export function mayWrite(actor: Actor, placed: Placed): boolean {
  return finds(actor, placed) && (placed.scope !== 'everybody' || keepsForEverybody(actor));
}

/** Refuses (403) to put an answer where its writer has no say. */
export function requireWriter(actor: Actor, placed: Placed): void {
  if (!mayWrite(actor, placed)) throw new DomainError('replies.not-yours-to-write', { scope: placed.scope }, 'forbidden');
}

/** The scopes in which somebody may keep answers. */
export function scopesOf(actor: Actor): AnswerScope[] {
  return ['own', ...(actor.groupIds.length > 0 ? ['group' as const] : []), ...(keepsForEverybody(actor) ? ['everybody' as const] : [])];
}
