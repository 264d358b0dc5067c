import { RefResponse } from '#identity';
import { formatInstant, type Instant } from '#kernel';
import type { FollowUp } from '../../domain/follow-up.js';
import type { FollowUpList, ListedFollowUp } from '../../reads/follow-up-list.js';
import type { ListedRating, RatingList } from '../../reads/rating-list.js';

export class RatedTicketResponse {
  id: string;
  number: string;
  title: string;
}

export class FollowUpMarkResponse {
  id: string;
  state: 'open' | 'done' | 'withdrawn';
  dueAt: string;
}

export class ListedRatingResponse {
  id: string;
  at: string;
  changedAt: string | null;
  /** Each reopening of the ticket begins another cycle; figures count the latest. */
  cycle: number;
  value: 'bad' | 'satisfactory' | 'good';
  comment: string | null;
  channel: 'portal' | 'mail';
  /** Null where the actor may not see the ticket. */
  ticket: RatedTicketResponse | null;
  group: RefResponse | null;
  followUp: FollowUpMarkResponse | null;

  static from({ at, changedAt, followUp, ...rating }: ListedRating): ListedRatingResponse {
    return { ...rating, at: formatInstant(at), changedAt: text(changedAt), followUp: followUp && markOf(followUp) };
  }
}

export class RatingCountsResponse {
  bad: number;
  satisfactory: number;
  good: number;
}

export class RatingListResponse {
  items: ListedRatingResponse[];
  nextCursor: string | null;
  /** Of the group and the dates asked for, whatever the value. */
  counts: RatingCountsResponse;

  static from({ items, nextCursor, counts }: RatingList): RatingListResponse {
    return { items: items.map((item) => ListedRatingResponse.from(item)), nextCursor, counts: { ...counts } };
  }
}

export class FollowedRatingResponse {
  value: 'bad' | 'satisfactory' | 'good';
  comment: string | null;
  at: string;
  channel: 'portal' | 'mail';
}

export class FollowUpAbilitiesResponse {
  complete: boolean;
}

export class FollowUpResponse {
  id: string;
  state: 'open' | 'done' | 'withdrawn';
  ticket: RatedTicketResponse | null;
  group: RefResponse;
  /** Who is to be asked; null where the actor may not see the ticket. */
  rater: RefResponse | null;
  rating: FollowedRatingResponse;
  openedAt: string;
  dueAt: string;
  overdue: boolean;
  /** How often somebody was told that it is late: 1 the lead, 2 the managers too. */
  reminders: number;
  /** Was the person spoken with? Null while it is not done. */
  contacted: boolean | null;
  note: string | null;
  closedBy: RefResponse | null;
  closedAt: string | null;
  abilities: FollowUpAbilitiesResponse;

  static from(item: ListedFollowUp): FollowUpResponse {
    const { id, state, ticket, group, rater, rating, overdue, reminders, contacted, note, closedBy } = item;
    return {
      ...{ id, state, ticket, group, rater, overdue, reminders, contacted, note, closedBy },
      rating: { ...rating, at: formatInstant(rating.at) },
      openedAt: formatInstant(item.openedAt),
      dueAt: formatInstant(item.dueAt),
      closedAt: text(item.closedAt),
      abilities: { complete: state === 'open' },
    };
  }
}

export class FollowUpListResponse {
  items: FollowUpResponse[];
  nextCursor: string | null;
  /** Open ones of the group asked for, and those of them that are overdue. */
  open: number;
  overdue: number;

  static from({ items, nextCursor, open, overdue }: FollowUpList): FollowUpListResponse {
    return { items: items.map((item) => FollowUpResponse.from(item)), nextCursor, open, overdue };
  }
}

function text(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at);
}

function markOf({ id, state, dueAt }: FollowUp): FollowUpMarkResponse {
  return { id, state, dueAt: formatInstant(dueAt) };
}
