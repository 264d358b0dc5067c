import { type Actor, holds } from '#identity';
import { DomainError } from '#kernel';
import type { ProcessRecord } from './process.js';

/** The owner of a process, by DOMAIN 9 "P own process"; a manager may act for one that has none. */
export function mayDescribe(actor: Actor, { ownerId }: Pick<ProcessRecord, 'ownerId'>): boolean {
  return (holds(actor, 'process.write') && ownerId === actor.id) || holds(actor, 'process.approve');
}

export function requireOwner(actor: Actor, process: Pick<ProcessRecord, 'ownerId'>): void {
  if (!mayDescribe(actor, process)) throw new DomainError('processes.not-owner', {}, 'forbidden');
}

/** Nobody verifies a document of his own process, nor one that he added himself (DOMAIN 2.2, 9). */
export function mayVerify(
  actor: Actor,
  { ownerId }: Pick<ProcessRecord, 'ownerId'>,
  { addedById }: { readonly addedById: string },
): boolean {
  return holds(actor, 'process.approve') && actor.id !== ownerId && actor.id !== addedById;
}
