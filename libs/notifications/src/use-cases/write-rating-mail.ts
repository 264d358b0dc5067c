import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { CreateRatingLink } from '#ratings';
import { MailDepartures } from '../reads/mail-departures.js';
import { MailMatters } from '../reads/mail-matter.js';
import { MailWording } from '../reads/mail-wording.js';
import { Deliveries, SECRET_MARK } from '../store/deliveries.js';
import type { DropReason, RatingMailKey } from '../store/rating-mails.js';

/** Writes one mail with the three faces into the deliveries. */
@Injectable()
export class WriteRatingMail {
  constructor(
    private readonly matters: MailMatters,
    private readonly deliveries: Deliveries,
    private readonly ratingLink: CreateRatingLink,
    private readonly wording: MailWording,
    private readonly departures: MailDepartures,
  ) {}

  /** Null where it was written, else why not: at most one such mail in seven days to a person, and never without something to rate. */
  async execute(tx: Tx, { ticketId, cycle, userId }: RatingMailKey): Promise<DropReason | null> {
    const mail = { userId, kind: 'rating', dedupeKey: `rating:${ticketId}:${cycle}:${userId}` } as const;
    const addressed = await this.matters.gather(
      tx,
      { type: 'incidents.resolved', subject: { type: 'ticket', id: ticketId }, payload: {} },
      mail,
    );
    if (!addressed || !(await this.departures.wants(tx, userId, mail.kind))) return 'unreachable';
    if (!(await this.deliveries.mayAskForRating(tx, userId))) return 'asked_lately';
    const link = await this.ratingLink.execute(tx, ticketId, userId);
    if (!link) return 'nothing_to_rate';
    const { address, matter } = addressed;
    await this.deliveries.write(tx, {
      ...mail,
      ticketId,
      toAddress: address,
      locale: matter.locale,
      asksRating: true,
      secret: link.token,
      ...(await this.wording.of(tx, mail, ticketId, { ...matter, rateUrl: this.wording.address(`/rate/${SECRET_MARK}`) })),
    });
    return null;
  }
}
