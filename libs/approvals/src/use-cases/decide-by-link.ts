import { Injectable } from '@nestjs/common';
import { ActorReader, holds } from '#identity';
import { DomainError, notFound } from '#kernel';
import { UnitOfWork } from '#platform';
import { approvalLinkState } from '../domain/approval-link.js';
import type { Decision } from '../domain/approval-words.js';
import { ApprovalLinks } from '../store/approval-links.js';
import { type DecidedApproval, resultOf } from './decide-approval.js';
import { RoundWork } from './round-work.js';

export interface DecideByLinkInput {
  readonly token: string;
  readonly decision: Decision;
  readonly reason: string | null;
}

/** The button on the page behind a link: decides and spends the link, and with it all others of the approval. */
@Injectable()
export class DecideByLink {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: ApprovalLinks,
    private readonly actors: ActorReader,
    private readonly work: RoundWork,
  ) {}

  /** Throws `approvals.link.not-found`, `approvals.link-used`, `approvals.link-expired`, and what a decision throws. */
  async execute({ token, decision, reason }: DecideByLinkInput): Promise<DecidedApproval> {
    return this.unitOfWork.run(async (tx) => {
      const found = await this.links.byToken(token, tx);
      if (!found) throw notFound('approvals.link');
      const { approvalId } = found;
      const round = await this.work.onApproval(tx, approvalId, async (locked) => {
        const { approval, step } = locked.find(approvalId);
        const at = await tx.instant();
        // Read again: whoever held the lock before may have spent it.
        const spentAt = (await this.links.byToken(token, tx))?.spentAt ?? null;
        const state = approvalLinkState({ state: approval.state, step, spentAt }, at);
        if (state !== 'open') throw new DomainError(`approvals.link-${state}`, {}, 'conflict');
        const actor = await this.actors.byId(approval.approverId, tx);
        if (!actor || !holds(actor, 'approval.decide')) throw new DomainError('approvals.link-expired', {}, 'conflict');
        locked.decide({ by: approval.approverId, at }, { approvalId, decision, reason, channel: 'mail' });
      });
      await this.links.spend(tx, approvalId);
      return resultOf(round, approvalId);
    });
  }
}
