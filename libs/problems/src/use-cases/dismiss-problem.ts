import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { TicketTarget } from '#tickets';
import { ProblemWork } from './problem-work.js';

/** Gives a problem up that is none, or not worth the search. */
@Injectable()
export class DismissProblem {
  constructor(private readonly work: ProblemWork) {}

  async execute(actor: Actor, target: TicketTarget, reason: string): Promise<string> {
    return this.work.run(actor, target, 'dismiss', (problem, tx) => problem.dismiss({ by: actor.id, at: tx.now }, reason));
  }
}
