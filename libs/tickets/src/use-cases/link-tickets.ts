import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { DomainError, notFound } from '#kernel';
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

  /** Throws `tickets.not-found` for either ticket, `tickets.not-allowed`, `tickets.link-to-itself`. */
  async execute(actor: Actor, key: string, targetKey: string): Promise<{ readonly ticketId: string }> {
    return this.unitOfWork.run(async (tx) => {
      const seen = await this.tickets.seenBy(actor, key, tx);
      const target = await this.tickets.seenBy(actor, targetKey, tx);
      if (!seen || !target) throw notFound('tickets');
      if (!seen.standing.works) throw notAllowed('link');
      const [id, targetId] = [seen.ticket.id, target.ticket.id];
      if (id === targetId)
        throw new DomainError('tickets.link-to-itself', {}, 'invalid', [{ pointer: '/ticket', code: 'tickets.link-to-itself' }]);
      if (await addLink(tx, id, 'related', targetId, actor.id)) {
        await tx.append({
          type: 'tickets.linked',
          version: 1,
          subject: { type: 'ticket', id },
          actorId: actor.id,
          payload: { kind: 'related', targetId },
        });
      }
      return { ticketId: id };
    });
  }
}
