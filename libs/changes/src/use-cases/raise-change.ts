import { Injectable } from '@nestjs/common';
import { type Actor, requireRight, scopeOf } from '#identity';
import { DomainError, notFound } from '#kernel';
import { UnitOfWork } from '#platform';
import { notAllowed, TicketFacts, TicketKinds } from '#tickets';
import { type ChangeDraft, DraftChange } from './draft-change.js';

/** Raises a change from an incident or a problem that it is to resolve: what is known of that comes along, and a problem goes on to its fix. */
@Injectable()
export class RaiseChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: TicketFacts,
    private readonly kinds: TicketKinds,
    private readonly draft: DraftChange,
  ) {}

  /** Answers the change's id. For staff who read the ticket. Throws `tickets.not-found`, `tickets.not-allowed`, `changes.from-change`. */
  async execute(actor: Actor, key: string, wanted: Partial<ChangeDraft>): Promise<string> {
    requireRight(actor, 'change.draft');
    return this.unitOfWork.run(async (tx) => {
      const seen = await this.tickets.seenBy(actor, key, tx);
      if (!seen) throw notFound('tickets');
      const { ticket, standing } = seen;
      if (!standing.staff || !scopeOf(actor, 'change.draft').all) throw notAllowed('raise-change');
      if (ticket.type === 'change') throw new DomainError('changes.from-change', {}, 'conflict');
      const items = (await this.tickets.itemsOf([ticket.id], tx)).map(({ itemId }) => itemId);
      const kept = { title: ticket.title, description: ticket.description, serviceId: ticket.serviceId, itemIds: items };
      const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
      const { id } = await this.draft.write(tx, actor, { ...kept, ...given }, { resolvesId: ticket.id });
      await this.kinds.of(ticket.type).changeRaised?.(tx, actor, ticket.id, id);
      return id;
    });
  }
}
