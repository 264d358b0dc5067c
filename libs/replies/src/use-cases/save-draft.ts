import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { UnitOfWork } from '#platform';
import { type Draft, type DraftKind, requireSeen } from '../domain/draft.js';
import { TicketReplier } from '../reads/ticket-replier.js';
import { Drafts } from '../store/drafts.js';

export interface DraftInput extends Pick<Draft, 'kind' | 'body' | 'afterCommentId'> {
  /** The revision that was seen last; null where none was there. */
  readonly revision: string | null;
}

/** Keeps what is being typed on a ticket. No event tells of it: it is nobody's business but the writer's. */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly replier: TicketReplier,
    private readonly drafts: Drafts,
  ) {}

  /** Throws `tickets.not-found`, `tickets.not-allowed`, `replies.draft-changed` where another device has written since. */
  async execute(actor: Actor, key: string, { revision, ...text }: DraftInput): Promise<Draft> {
    return this.unitOfWork.run(async (tx) => {
      const { id } = await this.replier.require(actor, key, text.kind, tx);
      const stored = await this.drafts.lock(tx, actor.id, id, text.kind);
      // The same text from two devices is no disagreement: an answer that was lost on its way is simply sent again.
      if (stored?.body === text.body && stored.afterCommentId === text.afterCommentId) return stored;
      requireSeen(stored, revision);
      return this.drafts.save(tx, actor.id, id, text);
    });
  }

  /** Throws away the draft that was seen last; one that has changed since stays, and `replies.draft-changed` says so. */
  async discard(actor: Actor, key: string, kind: DraftKind, revision: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { id } = await this.replier.require(actor, key, kind, tx);
      const stored = await this.drafts.lock(tx, actor.id, id, kind);
      if (!stored) return;
      requireSeen(stored, revision);
      await this.drafts.discard(tx, actor.id, id, kind);
    });
  }
}
