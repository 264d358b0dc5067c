import { describe, expect, it } from '@jest/globals';
import { parseInstant, plusSeconds } from '#kernel';
import { linkState, type RatingLink } from './link-token.js';

const EXPIRES = parseInstant('2026-04-04T10:00:00Z');
const link: RatingLink = { id: 'l', ticketId: 't', cycle: 1, recipientId: 'ilze', expiresAt: EXPIRES, spentAt: null };
const now = { at: plusSeconds(EXPIRES, -60), cycle: 1, resolved: true, rated: false };

describe('a rating link', () => {
  it('is open until it is used, the ticket is rated or reopened, or it expires', () => {
    expect(linkState(link, now)).toBe('open');
    expect(linkState({ ...link, spentAt: now.at }, now)).toBe('used');
    expect(linkState(link, { ...now, rated: true })).toBe('used');
    expect(linkState(link, { ...now, at: EXPIRES })).toBe('expired');
    expect(linkState(link, { ...now, cycle: 2 })).toBe('expired');
    expect(linkState(link, { ...now, resolved: false })).toBe('expired');
  });
});
