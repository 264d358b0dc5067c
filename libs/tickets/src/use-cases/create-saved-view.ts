import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { DomainError } from '#kernel';
import { UnitOfWork } from '#platform';
import { requireOwnGroup, VIEWS_OF_ONE, type ViewTerms } from '../domain/saved-view.js';
import { insertSavedView, lockOwnViews } from '../store/saved-views.js';

/** Keeps what a list is narrowed by under a name, after the person's other views. */
@Injectable()
export class CreateSavedView {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Answers the id. Throws `tickets.too-many-views`, `tickets.not-your-group`. */
  async execute(actor: Actor, terms: ViewTerms): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      requireOwnGroup(actor, terms.groupId);
      const own = await lockOwnViews(tx, actor.id);
      if (own.length >= VIEWS_OF_ONE) throw new DomainError('tickets.too-many-views', { most: VIEWS_OF_ONE }, 'rule-broken');
      const id = randomUUID();
      await insertSavedView(tx, id, actor.id, (own.at(-1)?.position ?? -1) + 1, terms);
      return id;
    });
  }
}
