import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IdentityFacts } from '#identity';
import type { DomainEvent } from '#kernel';
import type { Queryable, Tx } from '#platform';
import type { TicketFact } from '#tickets';
import { type Rating, type RatingChannel, type RatingValue, scoreOf } from '../domain/rating.js';
import { cycleOf, type Rater, requireMayRate } from '../domain/rating-rules.js';
import { Ratings } from '../store/ratings.js';
import { KeepFollowUp } from './keep-follow-up.js';

/** What was said, by whom and how. */
export interface GivenRating {
  readonly raterId: string;
  readonly value: RatingValue;
  /** Undefined leaves an earlier comment as it is, an empty text takes it away. */
  readonly comment: string | undefined;
  readonly channel: RatingChannel;
}

/**
 * Records a rating, or changes the one of this cycle; the portal and the links of mails both end here. The ticket is under lock, so that
 * of several answers at once the first is the rating and those after it are changes or are refused by rule. Throws the refusals of
 * `requireMayRate`.
 */
@Injectable()
export class GiveRating {
  constructor(
    private readonly ratings: Ratings,
    private readonly identity: IdentityFacts,
    private readonly keepFollowUp: KeepFollowUp,
  ) {}

  async execute(tx: Tx, ticket: TicketFact, given: GivenRating): Promise<Rating> {
    const existing = await this.ratings.ofCycle(ticket.id, cycleOf(ticket), tx);
    requireMayRate(ticket, await this.raterOf(given.raterId, ticket, tx), existing, tx.now);
    return existing ? this.change(tx, ticket, existing, given) : this.give(tx, ticket, given);
  }

  /** What the person is to the work that he would rate. */
  async raterOf(raterId: string, ticket: TicketFact, on?: Queryable): Promise<Rater> {
    const inResolverGroup = ticket.resolverGroupId !== null && (await this.identity.isMember(ticket.resolverGroupId, raterId, on));
    return { id: raterId, inResolverGroup };
  }

  private async give(tx: Tx, ticket: TicketFact, given: GivenRating): Promise<Rating> {
    const rating: Rating = {
      id: randomUUID(),
      ticketId: ticket.id,
      cycle: cycleOf(ticket),
      raterId: given.raterId,
      groupId: ticket.resolverGroupId,
      value: given.value,
      comment: given.comment?.trim() || null,
      channel: given.channel,
      ratedAt: tx.now,
      changedAt: null,
    };
    await this.ratings.insert(tx, rating);
    await tx.append(eventOf('ratings.rated', ticket, rating));
    await this.keepFollowUp.execute(tx, rating);
    return rating;
  }

  private async change(tx: Tx, ticket: TicketFact, existing: Rating, given: GivenRating): Promise<Rating> {
    const comment = given.comment === undefined ? existing.comment : given.comment.trim() || null;
    if (existing.value === given.value && existing.comment === comment) return existing;
    const changed: Rating = { ...existing, value: given.value, comment, channel: given.channel, changedAt: tx.now };
    await this.ratings.update(tx, changed, tx.now);
    await tx.append(eventOf('ratings.changed', ticket, changed));
    await this.keepFollowUp.execute(tx, changed);
    return changed;
  }
}

function eventOf(type: 'ratings.rated' | 'ratings.changed', ticket: TicketFact, rating: Rating): DomainEvent {
  return {
    type,
    version: 1,
    subject: { type: 'ticket', id: ticket.id },
    actorId: rating.raterId,
    payload: {
      ratingId: rating.id,
      value: scoreOf(rating.value),
      cycle: rating.cycle,
      raterId: rating.raterId,
      channel: rating.channel,
      institutionId: ticket.institutionId,
      serviceId: ticket.serviceId,
      groupId: ticket.resolverGroupId,
      resolverId: ticket.resolverId,
      first: type === 'ratings.rated',
    },
  };
}
