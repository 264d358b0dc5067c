import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { AddMailToTicket, type DecidedTicket, DiscardMail, MakeTicketOfMail, type TicketOfMail } from './decide-mail.js';
import { TakeMail } from './take-mail.js';

/** The decisions of people about mails that wait; the files follow at once. */
@Injectable()
export class MailDecisions {
  constructor(
    private readonly makeTicketOfMail: MakeTicketOfMail,
    private readonly addMailToTicket: AddMailToTicket,
    private readonly discardMail: DiscardMail,
    private readonly takeMail: TakeMail,
  ) {}

  async makeTicket(actor: Actor, id: string, input: TicketOfMail): Promise<DecidedTicket> {
    const ticket = await this.makeTicketOfMail.execute(actor, id, input);
    this.takeMail.soon();
    return ticket;
  }

  async addToTicket(actor: Actor, id: string, key: string): Promise<void> {
    await this.addMailToTicket.execute(actor, id, key);
    this.takeMail.soon();
  }

  async discard(actor: Actor, id: string, reason: string): Promise<void> {
    await this.discardMail.execute(actor, id, reason);
  }
}
