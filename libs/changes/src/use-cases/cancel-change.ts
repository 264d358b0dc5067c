import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { TicketTarget } from '#tickets';
import { AskApprovers } from './ask-approvers.js';
import { ChangeWork } from './change-work.js';

/** Gives a change up before it is carried out. */
@Injectable()
export class CancelChange {
  constructor(
    private readonly work: ChangeWork,
    private readonly approvers: AskApprovers,
  ) {}

  async execute(actor: Actor, target: TicketTarget, reason: string): Promise<string> {
    return this.work.run(actor, target, 'cancel', async (change, tx) => {
      const act = { by: actor.id, at: tx.now };
      change.cancel(act, reason);
      await this.approvers.cancel(tx, change, act, 'cancelled');
    });
  }
}
