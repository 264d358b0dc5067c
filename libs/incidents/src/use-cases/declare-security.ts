import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Instant } from '#kernel';
import type { TicketResponse, TicketTarget } from '#tickets';
import { requirePermission } from '../domain/incident-access.js';
import { toTheSecond } from '../domain/urgent-incident.js';
import { IncidentStore } from '../store/incident-store.js';
import { IncidentWork } from './incident-work.js';

/** Marks an incident as a security incident; the law's clocks run from the awareness (DOMAIN 4.3(10)). */
@Injectable()
export class DeclareSecurity {
  constructor(
    private readonly work: IncidentWork,
    private readonly incidents: IncidentStore,
  ) {}

  async execute(actor: Actor, target: TicketTarget, awareAt: Instant): Promise<TicketResponse> {
    return this.work.run(actor, target, async (tx) => {
      const { incident, standing } = await this.incidents.lock(tx, actor, target);
      requirePermission(actor, 'declare_security', incident.ticket, standing);
      incident.declareSecurity({ by: actor.id, at: tx.now }, toTheSecond(awareAt));
      return this.incidents.save(tx, incident);
    });
  }
}
