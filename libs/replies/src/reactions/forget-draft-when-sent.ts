import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { TimedEvent } from '#kernel';
import { ReactionRegistry, type Tx } from '#platform';
import { findComment } from '#tickets';
import { Drafts } from '../store/drafts.js';

/** What was sent is no draft any more: it goes in the transaction of the sending. A draft that says something else stays. */
@Injectable()
export class ForgetDraftWhenSent implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly drafts: Drafts,
  ) {}

  onModuleInit(): void {
    this.reactions.within({ name: 'replies.forget-draft', on: ['tickets.comment-added'], handle: (tx, event) => this.handle(tx, event) });
  }

  private async handle(tx: Tx, { actorId, subject, payload }: TimedEvent): Promise<void> {
    const { commentId } = payload;
    const comment = actorId !== null && typeof commentId === 'string' ? await findComment(tx, commentId) : undefined;
    if (!comment || actorId === null) return;
    await this.drafts.discardSent(tx, actorId, subject.id, comment.visibility === 'internal' ? 'note' : 'reply', comment.body);
  }
}
