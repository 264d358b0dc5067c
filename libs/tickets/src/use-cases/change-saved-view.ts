import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { UnitOfWork } from '#platform';
import { requireOwnGroup, requireOwnView, type ViewTerms } from '../domain/saved-view.js';
import { lockSavedView, updateSavedView } from '../store/saved-views.js';

/** Writes a view anew: its name, what it narrows by, who sees it. */
@Injectable()
export class ChangeSavedView {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(actor: Actor, id: string, terms: ViewTerms): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const view = await lockSavedView(tx, actor, id);
      requireOwnView(actor, view);
      requireOwnGroup(actor, terms.groupId, view.groupId);
      await updateSavedView(tx, id, terms);
    });
  }
}
