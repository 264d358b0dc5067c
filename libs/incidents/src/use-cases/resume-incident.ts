import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Tx } from '#platform';
import { isPersonOf, type TicketResponse, type TicketTarget } from '#tickets';
import { requirePermission } from '../domain/incident-access.js';
import { IncidentStore } from '../store/incident-store.js';
import { IncidentWork } from './incident-work.js';

/** Lets a held incident go on: by hand, because its date is reached, or because the requester has answered. */
@Injectable()
export class ResumeIncident {
  constructor(
    private readonly work: IncidentWork,
    private readonly incidents: IncidentStore,
  ) {}

  async execute(actor: Actor, target: TicketTarget): Promise<TicketResponse> {
    return this.work.run(actor, target, async (tx) => {
      const { incident, standing } = await this.incidents.lock(tx, actor, target);
      requirePermission(actor, 'resume', incident.ticket, standing);
      incident.resume({ by: actor.id, at: tx.now }, 'manual');
      return this.incidents.save(tx, incident);
    });
  }

  /** A person of the ticket has replied: resumes what awaits him, and nothing else (DOMAIN 3.1). */
  async afterReply(tx: Tx, ticketId: string, authorId: string): Promise<void> {
    const incident = await this.incidents.lockForSystem(tx, ticketId);
    if (incident?.ticket.holdReason !== 'awaiting_requester' || !isPersonOf(incident.ticket, authorId)) return;
    incident.resume({ by: authorId, at: tx.now }, 'reply');
    await this.incidents.save(tx, incident);
  }

  /** The change that it waited for is over: resumes what awaits a change, and nothing else. False where it does not any more. */
  async afterChange(tx: Tx, ticketId: string): Promise<boolean> {
    const incident = await this.incidents.lockForSystem(tx, ticketId);
    if (incident?.ticket.holdReason !== 'awaiting_change') return false;
    incident.resume({ by: null, at: tx.now }, 'link');
    await this.incidents.save(tx, incident);
    return true;
  }

  /** The date that it waited for is reached. False where it does not wait for one any more. */
  async onDate(tx: Tx, ticketId: string): Promise<boolean> {
    const incident = await this.incidents.lockForSystem(tx, ticketId);
    const until = incident?.detail.holdUntil;
    if (!incident || until === null || until === undefined || until > tx.now) return false;
    incident.resume({ by: null, at: tx.now }, 'date');
    await this.incidents.save(tx, incident);
    return true;
  }
}
