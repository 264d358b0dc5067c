import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { fieldRefused, notFound } from '#kernel';
import { UnitOfWork } from '#platform';
import { notAllowed } from '../domain/ticket-standing.js';
import { TicketFacts } from '../reads/ticket-facts.js';
import { addLink } from '../store/links.js';

/** Says that two tickets belong together. Duplicates and follow-ups are linked by what makes them. */
@Injectable()
export class LinkTickets {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: TicketFacts,
  ) {}

  /** Throws `tickets.not-found` for either ticket, `tickets.not-allowed`, `tickets.link-to-itself`, `tickets.cause-is-a-change`. */
  async execute(
    actor: Actor,
    key: string,
    targetKey: string,
    kind: 'related' | 'caused_by' = 'related',
  ): Promise<{ readonly ticketId: string }> {
    return this.unitOfWork.run(async (tx) => {
      const seen = await this.tickets.seenBy(actor, key, tx);
      const target = await this.tickets.seenBy(actor, targetKey, tx);
      if (!seen || !target) throw notFound('tickets');
      if (!seen.standing.works) throw notAllowed('link');
      const [id, targetId] = [seen.ticket.id, target.ticket.id];
      if (id === targetId) throw fieldRefused('tickets.link-to-itself', 'ticket');
      if (kind === 'caused_by' && (seen.ticket.type !== 'incident' || target.ticket.type !== 'change'))
        throw fieldRefused('tickets.cause-is-a-change', 'ticket');
      if (await addLink(tx, id, kind, targetId, actor.id)) {
        await tx.append({
          type: 'tickets.linked',
          version: 1,
          subject: { type: 'ticket', id },
          actorId: actor.id,
          payload: { kind, targetId },
        });
      }
      return { ticketId: id };
    });
  }
}
