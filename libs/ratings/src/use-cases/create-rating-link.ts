import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hashToken, type Instant, newToken } from '#kernel';
import type { Tx } from '#platform';
import { TicketFacts } from '#tickets';
import { rateUntil } from '../domain/rating.js';
import { cycleOf, refusalOf } from '../domain/rating-rules.js';
import { RatingLinks } from '../store/rating-links.js';
import { Ratings } from '../store/ratings.js';
import { GiveRating } from './give-rating.js';

/** What a mail needs for its three links: `/rate/<token>?v=bad`, `satisfactory` and `good`. */
export interface CreatedRatingLink {
  readonly token: string;
  readonly expiresAt: Instant;
}

/** Makes the one token that the three links of a rating mail carry. How often a person gets such a mail, the sender decides. */
@Injectable()
export class CreateRatingLink {
  constructor(
    private readonly tickets: TicketFacts,
    private readonly links: RatingLinks,
    private readonly ratings: Ratings,
    private readonly giveRating: GiveRating,
  ) {}

  /** Null where this person has nothing to rate now: not his ticket, his own work, already rated, too late, or a link is out already. */
  async execute(tx: Tx, ticketId: string, recipientId: string): Promise<CreatedRatingLink | null> {
    const ticket = await this.tickets.byId(ticketId, tx);
    if (!ticket) return null;
    const cycle = cycleOf(ticket);
    const rater = await this.giveRating.raterOf(recipientId, ticket, tx);
    const existing = await this.ratings.ofCycle(ticketId, cycle, tx);
    if (existing || ticket.resolvedAt === null || refusalOf(ticket, rater, existing, tx.now)) return null;
    const token = newToken();
    const expiresAt = rateUntil(ticket.resolvedAt);
    const written = await this.links.insert(
      tx,
      { id: randomUUID(), ticketId, cycle, recipientId, expiresAt, spentAt: null },
      hashToken(token),
    );
    return written ? { token, expiresAt } : null;
  }
}
