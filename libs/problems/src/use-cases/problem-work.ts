import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { notFound } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import { TicketFacts, type TicketTarget } from '#tickets';
import { type ProblemAction, reads, requirePermission } from '../domain/problem-access.js';
import { isTransitionNotAllowed } from '../domain/problem-errors.js';
import type { Problem } from '../domain/problem.js';
import { ProblemStore } from '../store/problem-store.js';

/**
 * Runs one piece of work on a problem in a transaction: load, permit, act, save. A transition that the lifecycle refuses changes
 * nothing, and is audited in a transaction of its own (DOMAIN section 3).
 */
@Injectable()
export class ProblemWork {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: TicketFacts,
    private readonly problems: ProblemStore,
  ) {}

  /** Answers the problem's id. */
  async run(
    actor: Actor,
    target: TicketTarget,
    action: ProblemAction,
    act: (problem: Problem, tx: Tx) => Promise<void> | void,
  ): Promise<string> {
    try {
      return await this.unitOfWork.run((tx) => this.within(tx, actor, target, action, act));
    } catch (error) {
      if (isTransitionNotAllowed(error)) await this.audit(actor, target.key, error.params);
      throw error;
    }
  }

  /** The same within somebody's transaction. */
  async within(
    tx: Tx,
    actor: Actor,
    target: TicketTarget,
    action: ProblemAction,
    act: (problem: Problem, tx: Tx) => Promise<void> | void,
  ): Promise<string> {
    const { problem, standing } = await this.problems.lock(tx, actor, target);
    if (!reads(actor, problem.ticket, standing)) throw notFound('tickets');
    requirePermission(actor, action, problem.ticket, standing);
    await act(problem, tx);
    return (await this.problems.save(tx, problem)).id;
  }

  private async audit(actor: Actor, key: string, payload: Readonly<Record<string, string | number | null>>): Promise<void> {
    const seen = await this.tickets.seenBy(actor, key);
    if (!seen) return;
    const subject = { type: 'ticket', id: seen.ticket.id };
    const type = 'problems.transition-refused';
    await this.unitOfWork.run((tx) => tx.append({ type, version: 1, subject, actorId: actor.id, payload: { ...payload } }));
  }
}
