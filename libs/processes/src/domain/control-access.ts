import { type Actor, holds } from '#identity';
import type { ControlElement } from './control.js';

/** The owner of a document notes its review, or who keeps the register. */
export function mayReview(actor: Actor, { ownerId }: Pick<ControlElement, 'ownerId'>): boolean {
  return holds(actor, 'control.write') || ownerId === actor.id;
}
