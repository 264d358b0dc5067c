import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { notFound } from '#kernel';
import { UnitOfWork } from '#platform';
import { type RatingView, TicketFacts } from '#tickets';
import type { RatingValue } from '../domain/rating.js';
import { viewOf } from '../domain/rating-view.js';
import { GiveRating } from './give-rating.js';

export interface RateTicketInput {
  /** Id or number. */
  readonly ticket: string;
  readonly value: RatingValue;
  readonly comment?: string | undefined;
}

/** A click on a face in the portal: the answer, or a change of it within 72 hours. */
@Injectable()
export class RateTicket {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: TicketFacts,
    private readonly giveRating: GiveRating,
  ) {}

  async execute(actor: Actor, input: RateTicketInput): Promise<RatingView> {
    return this.unitOfWork.run(async (tx) => {
      const seen = await this.tickets.seenBy(actor, input.ticket, tx);
      const ticket = seen && (await this.tickets.locked(seen.ticket.id, tx));
      if (!ticket) throw notFound('tickets');
      const rating = await this.giveRating.execute(tx, ticket, {
        raterId: actor.id,
        value: input.value,
        comment: input.comment,
        channel: 'portal',
      });
      return viewOf(rating, ticket.state, actor.id);
    });
  }
}
