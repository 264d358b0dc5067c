import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CalendarBook } from '#calendars';
import { IdentityFacts } from '#identity';
import type { Json } from '#kernel';
import type { Tx } from '#platform';
import { dueAt, FOLLOW_UP_CALENDAR, type FollowUp } from '../domain/follow-up.js';
import type { Rating } from '../domain/rating.js';
import { FollowUps } from '../store/follow-ups.js';

/** "Bad" makes a task for the lead of the group that resolved the ticket; a better answer within the 72 hours takes it back. */
@Injectable()
export class KeepFollowUp {
  constructor(
    private readonly calendars: CalendarBook,
    private readonly identity: IdentityFacts,
    private readonly followUps: FollowUps,
  ) {}

  /** In the transaction of the rating. What is done already stays as it is. */
  async execute(tx: Tx, rating: Rating): Promise<void> {
    const existing = await this.followUps.ofRating(tx, rating.id);
    if (rating.value !== 'bad') {
      if (existing?.state === 'open') await this.withdraw(tx, existing);
      return;
    }
    if (rating.groupId !== null && (existing === undefined || existing.state === 'withdrawn'))
      await this.open(tx, rating, rating.groupId, existing?.id ?? randomUUID());
  }

  private async open(tx: Tx, rating: Rating, groupId: string, id: string): Promise<void> {
    const due = dueAt(tx.now, await this.calendars.byCode(FOLLOW_UP_CALENDAR, tx));
    const closed = { contacted: null, note: null, closedById: null, closedAt: null };
    const followUp: FollowUp = {
      ...{ id, ratingId: rating.id, ticketId: rating.ticketId, groupId, openedAt: tx.now, dueAt: due, state: 'open' },
      ...closed,
      ...{ reminders: 0, remindAt: due },
    };
    await this.followUps.save(tx, followUp);
    await this.tell(tx, 'opened', followUp, rating.raterId, { leadId: await this.identity.leadOf(groupId, tx) });
  }

  private async withdraw(tx: Tx, followUp: FollowUp): Promise<void> {
    await this.followUps.save(tx, { ...followUp, state: 'withdrawn', closedAt: tx.now, remindAt: null });
    await this.tell(tx, 'withdrawn', followUp, null, {});
  }

  private async tell(
    tx: Tx,
    what: string,
    { id, ratingId, ticketId, groupId }: FollowUp,
    actorId: string | null,
    more: Record<string, Json>,
  ) {
    await tx.append({
      type: `ratings.follow-up-${what}`,
      version: 1,
      subject: { type: 'ticket', id: ticketId },
      actorId,
      payload: { followUpId: id, ratingId, groupId, ...more },
    });
  }
}
