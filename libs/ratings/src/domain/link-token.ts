import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '#kernel';

const TOKEN_BYTES = 32;

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

export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** SHA-256 of a token, in hex: enough for a random secret of 32 bytes. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

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
