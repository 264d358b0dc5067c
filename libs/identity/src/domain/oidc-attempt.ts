import { createHmac } from 'node:crypto';
import { newSecret } from './session-secret.js';

/** How long somebody may take at his provider. */
export const OIDC_ATTEMPT_SECONDS = 600;

/**
 * One attempt to sign in by a provider. The secret lives in the browser's cookie alone, here there is only its hash; everything that must
 * match when the browser comes back follows from it, so that neither the table nor the address of the answer is enough to finish an attempt.
 */
export interface OidcAttempt {
  readonly secret: string;
  /** Comes back with the answer: the answer belongs to this browser's attempt. */
  readonly state: string;
  /** Comes back within the token: the token was made for this attempt. */
  readonly nonce: string;
  /** Shown when the code is redeemed: the code was asked for by us (PKCE). */
  readonly codeVerifier: string;
}

export function newOidcAttempt(): OidcAttempt {
  return oidcAttemptOf(newSecret());
}

export function oidcAttemptOf(secret: string): OidcAttempt {
  const derive = (what: string): string => createHmac('sha256', secret).update(`atbalsts.oidc.${what}`).digest('base64url');
  return { secret, state: derive('state'), nonce: derive('nonce'), codeVerifier: derive('code-verifier') };
}

/** A path of ours to go on to after signing in; anything that could lead to another site is dropped. */
export function ownPath(next: string | null | undefined): string | null {
  if (!next || next.length > 500 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(next) || next.includes('\\')) return null;
  const base = 'https://own.invalid';
  return URL.canParse(next, base) && new URL(next, base).origin === base ? next : null;
}
