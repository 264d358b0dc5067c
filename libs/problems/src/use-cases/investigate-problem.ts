import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { fieldRefused } from '#kernel';
import type { TicketTarget } from '#tickets';
import { ProblemReferences } from './problem-references.js';
import { ProblemWork } from './problem-work.js';

/** Begins the search for the cause and names who owns it. */
@Injectable()
export class InvestigateProblem {
  constructor(
    private readonly work: ProblemWork,
    private readonly references: ProblemReferences,
  ) {}

  async execute(actor: Actor, target: TicketTarget, ownerId: string): Promise<string> {
    return this.work.run(actor, target, 'investigate', async (problem, tx) => {
      problem.check('investigate');
      const { groupId } = problem.ticket;
      if (groupId === null) throw fieldRefused('problems.group-needed', 'groupId');
      await this.references.requireOwner(tx, groupId, ownerId);
      problem.investigate({ by: actor.id, at: tx.now }, ownerId);
    });
  }
}
