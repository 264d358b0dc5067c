import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { notFound } from '#kernel';
import { UnitOfWork } from '#platform';
import type { ApprovalState, RoundState, StepState } from '../domain/approval-words.js';
import type { ApprovalRound, DecisionGiven } from '../domain/approval-round.js';
import { RoundWork } from './round-work.js';

/** What came of a decision. */
export interface DecidedApproval {
  readonly id: string;
  readonly state: ApprovalState;
  readonly step: StepState;
  readonly round: RoundState;
}

/** An approver says yes or no. */
@Injectable()
export class DecideApproval {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly work: RoundWork,
  ) {}

  /** Throws `approvals.not-found` for another's approval, and what `ApprovalRound.decide` throws. */
  async execute(actor: Actor, decision: Omit<DecisionGiven, 'channel'>): Promise<DecidedApproval> {
    return this.unitOfWork.run(async (tx) => {
      const { approvalId } = decision;
      const round = await this.work.onApproval(tx, approvalId, async (open) => {
        if (open.find(approvalId).approval.approverId !== actor.id) throw notFound('approvals');
        open.decide({ by: actor.id, at: await tx.instant() }, { ...decision, channel: 'desk' });
      });
      return resultOf(round, approvalId);
    });
  }
}

/** How an approval stands after what was done with it. */
export function resultOf(round: ApprovalRound, approvalId: string): DecidedApproval {
  const { step, approval } = round.find(approvalId);
  return { id: approvalId, state: approval.state, step: step.state, round: round.round.state };
}
