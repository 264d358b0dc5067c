import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { notFound } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import type { ApprovalState, RoundState, StepState } from '../domain/approval-words.js';
import type { DecisionGiven } from '../domain/approval-round.js';
import { RoundWork } from './round-work.js';

/** What came of a decision. */
export interface DecidedApproval {
  readonly id: string;
  readonly state: ApprovalState;
  readonly step: StepState;
  readonly round: RoundState;
}

/** An approver says yes or no. Signed in or behind a link, his word takes the same way. */
@Injectable()
export class DecideApproval {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly work: RoundWork,
  ) {}

  /** Throws `approvals.not-found` for another's approval, and what `ApprovalRound.decide` throws. */
  async execute(actor: Actor, decision: Omit<DecisionGiven, 'channel'>): Promise<DecidedApproval> {
    return this.unitOfWork.run((tx) => this.by(tx, actor.id, { ...decision, channel: 'desk' }));
  }

  /** In a transaction that knows who decides. */
  async by(tx: Tx, approverId: string, decision: DecisionGiven): Promise<DecidedApproval> {
    const { approvalId } = decision;
    const round = await this.work.onApproval(tx, approvalId, async (open) => {
      if (open.find(approvalId).approval.approverId !== approverId) throw notFound('approvals');
      open.decide({ by: approverId, at: await tx.instant() }, decision);
    });
    const { step, approval } = round.find(approvalId);
    return { id: approvalId, state: approval.state, step: step.state, round: round.round.state };
  }
}
