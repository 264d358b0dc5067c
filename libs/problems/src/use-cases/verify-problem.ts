import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { TicketTarget } from '#tickets';
import { ProblemWork } from './problem-work.js';

/** Closes a problem that did not come back. */
@Injectable()
export class VerifyProblem {
  constructor(private readonly work: ProblemWork) {}

  /** Throws `problems.too-early` before 20 working days have passed. */
  async execute(actor: Actor, target: TicketTarget): Promise<string> {
    return this.work.run(actor, target, 'verify', (problem, tx) => problem.verify({ by: actor.id, at: tx.now }));
  }
}
