import type { Instant } from '#kernel';

/** A link as it is kept: the token itself is only in the mail. */
export interface RatingLink {
  readonly id: string;
  readonly ticketId: string;
  readonly cycle: number;
  readonly recipientId: string;
  readonly expiresAt: Instant;
  readonly spentAt: Instant | null;
}

export type LinkState = 'open' | 'used' | 'expired';

/**
 * What may be done with a link now: it is used once it was posted or the cycle was rated otherwise, and expired after 30 days,
 * after a reopening, or where the ticket is not resolved.
 */
export function linkState(
  link: RatingLink,
  { at, cycle, resolved, rated }: { at: Instant; cycle: number; resolved: boolean; rated: boolean },
): LinkState {
  if (link.cycle !== cycle || !resolved) return 'expired';
  if (link.spentAt !== null || rated) return 'used';
  return at < link.expiresAt ? 'open' : 'expired';
}
