import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Tx } from '#platform';
import type { TicketResponse, TicketTarget } from '#tickets';
import { requirePermission } from '../domain/incident-access.js';
import { IncidentStore } from '../store/incident-store.js';
import { IncidentWork } from './incident-work.js';

/** Closes a resolved incident: its person says that it is well, or nobody has contradicted in five working days. */
@Injectable()
export class ConfirmResolution {
  constructor(
    private readonly work: IncidentWork,
    private readonly incidents: IncidentStore,
  ) {}

  async execute(actor: Actor, target: TicketTarget): Promise<TicketResponse> {
    return this.work.run(actor, target, async (tx) => {
      const { incident, standing } = await this.incidents.lock(tx, actor, target);
      requirePermission(actor, 'confirm', incident.ticket, standing);
      incident.confirm({ by: actor.id, at: tx.now });
      return this.incidents.save(tx, incident);
    });
  }

  /** False where it is not resolved any more, or its time is not over. */
  async timeOut(tx: Tx, ticketId: string): Promise<boolean> {
    const incident = await this.incidents.lockForSystem(tx, ticketId);
    const closesAt = incident?.detail.closesAt;
    if (!incident || closesAt === null || closesAt === undefined || closesAt > tx.now) return false;
    incident.timeOut({ by: null, at: tx.now });
    await this.incidents.save(tx, incident);
    return true;
  }
}
