import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, ActorReader, holds } from '#identity';
import { DomainError } from '#kernel';
import { requireVersion, type Tx, UnitOfWork } from '#platform';
import type { ControlElement, ControlReview, ControlTerms } from '../domain/control.js';
import { mayReview } from '../domain/control-access.js';
import { controlEvent } from '../domain/control-events.js';
import { ControlStore } from '../store/control-store.js';
import { rigaToday } from '../store/riga-today.js';

/** Keeps the register of internal control: which documents there are, whose they are, and that each is reviewed in time. */
@Injectable()
export class KeepControls {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly controls: ControlStore,
    private readonly actors: ActorReader,
  ) {}

  /** Answers the id. Throws `processes.control.owner-unknown`. */
  async enter(actor: Actor, terms: ControlTerms): Promise<string> {
    await this.requireOwner(terms.ownerId);
    return this.unitOfWork.run(async (tx) => {
      const id = randomUUID();
      await this.controls.add(tx, id, terms, actor.id);
      await tx.append(controlEvent('entered', id, actor.id, { ownerId: terms.ownerId, reviewDueOn: terms.reviewDueOn }));
      return id;
    });
  }

  /** Throws `processes.control.owner-unknown`, `processes.control.retired`. */
  async describe(actor: Actor, id: string, terms: ControlTerms, ifMatch?: string): Promise<void> {
    await this.requireOwner(terms.ownerId);
    await this.act(id, ifMatch, async (tx) => {
      await this.controls.describe(tx, id, terms);
      await tx.append(controlEvent('described', id, actor.id, { ownerId: terms.ownerId, reviewDueOn: terms.reviewDueOn }));
    });
  }

  /** By its owner, or by who keeps the register. Throws `processes.control.not-owner`, `processes.date-in-future`. */
  async review(actor: Actor, id: string, review: Pick<ControlReview, 'reviewedOn' | 'outcome' | 'note'>, ifMatch?: string): Promise<void> {
    await this.act(id, ifMatch, async (tx, element) => {
      if (!mayReview(actor, element)) throw new DomainError('processes.control.not-owner', {}, 'forbidden');
      if (review.reviewedOn > (await rigaToday(tx)))
        throw new DomainError('processes.date-in-future', {}, 'invalid', [{ pointer: '/reviewedOn', code: 'processes.date-in-future' }]);
      await this.controls.review(tx, element, { ...review, id: randomUUID() }, actor.id);
      const { reviewedOn, outcome } = review;
      await tx.append(controlEvent('reviewed', id, actor.id, { reviewedOn, outcome, dueOn: element.reviewDueOn }));
    });
  }

  /** It is in force no longer; it stays on the register. */
  async retire(actor: Actor, id: string, reason: string, ifMatch?: string): Promise<void> {
    await this.act(id, ifMatch, async (tx) => {
      await this.controls.retire(tx, id, reason);
      await tx.append(controlEvent('retired', id, actor.id));
    });
  }

  private async act(id: string, ifMatch: string | undefined, work: (tx: Tx, element: ControlElement) => Promise<void>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const element = await this.controls.lock(tx, id);
      requireVersion(ifMatch, element.revision);
      if (element.retiredOn !== null) throw new DomainError('processes.control.retired', {}, 'conflict');
      await work(tx, element);
    });
  }

  private async requireOwner(ownerId: string): Promise<void> {
    const owner = await this.actors.byId(ownerId);
    if (owner && holds(owner, 'control.read')) return;
    throw new DomainError('processes.control.owner-unknown', {}, 'invalid', [
      { pointer: '/ownerId', code: 'processes.control.owner-unknown' },
    ]);
  }
}
