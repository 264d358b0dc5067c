import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { type Tx, UnitOfWork } from '#platform';
import { TicketFacts, type TicketTarget } from '#tickets';
import { type ChangeAction, requirePermission } from '../domain/change-access.js';
import type { Change } from '../domain/change.js';
import { isTransitionNotAllowed } from '../domain/change-errors.js';
import { ChangeStore } from '../store/change-store.js';

/**
 * Runs one piece of work on a change in a transaction: load, permit, act, save. A transition that the lifecycle refuses changes
 * nothing, and is audited in a transaction of its own (DOMAIN section 3).
 */
@Injectable()
export class ChangeWork {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: TicketFacts,
    private readonly changes: ChangeStore,
  ) {}

  /** Answers the change's id. `before` runs before the change is locked: the calendar is taken first, everywhere in the same order. */
  async run(
    actor: Actor,
    target: TicketTarget,
    action: ChangeAction,
    act: (change: Change, tx: Tx) => Promise<void> | void,
    before?: (tx: Tx) => Promise<void>,
  ): Promise<string> {
    try {
      return await this.unitOfWork.run(async (tx) => {
        await before?.(tx);
        const { change, standing } = await this.changes.lock(tx, actor, target);
        requirePermission(actor, change.detail.kind, action, change.ticket, standing);
        await act(change, tx);
        return (await this.changes.save(tx, change)).id;
      });
    } catch (error) {
      if (isTransitionNotAllowed(error)) await this.audit(actor, target.key, error.params);
      throw error;
    }
  }

  private async audit(actor: Actor, key: string, payload: Readonly<Record<string, string | number | null>>): Promise<void> {
    const seen = await this.tickets.seenBy(actor, key);
    if (!seen) return;
    const subject = { type: 'ticket', id: seen.ticket.id };
    const type = 'changes.transition-refused';
    await this.unitOfWork.run((tx) => tx.append({ type, version: 1, subject, actorId: actor.id, payload: { ...payload } }));
  }
}
