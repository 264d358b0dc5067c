import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** A new token for a link in a mail: 256 random bits. Only the mail holds it. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** SHA-256 of a token, in hex: what of it is kept. Enough for a random secret of 32 bytes. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
