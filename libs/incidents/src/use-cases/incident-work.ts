import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { type Tx, UnitOfWork } from '#platform';
import { TicketFacts, type TicketResponse, type TicketTarget, TicketView } from '#tickets';
import { isTransitionNotAllowed } from '../domain/incident-errors.js';

/**
 * Runs one piece of work on an incident in a transaction and answers how the actor sees it afterwards. A transition that the
 * lifecycle refuses changes nothing, and is audited in a transaction of its own (DOMAIN section 3).
 */
@Injectable()
export class IncidentWork {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: TicketFacts,
    private readonly view: TicketView,
  ) {}

  async run(actor: Actor, { key }: TicketTarget, work: (tx: Tx) => Promise<{ readonly id: string }>): Promise<TicketResponse> {
    try {
      const { id } = await this.unitOfWork.run(async (tx) => ({ id: (await work(tx)).id }));
      return await this.view.read(actor, id);
    } catch (error) {
      if (isTransitionNotAllowed(error)) await this.audit(actor, key, error.params);
      throw error;
    }
  }

  private async audit(actor: Actor, key: string, payload: Readonly<Record<string, string | number | null>>): Promise<void> {
    const seen = await this.tickets.seenBy(actor, key);
    if (!seen) return;
    await this.unitOfWork.run((tx) =>
      tx.append({
        type: 'incidents.transition-refused',
        version: 1,
        subject: { type: 'ticket', id: seen.ticket.id },
        actorId: actor.id,
        payload: { ...payload },
      }),
    );
  }
}
