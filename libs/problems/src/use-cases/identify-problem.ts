import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { TicketTarget } from '#tickets';
import type { ProblemEdit } from '../domain/problem-edit.js';
import { ProblemWork } from './problem-work.js';

/** Makes a problem a known error; cause and workaround may come with it, or stand there already. */
@Injectable()
export class IdentifyProblem {
  constructor(private readonly work: ProblemWork) {}

  /** Throws `problems.incomplete` (422) that names what is missing. */
  async execute(actor: Actor, target: TicketTarget, known: ProblemEdit): Promise<string> {
    return this.work.run(actor, target, 'identify', (problem, tx) => {
      const act = { by: actor.id, at: tx.now };
      problem.check('identify');
      problem.edit(act, known);
      problem.identify(act);
    });
  }
}
