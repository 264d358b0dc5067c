import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { DomainError, notFound } from '#kernel';
import { UnitOfWork } from '#platform';
import { addWatcher, TicketFacts } from '#tickets';
import { Delegates } from '../reads/delegates.js';
import { type DecidedApproval, resultOf } from './decide-approval.js';
import { RoundWork } from './round-work.js';

export interface DelegateInput {
  readonly approvalId: string;
  readonly toId: string;
  readonly reason: string;
}

/** An approver passes his approval on to somebody who may decide too. */
@Injectable()
export class DelegateApproval {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly work: RoundWork,
    private readonly delegates: Delegates,
    private readonly tickets: TicketFacts,
  ) {}

  /** Throws `approvals.not-found` for another's approval, `approvals.delegate-not-entitled`, and what `ApprovalRound.delegate` throws. */
  async execute(actor: Actor, { approvalId, toId, reason }: DelegateInput): Promise<DecidedApproval> {
    return this.unitOfWork.run(async (tx) => {
      const round = await this.work.onApproval(tx, approvalId, async (locked) => {
        const { approval, step } = locked.find(approvalId);
        if (approval.approverId !== actor.id) throw notFound('approvals');
        const ticket = await this.tickets.byId(locked.round.ticketId, tx);
        const allowed = await this.delegates.of(locked.round, step, ticket?.institutionId ?? '', tx);
        locked.delegate({ by: actor.id, at: await tx.instant() }, { approvalId, toId, reason });
        if (!allowed.includes(toId)) throw new DomainError('approvals.delegate-not-entitled');
        await addWatcher(tx, locked.round.ticketId, toId, actor.id);
      });
      return resultOf(round, approvalId);
    });
  }
}
