import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { TicketTarget } from '#tickets';
import { AskApprovers } from './ask-approvers.js';
import { ChangeWork } from './change-work.js';

/** Sends a change back to whoever wrote it, with the reason. */
@Injectable()
export class ReturnChange {
  constructor(
    private readonly work: ChangeWork,
    private readonly approvers: AskApprovers,
  ) {}

  async execute(actor: Actor, target: TicketTarget, reason: string): Promise<string> {
    return this.work.run(actor, target, 'return', async (change, tx) => {
      const act = { by: actor.id, at: tx.now };
      change.return(act, reason);
      await this.approvers.cancel(tx, change, act, 'returned');
    });
  }
}
