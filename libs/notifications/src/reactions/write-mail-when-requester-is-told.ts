import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RecordedEvent } from '#kernel';
import { ReactionRegistry, type Tx } from '#platform';
import { TicketFacts } from '#tickets';
import { EVENTS_WITH_MAIL, planMail, type PlannedMail } from '../domain/mail.js';
import { withCommentKind } from '../reads/comment-event.js';
import { type AddressedMatter, MailMatters } from '../reads/mail-matter.js';
import { MailWording } from '../reads/mail-wording.js';
import { Deliveries } from '../store/deliveries.js';

/**
 * Writes the mails of an event into the deliveries table, after it: in the worker, once. A job sends them from there; without a
 * mail server they stay, readable in the mailbox.
 */
@Injectable()
export class WriteMailWhenRequesterIsTold implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly tickets: TicketFacts,
    private readonly matters: MailMatters,
    private readonly deliveries: Deliveries,
    private readonly wording: MailWording,
  ) {}

  onModuleInit(): void {
    this.reactions.after({ name: 'notifications.write-mail', on: EVENTS_WITH_MAIL, handle: (tx, event) => this.handle(tx, event) });
  }

  private async handle(tx: Tx, event: RecordedEvent): Promise<void> {
    const ticket = await this.tickets.byId(event.subject.id, tx);
    if (!ticket) return;
    const merged = await this.tickets.mergedPeopleOf(ticket.id, tx);
    for (const mail of planMail(await withCommentKind(tx, event), ticket, merged)) {
      if (await this.deliveries.exists(tx, mail.dedupeKey)) continue;
      const addressed = await this.matters.gather(tx, event, mail);
      if (addressed) await this.write(tx, event, mail, addressed);
    }
  }

  private async write(tx: Tx, event: RecordedEvent, mail: PlannedMail, { address, matter }: AddressedMatter): Promise<void> {
    await this.deliveries.write(tx, {
      kind: mail.kind,
      userId: mail.userId,
      ticketId: event.subject.id,
      dedupeKey: mail.dedupeKey,
      toAddress: address,
      locale: matter.locale,
      asksRating: false,
      ...(await this.wording.of(tx, mail, event.subject.id, matter)),
    });
  }
}
