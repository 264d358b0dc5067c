import { Injectable, Logger } from '@nestjs/common';
import { type Tx, UnitOfWork } from '#platform';
import { TicketFacts } from '#tickets';
import { RatingMailTimes } from '../reads/rating-mail-times.js';
import { type RatingMailKey, RatingMails } from '../store/rating-mails.js';
import { WriteRatingMail } from './write-rating-mail.js';

const AT_ONCE = 200;

/**
 * Writes the mails that ask for a rating when their time has come (DOMAIN 5, 6). Each in a transaction of its own, under the lock of its
 * ticket: a reopening is either seen here, or takes back what was written here.
 */
@Injectable()
export class AskForRatings {
  private readonly log = new Logger(AskForRatings.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: TicketFacts,
    private readonly mails: RatingMails,
    private readonly times: RatingMailTimes,
    private readonly writeMail: WriteRatingMail,
  ) {}

  /** Answers how many were decided about or put off. */
  async execute(): Promise<number> {
    const due = await this.mails.due(AT_ONCE);
    for (const key of due) {
      try {
        await this.unitOfWork.run((tx) => this.one(tx, key));
      } catch (error) {
        // One that cannot be written must not hold up the others; it is tried again the next time.
        this.log.error(`rating mail of ticket ${key.ticketId}: ${String(error)}`);
      }
    }
    return due.length;
  }

  private async one(tx: Tx, key: RatingMailKey): Promise<void> {
    const ticket = await this.tickets.locked(key.ticketId, tx);
    if (!ticket || !(await this.mails.lock(tx, key))) return;
    if (ticket.reopenCount + 1 !== key.cycle) return this.mails.decide(tx, key, 'reopened');
    const at = await this.times.fromNow(tx, ticket);
    if (at > tx.now) return this.mails.putOff(tx, key, at);
    await this.mails.decide(tx, key, await this.writeMail.execute(tx, key));
  }
}
