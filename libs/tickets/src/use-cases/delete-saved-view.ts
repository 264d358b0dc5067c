import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { UnitOfWork } from '#platform';
import { requireOwnView } from '../domain/saved-view.js';
import { deleteSavedView, lockSavedView } from '../store/saved-views.js';

/** Forgets a view. The tickets that it showed stay where they are. */
@Injectable()
export class DeleteSavedView {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      requireOwnView(actor, await lockSavedView(tx, actor, id));
      await deleteSavedView(tx, id);
    });
  }
}
