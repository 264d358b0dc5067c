import { createHash, randomBytes, randomInt } from 'node:crypto';
import { MICROS_PER_SECOND, type Instant } from '#kernel';
import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator knows it: SHA-1, six digits, 30 seconds. */
const PERIOD_SECONDS = 30;
const DIGITS = 6;
const ISSUER = 'Atbalsts';
const SECRET_BYTES = 20;

/** Clocks of telephones go wrong: the code before and the one after count too. */
const WINDOW = 1;

export const RECOVERY_CODES = 10;

/** Without the letters and digits that are taken for one another; 24 of 32 signs are 120 bits, so a plain hash of them is enough. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
const CODE_GROUPS = 4;
const GROUP_LENGTH = 6;

const totp = (secret: Buffer, label = ''): TOTP =>
  new TOTP({
    issuer: ISSUER,
    label,
    algorithm: 'SHA1',
    digits: DIGITS,
    period: PERIOD_SECONDS,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
  });

export function newFactorSecret(): Buffer {
  return randomBytes(SECRET_BYTES);
}

/** The secret as an authenticator takes it: typed (base32), or as the address that the picture holds. */
export function enrolmentOf(secret: Buffer, login: string): { readonly secret: string; readonly uri: string } {
  const factor = totp(secret, login);
  return { secret: factor.secret.base32, uri: factor.toString() };
}

/** Does it look like a code of an authenticator? Blanks within it do not count. */
export function isAuthenticatorCode(typed: string): boolean {
  return /^\d{6}$/.test(typed.replace(/\s/g, ''));
}

/** The step (the 30 seconds since 1970, counted) whose code this is, within the window around now; undefined where it is none. */
export function stepOfCode(secret: Buffer, typed: string, now: Instant): number | undefined {
  const timestamp = Math.floor(now / (MICROS_PER_SECOND / 1000));
  const delta = totp(secret).validate({ token: typed.replace(/\s/g, ''), window: WINDOW, timestamp });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
}

/** A new recovery code in groups, to be kept on paper. */
export function newRecoveryCode(): string {
  const group = (): string => Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: CODE_GROUPS }, group).join('-');
}

/** What of a recovery code is kept. However it was typed: capitals, blanks and hyphens do not count. */
export function hashRecoveryCode(typed: string): Buffer {
  const folded = typed.toLowerCase().replace(/[^a-z0-9]/g, '');
  return createHash('sha256').update(folded).digest();
}
