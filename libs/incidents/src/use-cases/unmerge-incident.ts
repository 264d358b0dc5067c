import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { removeLink, takeBackWatchers, type TicketResponse, type TicketTarget } from '#tickets';
import { requirePermission } from '../domain/incident-access.js';
import { IncidentStore } from '../store/incident-store.js';
import { IncidentWork } from './incident-work.js';

/**
 * Takes a merge back (DOMAIN 4.3(9)): the later ticket is worked on again by its own group, its clocks go on as if it had never been merged, and
 * whoever came to watch the earlier one with it watches no more.
 */
@Injectable()
export class UnmergeIncident {
  constructor(
    private readonly work: IncidentWork,
    private readonly incidents: IncidentStore,
  ) {}

  /** Throws `incidents.not-merged` (conflict) where it was cancelled for another reason. */
  async execute(actor: Actor, target: TicketTarget, reason: string): Promise<TicketResponse> {
    return this.work.run(actor, target, async (tx) => {
      const { incident, standing } = await this.incidents.lock(tx, actor, target);
      requirePermission(actor, 'unmerge', incident.ticket, standing);
      const { duplicateOfId: mergedInto } = incident.ticket;
      incident.unmerge({ by: actor.id, at: tx.now }, reason);
      if (mergedInto !== null) {
        await removeLink(tx, incident.id, 'duplicate_of', mergedInto);
        await takeBackWatchers(tx, incident.id, mergedInto);
      }
      return this.incidents.save(tx, incident);
    });
  }
}
