import { csrfTokenOf, hashSecret, isCsrfToken, newSecret } from './session-secret.js';

describe('a session', () => {
  it('has an id that nobody guesses, and only its hash is kept', () => {
    const [one, other] = [newSecret(), newSecret()];
    expect(one).not.toBe(other);
    expect(Buffer.from(one, 'base64url')).toHaveLength(32);
    expect(hashSecret(one)).toHaveLength(32);
  });

  it('has an anti-forgery token of its own that does not tell its id', () => {
    const id = newSecret();
    expect(isCsrfToken(id, csrfTokenOf(id))).toBe(true);
    expect(isCsrfToken(id, csrfTokenOf(newSecret()))).toBe(false);
    expect(isCsrfToken(id, id)).toBe(false);
    expect(isCsrfToken(id, '')).toBe(false);
  });
});
