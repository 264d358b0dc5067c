import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Tx } from '#platform';
import { type CommentKind, insertComment, type TicketResponse, type TicketTarget } from '#tickets';
import { requirePermission } from '../domain/incident-access.js';
import type { Incident } from '../domain/incident.js';
import { IncidentStore } from '../store/incident-store.js';
import { IncidentWork } from './incident-work.js';

/**
 * Takes a resolution back, with a reason, until the incident is closed. What was said as resolution, and why it was not one, stays
 * in the conversation.
 */
@Injectable()
export class ReopenIncident {
  constructor(
    private readonly work: IncidentWork,
    private readonly incidents: IncidentStore,
  ) {}

  async execute(actor: Actor, target: TicketTarget, reason: string): Promise<TicketResponse> {
    return this.work.run(actor, target, async (tx) => {
      const { incident, standing } = await this.incidents.lock(tx, actor, target);
      requirePermission(actor, 'reopen', incident.ticket, standing);
      const { resolutionText } = incident.detail;
      const { resolverId, resolvedAt } = incident.ticket;
      incident.reopen({ by: actor.id, at: tx.now }, reason);
      if (resolverId !== null && resolutionText !== null)
        await keep(tx, incident, resolverId, 'resolution', resolutionText, { byStaff: true, at: resolvedAt ?? tx.now });
      await keep(tx, incident, actor.id, 'reopening', reason, { byStaff: standing.works && !standing.person, at: tx.now });
      return this.incidents.save(tx, incident);
    });
  }
}

async function keep(
  tx: Tx,
  { id }: Incident,
  authorId: string,
  kind: CommentKind,
  body: string,
  said: { byStaff: boolean; at: Tx['now'] },
): Promise<void> {
  await insertComment(tx, { id: randomUUID(), ticketId: id, authorId, kind, body, visibility: 'public', ...said });
}
