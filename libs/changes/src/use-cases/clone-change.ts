import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { DomainError } from '#kernel';
import { UnitOfWork } from '#platform';
import type { TicketTarget } from '#tickets';
import { requirePermission } from '../domain/change-access.js';
import { finishedWithoutWork } from '../domain/change-record.js';
import { ChangeStore } from '../store/change-store.js';
import { DraftChange } from './draft-change.js';

/** Takes a rejected or cancelled change up again as a new draft (DOMAIN 3.4, "clone to retry"). The window is chosen anew. */
@Injectable()
export class CloneChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: ChangeStore,
    private readonly draft: DraftChange,
  ) {}

  /** Answers the new change's id. Throws `changes.not-finished`. */
  async execute(actor: Actor, target: TicketTarget): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const { change, standing } = await this.changes.lock(tx, actor, target);
      const { ticket, detail, serviceIds, itemIds } = change;
      requirePermission(actor, detail.kind, 'clone', ticket, standing);
      if (!finishedWithoutWork(change.state)) throw new DomainError('changes.not-finished', { state: change.state }, 'conflict');
      const { title, description, serviceId, groupId, assigneeId, requesterId } = ticket;
      const { kind, reason, costOfNotDoing, plan, testPlan, rollbackPlan, rollbackMinutes, legalBasis, wishedBy } = detail;
      const { costEuro, effortHours, funding, outageMinutes } = detail;
      const content = {
        ...{ title, description, serviceId, groupId, assigneeId, requesterId, serviceIds, itemIds },
        ...{ kind, reason, costOfNotDoing, plan, testPlan, rollbackPlan, rollbackMinutes, legalBasis, wishedBy },
        ...{ costEuro, effortHours, funding, outageMinutes },
        templateId: detail.templateId ?? undefined,
      };
      return (await this.draft.write(tx, actor, content, { clonedFromId: change.id })).id;
    });
  }
}
