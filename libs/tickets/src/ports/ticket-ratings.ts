import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Instant } from '#kernel';
import type { Queryable } from '#platform';
import type { RatingFacts } from '../reads/ticket-facts.js';

/** A rating as whoever may read it sees it. */
export interface RatingView {
  readonly id: string;
  readonly value: 'bad' | 'satisfactory' | 'good';
  readonly comment: string | null;
  readonly at: Instant;
  readonly changeableUntil: Instant;
  readonly channel: string;
  /** "Bad" on a resolved ticket offers to reopen it, on a closed one a follow-up. */
  readonly mayReopen: boolean;
  readonly mayFollowUp: boolean;
}

export interface TicketRating {
  /** Null where there is none, or where the actor may not read it. */
  readonly rating: RatingView | null;
  /** May the actor give or change a rating now? */
  readonly canRate: boolean;
}

/** What `ratings` answers. */
export interface RatingSource {
  ratingOf(on: Queryable, actor: Actor, ticket: RatingFacts): Promise<TicketRating>;
}

const NONE: TicketRating = { rating: null, canRate: false };

/** Where tickets ask for their rating. `ratings` registers itself when it starts; until then there is none. */
@Injectable()
export class TicketRatings implements RatingSource {
  private source: RatingSource | undefined;

  register(source: RatingSource): void {
    this.source = source;
  }

  async ratingOf(on: Queryable, actor: Actor, ticket: RatingFacts): Promise<TicketRating> {
    return this.source ? this.source.ratingOf(on, actor, ticket) : NONE;
  }
}
