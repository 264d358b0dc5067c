import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const BYTES = 32;

/** A new secret for a cookie or a link: 256 random bits. */
export function newSecret(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** What of a secret is kept: enough to recognise it, not to use it. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** The anti-forgery token of a session: follows from its id, which another site cannot read, and is kept nowhere. */
export function csrfTokenOf(sessionId: string): string {
  return createHmac('sha256', sessionId).update('csrf').digest('base64url');
}

/** Compares a token that came with a request with the session's own, in constant time. */
export function isCsrfToken(sessionId: string, token: string): boolean {
  const expected = Buffer.from(csrfTokenOf(sessionId));
  const given = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
