import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { notFound } from '#kernel';
import { UnitOfWork } from '#platform';
import { complete } from '../domain/follow-up.js';
import { mayFollowUp } from '../domain/rating-reading.js';
import { FollowUps } from '../store/follow-ups.js';

export interface CompleteFollowUpInput {
  readonly id: string;
  readonly note: string;
  readonly contacted: boolean;
}

/** The lead (or a manager) says what was done about a bad rating. */
@Injectable()
export class CompleteFollowUp {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly followUps: FollowUps,
  ) {}

  /** Throws `ratings.follow-up.not-found` for one of another group, `ratings.follow-up-closed` where it is not open any more. */
  async execute(actor: Actor, { id, note, contacted }: CompleteFollowUpInput): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const followUp = await this.followUps.locked(tx, id);
      if (!followUp || !mayFollowUp(actor, followUp.groupId)) throw notFound('ratings.follow-up');
      const done = complete(followUp, { by: actor.id, at: tx.now, note, contacted });
      await this.followUps.save(tx, done);
      await tx.append({
        type: 'ratings.follow-up-done',
        version: 1,
        subject: { type: 'ticket', id: done.ticketId },
        actorId: actor.id,
        payload: { followUpId: id, ratingId: done.ratingId, groupId: done.groupId, contacted },
      });
    });
  }
}
