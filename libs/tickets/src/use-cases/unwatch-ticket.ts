import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { notFound } from '#kernel';
import { UnitOfWork } from '#platform';
import { notAllowed } from '../domain/ticket-standing.js';
import { TicketFacts } from '../reads/ticket-facts.js';
import { stopWatching } from '../store/watchers.js';

/** Ends somebody's following of a ticket: one's own always, another's by whoever works on it. */
@Injectable()
export class UnwatchTicket {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: TicketFacts,
  ) {}

  /** Throws `tickets.not-found`, `tickets.not-allowed`. */
  async execute(actor: Actor, key: string, userId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const seen = await this.tickets.seenBy(actor, key, tx);
      if (!seen) throw notFound('tickets');
      if (!seen.standing.works && userId !== actor.id) throw notAllowed('watch');
      await stopWatching(tx, seen.ticket.id, userId, actor.id);
    });
  }
}
