import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, ActorReader, holds } from '#identity';
import { DomainError } from '#kernel';
import { requireVersion, UnitOfWork } from '#platform';
import { requireSeen } from '../domain/recommendation-access.js';
import { recommendationEvent } from '../domain/recommendation-events.js';
import { recommendationAfter } from '../domain/recommendation-lifecycle.js';
import { type NewRecommendation, RecommendationStore } from '../store/recommendation-store.js';

/** Enters audit recommendations, hands them to another owner, and takes back what was entered by mistake. A manager's work. */
@Injectable()
export class KeepRecommendations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recommendations: RecommendationStore,
    private readonly actors: ActorReader,
  ) {}

  /** Answers the id. Throws `processes.recommendation.number-known`, `processes.recommendation.owner-unknown`. */
  async enter(actor: Actor, input: Omit<NewRecommendation, 'id'>): Promise<string> {
    await this.requireOwner(input.ownerId);
    return this.unitOfWork.run(async (tx) => {
      const id = randomUUID();
      if (!(await this.recommendations.add(tx, { ...input, id }, actor.id))) throw refused('number-known', 'number', 'conflict');
      const { source, number, ownerId, dueOn } = input;
      await tx.append(recommendationEvent('entered', id, actor.id, { source, number, ownerId, dueOn }));
      return id;
    });
  }

  /** Throws `processes.recommendation.owner-unknown`; `processes.recommendation.transition-not-allowed` once it is done or withdrawn. */
  async changeOwner(actor: Actor, id: string, ownerId: string, ifMatch?: string): Promise<void> {
    await this.requireOwner(ownerId);
    await this.unitOfWork.run(async (tx) => {
      const one = await this.recommendations.lock(tx, id);
      requireSeen(actor, one);
      requireVersion(ifMatch, one.revision);
      recommendationAfter(one.state, 'withdraw');
      await this.recommendations.setOwner(tx, id, ownerId);
      await tx.append(recommendationEvent('owner-changed', id, actor.id, { from: one.ownerId, to: ownerId, number: one.number }));
    });
  }

  /** It was entered by mistake, or the auditors took it back: it stays on the register and counts no more. */
  async withdraw(actor: Actor, id: string, reason: string, ifMatch?: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const one = await this.recommendations.lock(tx, id);
      requireSeen(actor, one);
      requireVersion(ifMatch, one.revision);
      recommendationAfter(one.state, 'withdraw');
      await this.recommendations.withdraw(tx, id, reason);
      await tx.append(recommendationEvent('withdrawn', id, actor.id));
    });
  }

  /** An owner must be able to open what he owns. */
  private async requireOwner(ownerId: string): Promise<void> {
    const owner = await this.actors.byId(ownerId);
    if (!owner || !holds(owner, 'recommendation.read')) throw refused('owner-unknown', 'ownerId', 'invalid');
  }
}

function refused(code: string, field: string, kind: 'invalid' | 'conflict'): DomainError {
  return new DomainError(`processes.recommendation.${code}`, {}, kind, [
    { pointer: `/${field}`, code: `processes.recommendation.${code}` },
  ]);
}
