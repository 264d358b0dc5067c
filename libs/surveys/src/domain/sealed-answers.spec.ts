import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { openAnswers, sealAnswers } from './sealed-answers.js';

const secret = randomBytes(32);
const place = { campaignId: 'c-1', institutionId: 'i-1' };
const content = { answers: { overall: '4', comment: 'Viss labi, ķēde strādā.' }, userId: null };

describe('Sealed answers', () => {
  it('open with the secret that sealed them, at their place', () => {
    expect(openAnswers(secret, place, sealAnswers(secret, place, content))).toEqual(content);
  });

  it('stay shut with another secret, at another place, and after any change', () => {
    const envelope = sealAnswers(secret, place, content);
    expect(openAnswers(randomBytes(32), place, envelope)).toBeNull();
    expect(openAnswers(secret, { ...place, campaignId: 'c-2' }, envelope)).toBeNull();
    expect(openAnswers(secret, { ...place, institutionId: 'i-2' }, envelope)).toBeNull();
    for (const at of [0, 13, 40]) {
      const changed = Buffer.from(envelope);
      changed[at] = changed[at]! ^ 1;
      expect(openAnswers(secret, place, changed)).toBeNull();
    }
  });

  it('show neither what they hold nor how much', () => {
    const short = sealAnswers(secret, place, { answers: { overall: '4' }, userId: null });
    const long = sealAnswers(secret, place, { answers: { overall: '4', comment: 'ā'.repeat(2000) }, userId: null });
    expect(long.length).toBe(short.length);
    expect(sealAnswers(secret, place, content).includes('labi')).toBe(false);
    expect(sealAnswers(secret, place, content)).not.toEqual(sealAnswers(secret, place, content));
  });
});
