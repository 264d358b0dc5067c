import { type Instant, plusSeconds } from '#kernel';

/** The three faces, worst first; the place plus one is what figures count with. */
export const RATING_VALUES = ['bad', 'satisfactory', 'good'] as const;

export type RatingValue = (typeof RATING_VALUES)[number];

export const RATING_CHANNELS = ['portal', 'mail'] as const;

export type RatingChannel = (typeof RATING_CHANNELS)[number];

/** A rating may be given for so long after the resolution, and changed for so long after it was given (DOMAIN, "Decided since"). */
export const RATE_SECONDS = 30 * 86_400;
export const CHANGE_SECONDS = 72 * 3_600;

/** What somebody said of one cycle of a ticket: from its first or latest reopening to the next. */
export interface Rating {
  readonly id: string;
  readonly ticketId: string;
  readonly cycle: number;
  readonly raterId: string;
  /** The group that had resolved the ticket; null where it had none. */
  readonly groupId: string | null;
  readonly value: RatingValue;
  readonly comment: string | null;
  readonly channel: RatingChannel;
  readonly ratedAt: Instant;
  readonly changedAt: Instant | null;
}

/** 1 bad, 2 satisfactory, 3 good. */
export function scoreOf(value: RatingValue): number {
  return RATING_VALUES.indexOf(value) + 1;
}

/** The word of a score from 1 to 3. */
export function valueOf(score: number): RatingValue {
  return RATING_VALUES[score - 1]!;
}

/** Until when a ticket resolved at this instant may be rated. */
export function rateUntil(resolvedAt: Instant): Instant {
  return plusSeconds(resolvedAt, RATE_SECONDS);
}

/** Until when a rating may be changed. A change does not prolong it. */
export function changeableUntil(rating: Pick<Rating, 'ratedAt'>): Instant {
  return plusSeconds(rating.ratedAt, CHANGE_SECONDS);
}
