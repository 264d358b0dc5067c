import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { UnitOfWork } from '#platform';
import { lockOwnViews, placeSavedViews } from '../store/saved-views.js';

/** Puts a person's own views into an order; those that he does not name follow as they stood. */
@Injectable()
export class OrderSavedViews {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(actor: Actor, ids: readonly string[]): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const own = (await lockOwnViews(tx, actor.id)).map(({ id }) => id);
      const named = [...new Set(ids)].filter((id) => own.includes(id));
      await placeSavedViews(tx, [...named, ...own.filter((id) => !named.includes(id))]);
    });
  }
}
