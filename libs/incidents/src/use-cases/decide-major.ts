import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { TicketResponse, TicketTarget } from '#tickets';
import { requirePermission } from '../domain/incident-access.js';
import { IncidentStore } from '../store/incident-store.js';
import { IncidentWork } from './incident-work.js';

/** The lead of the group takes up the proposal of a major incident, or turns it down (DOMAIN 4.5). */
@Injectable()
export class DecideMajor {
  constructor(
    private readonly work: IncidentWork,
    private readonly incidents: IncidentStore,
  ) {}

  async execute(actor: Actor, target: TicketTarget, major: boolean): Promise<TicketResponse> {
    return this.work.run(actor, target, async (tx) => {
      const { incident, standing } = await this.incidents.lock(tx, actor, target);
      requirePermission(actor, 'decide_major', incident.ticket, standing);
      incident.decideMajor({ by: actor.id, at: tx.now }, major);
      return this.incidents.save(tx, incident);
    });
  }
}
