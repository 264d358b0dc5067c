import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { TimedEvent } from '#kernel';
import { ReactionRegistry, type Tx } from '#platform';
import { type Fix, FIX_OUTCOMES, type FixOutcome } from '../domain/fix.js';
import { ProblemStore } from '../store/problem-store.js';

type News = Partial<Pick<Fix, 'outcome' | 'endedAt' | 'reviewedAt'>>;

/** Within the transaction of the change's own step: the problems that it is to resolve hear how it goes. */
@Injectable()
export class FollowChangesThatResolve implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly problems: ProblemStore,
  ) {}

  onModuleInit(): void {
    this.reactions.within({
      name: 'problems.follow-changes-that-resolve',
      on: ['changes.finished', 'changes.reviewed', 'changes.cancelled', 'changes.rejected'],
      handle: (tx, event) => this.handle(tx, event),
    });
  }

  private async handle(tx: Tx, event: TimedEvent): Promise<void> {
    const { subject, actorId, at } = event;
    const news = newsOf(event);
    for (const id of await this.problems.resolvedBy(subject.id, tx)) {
      const problem = await this.problems.lockForSystem(tx, id);
      if (problem?.followFix({ by: actorId, at }, subject.id, news)) await this.problems.save(tx, problem);
    }
  }
}

function newsOf({ type, payload, at }: TimedEvent): News {
  if (type === 'changes.reviewed') return { reviewedAt: at };
  if (type !== 'changes.finished') return { outcome: 'not_done', endedAt: at };
  const outcome = FIX_OUTCOMES.find((one) => one === payload['outcome']);
  return { outcome: outcome ?? ('failed' satisfies FixOutcome), endedAt: at };
}
