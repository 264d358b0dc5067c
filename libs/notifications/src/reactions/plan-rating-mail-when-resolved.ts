import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RecordedEvent } from '#kernel';
import { ReactionRegistry, type Tx } from '#platform';
import { TicketFacts } from '#tickets';
import { askers } from '../domain/notice.js';
import { RatingMailTimes } from '../reads/rating-mail-times.js';
import { RatingMails } from '../store/rating-mails.js';

/** A resolution plans the mails that ask for a rating; when they are due it is looked again whether they are still wanted. */
@Injectable()
export class PlanRatingMailWhenResolved implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly tickets: TicketFacts,
    private readonly times: RatingMailTimes,
    private readonly mails: RatingMails,
  ) {}

  onModuleInit(): void {
    const on = ['incidents.resolved'];
    this.reactions.after({ name: 'notifications.plan-rating-mail', on, handle: (tx, event) => this.handle(tx, event) });
  }

  private async handle(tx: Tx, event: RecordedEvent): Promise<void> {
    // Under lock: a reopening is seen here, or sees what is planned here.
    const ticket = event.imported ? undefined : await this.tickets.locked(event.subject.id, tx);
    if (!ticket || ticket.resolvedAt === null) return;
    const dueAt = await this.times.afterResolution(tx, ticket.resolvedAt);
    for (const userId of askers(ticket)) {
      if (userId !== event.actorId) await this.mails.plan(tx, { ticketId: ticket.id, cycle: ticket.reopenCount + 1, userId }, dueAt);
    }
  }
}
