import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { DomainError } from '#kernel';
import { ts, UnitOfWork } from '#platform';
import type { TicketTarget } from '#tickets';
import { requirePermission } from '../domain/incident-access.js';
import type { Communication } from '../domain/communication.js';
import { IncidentStore } from '../store/incident-store.js';

/** Enters who was told what of a major incident, or of a P1 that may become one; nobody needs to be reminded of that for the next half an hour. */
@Injectable()
export class LogCommunication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly incidents: IncidentStore,
  ) {}

  /** Throws `tickets.not-found`, `tickets.not-allowed`, `incidents.not-major` (conflict). */
  async execute(actor: Actor, target: TicketTarget, { audience, channel, body }: Communication): Promise<{ readonly ticketId: string }> {
    return this.unitOfWork.run(async (tx) => {
      const { incident, standing } = await this.incidents.lock(tx, actor, target);
      requirePermission(actor, 'communicate', incident.ticket, standing);
      if (!incident.detail.major && incident.ticket.priority !== 1) throw new DomainError('incidents.not-major', {}, 'conflict');
      const id = randomUUID();
      await tx.execute(
        `insert into incidents.communication (id, ticket_id, by_id, at, audience, channel, body) values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, incident.id, actor.id, ts(tx.now), audience, channel, body],
      );
      await this.incidents.updated(tx, incident.id);
      await tx.append({
        type: 'incidents.communicated',
        version: 1,
        subject: { type: 'ticket', id: incident.id },
        actorId: actor.id,
        payload: { communicationId: id, audience, channel },
      });
      return { ticketId: incident.id };
    });
  }
}
