import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { TicketTarget } from '#tickets';
import type { ProblemEdit } from '../domain/problem-edit.js';
import { ProblemReferences } from './problem-references.js';
import { ProblemWork } from './problem-work.js';

/** Writes down what is known of a problem, as long as it is not over. */
@Injectable()
export class EditProblem {
  constructor(
    private readonly work: ProblemWork,
    private readonly references: ProblemReferences,
  ) {}

  async execute(actor: Actor, target: TicketTarget, edit: ProblemEdit): Promise<string> {
    return this.work.run(actor, target, 'edit', async (problem, tx) => {
      await this.references.requireService(tx, edit.serviceId);
      problem.edit({ by: actor.id, at: tx.now }, edit);
    });
  }
}
