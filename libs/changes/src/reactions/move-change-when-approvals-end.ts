import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { TimedEvent } from '#kernel';
import { ReactionRegistry, type Tx } from '#platform';
import { SettleAuthority } from '../use-cases/settle-authority.js';

/** Within the transaction of the last decision: the change moves with it. */
@Injectable()
export class MoveChangeWhenApprovalsEnd implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly settle: SettleAuthority,
  ) {}

  onModuleInit(): void {
    this.reactions.within({
      name: 'changes.move-change-when-approvals-end',
      on: ['approvals.granted', 'approvals.refused'],
      handle: (tx, event) => this.handle(tx, event),
    });
  }

  private async handle(tx: Tx, { type, subject, actorId, at, payload }: TimedEvent): Promise<void> {
    const act = { by: actorId, at };
    const granted = type === 'approvals.granted';
    if (payload['purpose'] === 'ratify') {
      const finding = granted ? null : payload['cause'] === 'expired' ? 'not_ratified' : 'ratification_refused';
      return this.settle.ratification(tx, subject.id, act, finding);
    }
    if (granted) return this.settle.granted(tx, subject.id, act);
    const { reason } = payload;
    await this.settle.refused(tx, subject.id, act, typeof reason === 'string' ? reason : null);
  }
}
