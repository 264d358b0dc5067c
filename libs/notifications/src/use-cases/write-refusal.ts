import { Injectable } from '@nestjs/common';
import { ts, type Tx } from '#platform';
import { MailWording } from '../reads/mail-wording.js';
import { Deliveries } from '../store/deliveries.js';

export interface RefusedMail {
  readonly mailId: string;
  readonly address: string;
  readonly subject: string;
}

/** Answers somebody whom the register does not know: once a day for each address, so that two machines cannot talk for ever. */
@Injectable()
export class WriteRefusal {
  constructor(
    private readonly wording: MailWording,
    private readonly deliveries: Deliveries,
  ) {}

  /** Writes nothing where the address had an answer today. Nobody knows the reader's language: Latvian. */
  async execute(tx: Tx, { mailId, address, subject }: RefusedMail): Promise<void> {
    await this.deliveries.write(tx, {
      ...(await this.wording.ofRefusal(tx, mailId, 'lv', subject)),
      ...{ kind: 'refusal', userId: null, ticketId: null, toAddress: address, locale: 'lv', asksRating: false },
      dedupeKey: `refusal:${address}:${ts(tx.now).slice(0, 10)}`,
    });
  }
}
