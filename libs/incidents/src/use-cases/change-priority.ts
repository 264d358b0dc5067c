import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { insertComment, type Level, type TicketResponse, type TicketTarget } from '#tickets';
import { requirePermission } from '../domain/incident-access.js';
import type { PriorityReason } from '../domain/incident-words.js';
import { IncidentStore } from '../store/incident-store.js';
import { IncidentWork } from './incident-work.js';

export interface PriorityInput {
  readonly impact: Level;
  readonly urgency: Level;
  readonly reason: PriorityReason;
  readonly note?: string | undefined;
  /** The requester asked for it; only then, or with a second person, a relaxation forgets stricter promises (DOMAIN 4.3(7a)). */
  readonly requesterAsked?: boolean | undefined;
}

/** Sets impact and urgency anew, with a reason; the matrix makes the priority, and the clocks follow by the middle-of-three rule. */
@Injectable()
export class ChangePriority {
  constructor(
    private readonly work: IncidentWork,
    private readonly incidents: IncidentStore,
  ) {}

  async execute(
    actor: Actor,
    target: TicketTarget,
    { impact, urgency, reason, note, requesterAsked = false }: PriorityInput,
  ): Promise<TicketResponse> {
    return this.work.run(actor, target, async (tx) => {
      const { incident, standing } = await this.incidents.lock(tx, actor, target);
      requirePermission(actor, 'change_priority', incident.ticket, standing);
      incident.changePriority({ by: actor.id, at: tx.now }, impact, urgency, { reason, requesterAsked });
      if (note)
        await insertComment(tx, {
          id: randomUUID(),
          ticketId: incident.id,
          authorId: actor.id,
          byStaff: true,
          visibility: 'internal',
          kind: 'note',
          body: note,
          at: tx.now,
        });
      return this.incidents.save(tx, incident);
    });
  }
}
