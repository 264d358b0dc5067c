import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, holds } from '#identity';
import { Clock, type Instant, notFound } from '#kernel';
import { Database, type Queryable } from '#platform';
import { type RatingSource, type RatingView, type TicketFact, TicketFacts, type TicketRating, TicketRatings } from '#tickets';
import { rateUntil } from '../domain/rating.js';
import { mayReadRating } from '../domain/rating-reading.js';
import { cycleOf, refusalOf } from '../domain/rating-rules.js';
import { viewOf } from '../domain/rating-view.js';
import { type RatingEntry, Ratings } from '../store/ratings.js';
import { GiveRating } from '../use-cases/give-rating.js';

/** Everything that a ticket's page says of its rating. */
export interface RatingPage {
  readonly rating: RatingView | null;
  readonly history: readonly RatingEntry[];
  readonly canRate: boolean;
  readonly rateUntil: Instant | null;
}

/** The rating of a ticket as an actor may see it; answers `#tickets` too. */
@Injectable()
export class RatingOfTicket implements RatingSource, OnModuleInit {
  constructor(
    private readonly port: TicketRatings,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tickets: TicketFacts,
    private readonly ratings: Ratings,
    private readonly giveRating: GiveRating,
  ) {}

  onModuleInit(): void {
    this.port.register(this);
  }

  async ratingOf(on: Queryable, actor: Actor, ticket: TicketFact): Promise<TicketRating> {
    const existing = await this.ratings.ofCycle(ticket.id, cycleOf(ticket), on);
    const rating = existing && mayReadRating(actor, ticket) ? viewOf(existing, ticket.state, actor.id) : null;
    const person = actor.id === ticket.requesterId || actor.id === ticket.affectedUserId;
    if (!person || ticket.resolvedAt === null || !holds(actor, 'rating.give')) return { rating, canRate: false };
    const rater = await this.giveRating.raterOf(actor.id, ticket, on);
    return { rating, canRate: refusalOf(ticket, rater, existing, this.clock.now()) === undefined };
  }

  /** Throws `tickets.not-found` where the actor may not see the ticket. */
  async page(actor: Actor, key: string): Promise<RatingPage> {
    const seen = await this.tickets.seenBy(actor, key);
    if (!seen) throw notFound('tickets');
    const { rating, canRate } = await this.ratingOf(this.database, actor, seen.ticket);
    const readable = mayReadRating(actor, seen.ticket);
    return {
      rating,
      history: readable ? await this.ratings.history(seen.ticket.id) : [],
      canRate,
      rateUntil: seen.ticket.resolvedAt === null ? null : rateUntil(seen.ticket.resolvedAt),
    };
  }
}
