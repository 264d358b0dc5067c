import { Injectable } from '@nestjs/common';
import { DomainError, hashToken, notFound } from '#kernel';
import { UnitOfWork } from '#platform';
import { type RatingView, TicketFacts } from '#tickets';
import { linkState } from '../domain/link-token.js';
import type { RatingValue } from '../domain/rating.js';
import { cycleOf } from '../domain/rating-rules.js';
import { viewOf } from '../domain/rating-view.js';
import { RatingLinks } from '../store/rating-links.js';
import { Ratings } from '../store/ratings.js';
import { GiveRating } from './give-rating.js';

export interface RateByLinkInput {
  readonly token: string;
  readonly value: RatingValue;
  readonly comment?: string | undefined;
}

/** The button on the page behind a link: records the rating and spends the token. Later changes happen in the portal. */
@Injectable()
export class RateByLink {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: TicketFacts,
    private readonly links: RatingLinks,
    private readonly ratings: Ratings,
    private readonly giveRating: GiveRating,
  ) {}

  /** Throws `ratings.link.not-found`, `ratings.link-used`, `ratings.link-expired`, or a refusal of the rules. */
  async execute({ token, value, comment }: RateByLinkInput): Promise<RatingView> {
    return this.unitOfWork.run(async (tx) => {
      const link = await this.links.byHash(hashToken(token), tx, { lock: true });
      const ticket = link && (await this.tickets.locked(link.ticketId, tx));
      if (!link || !ticket) throw notFound('ratings.link');
      const rated = (await this.ratings.ofCycle(ticket.id, cycleOf(ticket), tx)) !== undefined;
      const resolved = ticket.state === 'resolved' || ticket.state === 'closed';
      const state = linkState(link, { at: tx.now, cycle: cycleOf(ticket), resolved, rated });
      if (state !== 'open') throw new DomainError(`ratings.link-${state}`, {}, 'conflict');
      const rating = await this.giveRating.execute(tx, ticket, { raterId: link.recipientId, value, comment, channel: 'mail' });
      await this.links.spend(tx, link.id);
      return viewOf(rating, ticket.state, link.recipientId);
    });
  }
}
