import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '#platform';
import { isPermanent, retryAfter } from '../domain/delivery.js';
import { type ClaimedDelivery, Deliveries } from '../store/deliveries.js';
import { MailTransport } from '../store/mail-transport.js';

const BATCH = 10;

/**
 * Sends the mail that is due. Each delivery is claimed in one transaction, handed to the mail server outside of any, and marked
 * in another. A worker that dies between the server's "accepted" and the mark leaves a claim that runs out, and the mail goes a
 * second time, with the same Message-ID: the only way in which a mail can be sent twice, and receivers may drop the copy.
 */
@Injectable()
export class SendDueMail {
  private readonly log = new Logger(SendDueMail.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deliveries: Deliveries,
    private readonly transport: MailTransport,
  ) {}

  /** Answers how many deliveries it tried. */
  async execute(): Promise<number> {
    if (!this.transport.available) return 0;
    let tried = 0;
    for (;;) {
      const claimed = await this.unitOfWork.run((tx) => this.deliveries.claim(tx, BATCH));
      await Promise.all(claimed.map((delivery) => this.send(delivery)));
      tried += claimed.length;
      if (claimed.length < BATCH) return tried;
    }
  }

  private async send(delivery: ClaimedDelivery): Promise<void> {
    try {
      await this.transport.send(delivery);
    } catch (error) {
      const { responseCode } = error as { responseCode?: number };
      this.log.warn(`delivery ${delivery.id}, attempt ${delivery.attempts}: ${String(error)}`);
      const again = isPermanent(responseCode) ? undefined : retryAfter(delivery.attempts);
      await this.unitOfWork.run((tx) => this.deliveries.failed(tx, delivery, String(error), again));
      return;
    }
    await this.unitOfWork.run((tx) => this.deliveries.sent(tx, delivery));
  }
}
