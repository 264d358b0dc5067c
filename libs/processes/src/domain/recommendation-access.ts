import { type Actor, holds, scopeOf } from '#identity';
import { arrow, DomainError, notFound } from '#kernel';
import type { Extension, ImplementationReport, Recommendation } from './recommendation.js';
import { type RecommendationEvent, recommendationLifecycle } from './recommendation-lifecycle.js';

type Owned = Pick<Recommendation, 'ownerId'>;

/** The owner whose rows alone the actor reads; undefined where he reads all (DOMAIN 9 by `recommendation.read`). */
export function onlyOwner(actor: Actor): string | undefined {
  return scopeOf(actor, 'recommendation.read').all ? undefined : actor.id;
}

/** Throws `processes.recommendation.not-found` (404) where the actor does not see it. */
export function requireSeen(actor: Actor, { ownerId }: Owned): void {
  const owner = onlyOwner(actor);
  if (owner !== undefined && owner !== ownerId) throw notFound('processes.recommendation');
}

/** The owner, or a manager for him, asks for a later due and reports that it is done. */
export function mayAnswer(actor: Actor, { ownerId }: Owned): boolean {
  return ownerId === actor.id || holds(actor, 'recommendation.write');
}

/** Nobody decides about a recommendation of his own, nor about what he asked or reported himself. */
export function mayDecide(actor: Actor, { ownerId }: Owned, byId: string): boolean {
  return holds(actor, 'recommendation.write') && actor.id !== ownerId && actor.id !== byId;
}

export function requireAnswer(actor: Actor, recommendation: Owned): void {
  if (!mayAnswer(actor, recommendation)) throw new DomainError('processes.recommendation.not-owner', {}, 'forbidden');
}

export function requireDecider(actor: Actor, recommendation: Owned, byId: string): void {
  if (!mayDecide(actor, recommendation, byId)) throw new DomainError('processes.recommendation.own-decision', {}, 'forbidden');
}

/** What the actor may do by its state and the access rules. */
export function recommendationAbilities(
  actor: Actor,
  recommendation: Recommendation,
  extensions: readonly Extension[],
  reports: readonly ImplementationReport[],
) {
  const can = (event: RecommendationEvent): boolean => arrow(recommendationLifecycle, recommendation.state, event) !== undefined;
  const asked = extensions.find(({ decidedAt }) => decidedAt === null);
  const reported = reports.find(({ decidedAt }) => decidedAt === null);
  const answers = mayAnswer(actor, recommendation);
  const keeps = holds(actor, 'recommendation.write');
  return {
    changeOwner: keeps && can('withdraw'),
    withdraw: keeps && can('withdraw'),
    askExtension: answers && can('extend') && !asked,
    decideExtension: asked !== undefined && can('extend') && mayDecide(actor, recommendation, asked.askedById),
    report: answers && can('report'),
    file: answers && reported !== undefined && reported.fileSha256 === null,
    accept: reported !== undefined && reported.fileSha256 !== null && mayDecide(actor, recommendation, reported.reportedById),
    sendBack: reported !== undefined && mayDecide(actor, recommendation, reported.reportedById),
  };
}
