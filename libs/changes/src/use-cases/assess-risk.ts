import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { DomainError } from '#kernel';
import type { TicketTarget } from '#tickets';
import { isEditable } from '../domain/change-access.js';
import type { RiskAnswers } from '../domain/risk.js';
import { AskAnew } from './ask-anew.js';
import { ChangeWork } from './change-work.js';

/** Answers the questions of risk; the answers are kept with the change. */
@Injectable()
export class AssessRisk {
  constructor(
    private readonly work: ChangeWork,
    private readonly anew: AskAnew,
  ) {}

  /** Throws `changes.risk-unanswered` (invalid) for each question without an answer, `changes.settled`. */
  async execute(actor: Actor, target: TicketTarget, answers: RiskAnswers): Promise<string> {
    return this.work.run(actor, target, 'score_risk', async (change, tx) => {
      const { state, detail } = change;
      if (!isEditable(detail.kind, state)) throw new DomainError('changes.settled', { state }, 'conflict');
      const act = { by: actor.id, at: tx.now };
      const before = change.hash;
      change.scoreRisk(act, answers);
      await this.anew.whereChanged(tx, change, act, before);
    });
  }
}
