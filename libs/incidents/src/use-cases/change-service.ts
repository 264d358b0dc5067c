import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { TicketResponse, TicketTarget } from '#tickets';
import { requirePermission } from '../domain/incident-access.js';
import type { ServiceReason } from '../domain/incident-words.js';
import { IncidentStore } from '../store/incident-store.js';
import { IncidentWork } from './incident-work.js';
import { Routing } from './routing.js';

export interface ServiceInput {
  readonly serviceId: string;
  readonly reasonCode?: ServiceReason | undefined;
}

/** Moves an incident to the service that it is really about; the clocks follow what is agreed for that one (DOMAIN 4.3(7)). */
@Injectable()
export class ChangeService {
  constructor(
    private readonly work: IncidentWork,
    private readonly incidents: IncidentStore,
    private readonly routing: Routing,
  ) {}

  /** Throws `incidents.service-not-offered`, `incidents.service-unchanged`. The group stays: handing over is a step of its own. */
  async execute(actor: Actor, target: TicketTarget, { serviceId, reasonCode = 'agreement_change' }: ServiceInput): Promise<TicketResponse> {
    return this.work.run(actor, target, async (tx) => {
      const { incident, standing } = await this.incidents.lock(tx, actor, target);
      requirePermission(actor, 'change_service', incident.ticket, standing);
      incident.check('change_service');
      await this.routing.groupOfOffered(tx, serviceId, incident.ticket.institutionId);
      incident.changeService({ by: actor.id, at: tx.now }, serviceId, reasonCode);
      return this.incidents.save(tx, incident);
    });
  }
}
