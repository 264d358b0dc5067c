import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { TicketTarget } from '#tickets';
import { ProblemReferences } from './problem-references.js';
import { ProblemWork } from './problem-work.js';

/** Hands a problem to another group or another owner. */
@Injectable()
export class AssignProblem {
  constructor(
    private readonly work: ProblemWork,
    private readonly references: ProblemReferences,
  ) {}

  async execute(actor: Actor, target: TicketTarget, groupId: string, ownerId: string | null): Promise<string> {
    return this.work.run(actor, target, 'assign', async (problem, tx) => {
      await this.references.requireOwner(tx, groupId, ownerId);
      problem.assign({ by: actor.id, at: tx.now }, groupId, ownerId);
    });
  }
}
