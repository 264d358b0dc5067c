import { Injectable } from '@nestjs/common';
import { CalendarBook } from '#calendars';
import { IdentityFacts } from '#identity';
import { type Tx, UnitOfWork } from '#platform';
import { FOLLOW_UP_CALENDAR, type FollowUp, remind } from '../domain/follow-up.js';
import { FollowUps } from '../store/follow-ups.js';

const BATCH = 100;

/** Tells of follow-ups that nobody has done in time: the lead once when one is overdue, the managers two working days later. */
@Injectable()
export class RemindOfFollowUps {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: CalendarBook,
    private readonly identity: IdentityFacts,
    private readonly followUps: FollowUps,
  ) {}

  /** Answers how many were told of. The event and the mark of it are one transaction, so that each is told of once. */
  async execute(): Promise<{ told: number }> {
    let told = 0;
    for (;;) {
      const now = await this.unitOfWork.run((tx) => this.batch(tx));
      told += now;
      if (now < BATCH) return { told };
    }
  }

  private async batch(tx: Tx): Promise<number> {
    const due = await this.followUps.toRemind(tx, tx.now, BATCH);
    if (due.length === 0) return 0;
    const calendar = await this.calendars.byCode(FOLLOW_UP_CALENDAR, tx);
    for (const followUp of due) {
      const reminded = remind(followUp, calendar);
      await this.followUps.save(tx, reminded);
      await this.tell(tx, reminded);
    }
    return due.length;
  }

  private async tell(tx: Tx, { id, ratingId, ticketId, groupId, reminders }: FollowUp): Promise<void> {
    await tx.append({
      type: 'ratings.follow-up-overdue',
      version: 1,
      subject: { type: 'ticket', id: ticketId },
      actorId: null,
      payload: { followUpId: id, ratingId, groupId, reminder: reminders, leadId: await this.identity.leadOf(groupId, tx) },
    });
  }
}
