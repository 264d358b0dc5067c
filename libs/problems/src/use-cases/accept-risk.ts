import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { TicketTarget } from '#tickets';
import { ProblemWork } from './problem-work.js';

/** A manager takes the risk of leaving a problem as it is. */
@Injectable()
export class AcceptRisk {
  constructor(private readonly work: ProblemWork) {}

  /** Throws `problems.own-risk` where he owns the problem himself. */
  async execute(actor: Actor, target: TicketTarget, reason: string): Promise<string> {
    return this.work.run(actor, target, 'accept_risk', (problem, tx) => problem.acceptRisk({ by: actor.id, at: tx.now }, reason));
  }
}
