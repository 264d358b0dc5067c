import { describe, expect, it } from '@jest/globals';
import { hashToken, newToken } from './secret-token.js';

describe('the token of a link', () => {
  it('carries 32 random bytes, of which only a hash is kept', () => {
    const token = newToken();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(newToken()).not.toBe(token);
    expect(hashToken(token)).toMatch(/^[0-9a-f]{64}$/);
  });
});
