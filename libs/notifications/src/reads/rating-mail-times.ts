import { Injectable } from '@nestjs/common';
import { CalendarBook } from '#calendars';
import { type Instant, plusSeconds } from '#kernel';
import { EventLog, Settings, type Tx } from '#platform';
import type { TicketFact } from '#tickets';
import { outsideQuietHours } from '../domain/quiet-hours.js';

/** Whose days are working days (DOMAIN 4.2). */
const CALENDAR = 'lv-8x5';
/** After the requester has written on a resolved ticket it is seen for so long whether he reopens it. */
const WORD_SECONDS = 24 * 3_600;

/** When a mail that asks for a rating may leave. */
@Injectable()
export class RatingMailTimes {
  constructor(
    private readonly settings: Settings,
    private readonly calendars: CalendarBook,
    private readonly log: EventLog,
  ) {}

  /** The delay after the resolution, then the end of quiet hours. */
  async afterResolution(tx: Tx, resolvedAt: Instant): Promise<Instant> {
    return this.waking(tx, plusSeconds(resolvedAt, this.settings.ratingMailDelayMinutes * 60));
  }

  /** The first moment from now on; later than now where it is quiet, or where a word of the requester may become a reopening. */
  async fromNow(tx: Tx, { id, resolvedAt }: Pick<TicketFact, 'id' | 'resolvedAt'>): Promise<Instant> {
    const events = await this.log.history('ticket', id);
    const word = events.findLast(
      ({ type, at, payload }) =>
        type === 'tickets.comment-added' && payload['visibility'] === 'public' && payload['byStaff'] === false && at > (resolvedAt ?? at),
    );
    const settled = word === undefined ? tx.now : plusSeconds(word.at, WORD_SECONDS);
    return this.waking(tx, settled > tx.now ? settled : tx.now);
  }

  private async waking(tx: Tx, at: Instant): Promise<Instant> {
    const quiet = this.settings.ratingMailQuietHours;
    return quiet === undefined ? at : outsideQuietHours(at, quiet, await this.calendars.byCode(CALENDAR, tx));
  }
}
