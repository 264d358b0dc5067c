import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { TicketResponse, TicketTarget } from '#tickets';
import { requirePermission } from '../domain/incident-access.js';
import { IncidentStore } from '../store/incident-store.js';
import { IncidentWork } from './incident-work.js';

/** Takes an incident on oneself; the group's lead may take what is a member's. Stops the response clock. */
@Injectable()
export class AcceptIncident {
  constructor(
    private readonly work: IncidentWork,
    private readonly incidents: IncidentStore,
  ) {}

  async execute(actor: Actor, target: TicketTarget): Promise<TicketResponse> {
    return this.work.run(actor, target, async (tx) => {
      const { incident, standing } = await this.incidents.lock(tx, actor, target);
      requirePermission(actor, 'accept', incident.ticket, standing);
      incident.accept({ by: actor.id, at: tx.now });
      return this.incidents.save(tx, incident);
    });
  }
}
