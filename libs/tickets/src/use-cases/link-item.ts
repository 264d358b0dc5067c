import { Injectable } from '@nestjs/common';
import { AssetFacts } from '#assets';
import type { Actor } from '#identity';
import { DomainError, notFound } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import { notAllowed } from '../domain/ticket-standing.js';
import { TicketFacts } from '../reads/ticket-facts.js';
import { linkItem, unlinkItem } from '../store/ticket-items.js';

/** Says which devices a ticket is about, and takes it back: for those who work on it. */
@Injectable()
export class LinkItem {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: TicketFacts,
    private readonly assets: AssetFacts,
  ) {}

  /** Answers the ticket's id. Throws `tickets.not-found`, `tickets.not-allowed`, `tickets.item-unknown` (invalid). */
  async execute(actor: Actor, key: string, itemId: string): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const ticketId = await this.workedOn(tx, actor, key);
      if (!(await linkItem(tx, this.assets, actor, ticketId, itemId)))
        throw new DomainError('tickets.item-unknown', {}, 'invalid', [{ pointer: '/itemId', code: 'tickets.item-unknown' }]);
      return ticketId;
    });
  }

  /** Throws `tickets.not-found`, `tickets.not-allowed`, `tickets.item.not-found`. */
  async undo(actor: Actor, key: string, itemId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const ticketId = await this.workedOn(tx, actor, key);
      if (!(await unlinkItem(tx, this.assets, actor, ticketId, itemId))) throw notFound('tickets.item');
    });
  }

  private async workedOn(tx: Tx, actor: Actor, key: string): Promise<string> {
    const seen = await this.tickets.seenBy(actor, key, tx);
    if (!seen) throw notFound('tickets');
    if (!seen.standing.works) throw notAllowed('link-item');
    // What a change touches is part of its document, which approvers decide about: it is written there.
    if (seen.ticket.type === 'change') throw new DomainError('tickets.items-of-change', {}, 'conflict');
    return seen.ticket.id;
  }
}
