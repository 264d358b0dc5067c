import { Injectable } from '@nestjs/common';
import { ActorReader, type Actor, holds } from '#identity';
import { DomainError, notFound } from '#kernel';
import { UnitOfWork } from '#platform';
import { notAllowed } from '../domain/ticket-standing.js';
import { TicketFacts } from '../reads/ticket-facts.js';
import { letWatch } from '../store/watchers.js';

/** Lets somebody follow a ticket. To watch is to read, so it must be staff or a person of the ticket's institution. */
@Injectable()
export class WatchTicket {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: TicketFacts,
    private readonly people: ActorReader,
  ) {}

  /** Throws `tickets.not-found`, `tickets.not-allowed`, `tickets.watcher-not-allowed`. */
  async execute(actor: Actor, key: string, userId: string): Promise<{ readonly ticketId: string }> {
    return this.unitOfWork.run(async (tx) => {
      const seen = await this.tickets.seenBy(actor, key, tx);
      if (!seen) throw notFound('tickets');
      const { ticket, standing } = seen;
      // Oneself may always follow what one sees, unless that would open a restricted ticket's notes.
      if (!standing.works && (userId !== actor.id || ticket.restricted)) throw notAllowed('watch');
      const watcher = await this.people.byId(userId, tx);
      if (!watcher || (watcher.institutionId !== ticket.institutionId && !holds(watcher, 'ticket.desk'))) {
        throw new DomainError('tickets.watcher-not-allowed', {}, 'invalid', [{ pointer: '/userId', code: 'tickets.watcher-not-allowed' }]);
      }
      await letWatch(tx, ticket.id, userId, actor.id);
      return { ticketId: ticket.id };
    });
  }
}
