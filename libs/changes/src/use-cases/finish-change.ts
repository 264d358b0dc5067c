import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { TicketTarget } from '#tickets';
import type { Finish } from '../domain/change.js';
import { ChangeWork } from './change-work.js';

/** Ends the work with its outcome. */
@Injectable()
export class FinishChange {
  constructor(private readonly work: ChangeWork) {}

  async execute(actor: Actor, target: TicketTarget, finish: Finish): Promise<string> {
    return this.work.run(actor, target, 'finish', (change, tx) => change.finish({ by: actor.id, at: tx.now }, finish));
  }
}
