import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { TicketTarget } from '#tickets';
import { ChangeWork } from './change-work.js';

/** Closes a change that was carried out, once everything that it owes is done. */
@Injectable()
export class CloseChange {
  constructor(private readonly work: ChangeWork) {}

  /** Throws `changes.review-missing`, `changes.items-not-updated`, `changes.not-ratified`. */
  async execute(actor: Actor, target: TicketTarget, itemsUpdated: boolean): Promise<string> {
    return this.work.run(actor, target, 'close', (change, tx) => change.close({ by: actor.id, at: tx.now }, itemsUpdated));
  }
}
