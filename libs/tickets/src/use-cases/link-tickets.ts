import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { notFound } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import { checkFamily, checkLink, type SaidLink, type UnsaidLink } from '../domain/said-link.js';
import { notAllowed } from '../domain/ticket-standing.js';
import { type SeenTicket, TicketFacts } from '../reads/ticket-facts.js';
import { familyOf } from '../reads/family.js';
import { addLink, removeLink } from '../store/links.js';

/** Says that two tickets belong together, and takes it back. Duplicates and follow-ups are linked by what makes them. */
@Injectable()
export class LinkTickets {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: TicketFacts,
  ) {}

  /**
   * Throws `tickets.not-found` for either ticket, `tickets.not-allowed`, `tickets.link-to-itself`, `tickets.cause-is-a-change`, and what `checkLink`
   * and `checkFamily` say of a parent and its child.
   */
  async execute(actor: Actor, key: string, targetKey: string, kind: SaidLink = 'related'): Promise<{ readonly ticketId: string }> {
    return this.unitOfWork.run(async (tx) => {
      const { ticket } = await this.workedOn(tx, actor, key);
      const target = (await this.tickets.seenBy(actor, targetKey, tx))?.ticket;
      if (!target) throw notFound('tickets');
      const [id, targetId] = [ticket.id, target.id];
      checkLink(kind, ticket, target);
      if (kind === 'child_of') {
        // Two who make families of the same tickets at once would not see each other's links.
        for (const one of [id, targetId].sort()) await this.tickets.locked(one, tx);
        checkFamily(ticket, target, await familyOf(tx, id, targetId));
      }
      if (await addLink(tx, id, kind, targetId, actor.id)) await this.tell(tx, actor, 'linked', id, { kind, targetId });
      return { ticketId: id };
    });
  }

  /** Throws `tickets.not-found`, `tickets.not-allowed`, `tickets.link.not-found`. A link that has no direction is found from either side. */
  async undo(actor: Actor, key: string, kind: UnsaidLink, targetKey: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { ticket } = await this.workedOn(tx, actor, key);
      const target = (await this.tickets.seenBy(actor, targetKey, tx))?.ticket;
      if (!target) throw notFound('tickets');
      const removed =
        (await removeLink(tx, ticket.id, kind, target.id)) || (kind === 'related' && (await removeLink(tx, target.id, kind, ticket.id)));
      if (!removed) throw notFound('tickets.link');
      await this.tell(tx, actor, 'unlinked', ticket.id, { kind, targetId: target.id });
    });
  }

  private async workedOn(tx: Tx, actor: Actor, key: string): Promise<SeenTicket> {
    const seen = await this.tickets.seenBy(actor, key, tx);
    if (!seen) throw notFound('tickets');
    if (!seen.standing.works) throw notAllowed('link');
    return seen;
  }

  private async tell(
    tx: Tx,
    actor: Actor,
    what: 'linked' | 'unlinked',
    id: string,
    payload: { kind: string; targetId: string },
  ): Promise<void> {
    await tx.append({ type: `tickets.${what}`, version: 1, subject: { type: 'ticket', id }, actorId: actor.id, payload });
  }
}
