import { describe, expect, it } from '@jest/globals';
import { instant, type Instant, parseInstant, plusSeconds } from '#kernel';
import { CHANGE_SECONDS, RATE_SECONDS, type Rating } from './rating.js';
import { type RatedTicket, refusalOf, requireMayRate } from './rating-rules.js';

const RESOLVED = parseInstant('2026-03-05T10:00:00Z');
const after = (seconds: number): Instant => plusSeconds(RESOLVED, seconds);

const ticket: RatedTicket = {
  requesterId: 'ilze',
  affectedUserId: 'ilze',
  state: 'resolved',
  resolvedAt: RESOLVED,
  resolverId: 'elina',
  reopenCount: 0,
};
const outsider = { id: 'ilze', inResolverGroup: false };

function rating(raterId: string, ratedAt: Instant): Rating {
  return {
    id: 'r',
    ticketId: 't',
    cycle: 1,
    raterId,
    groupId: 'first-line',
    value: 'good',
    comment: null,
    channel: 'portal',
    ratedAt,
    changedAt: null,
  };
}

describe('who may rate', () => {
  it('lets the requester rate a resolved and a closed ticket', () => {
    expect(refusalOf(ticket, outsider, undefined, after(60))).toBeUndefined();
    expect(refusalOf({ ...ticket, state: 'closed' }, outsider, undefined, after(60))).toBeUndefined();
  });

  it('lets the affected user rate where a colleague filed for him', () => {
    const filedForHim = { ...ticket, requesterId: 'janis', affectedUserId: 'ilze' };
    expect(refusalOf(filedForHim, outsider, undefined, after(60))).toBeUndefined();
  });

  it('refuses everybody else', () => {
    expect(refusalOf(ticket, { id: 'janis', inResolverGroup: false }, undefined, after(60))).toBe('not-the-requester');
  });

  it('refuses the resolver and the members of the resolver group', () => {
    expect(refusalOf({ ...ticket, requesterId: 'elina' }, { id: 'elina', inResolverGroup: false }, undefined, after(60))).toBe('own-work');
    expect(refusalOf(ticket, { ...outsider, inResolverGroup: true }, undefined, after(60))).toBe('own-work');
  });

  it('refuses a ticket that is not resolved, or was reopened', () => {
    expect(refusalOf({ ...ticket, state: 'assigned', resolvedAt: null }, outsider, undefined, after(60))).toBe('not-resolved');
    expect(refusalOf({ ...ticket, state: 'assigned' }, outsider, undefined, after(60))).toBe('not-resolved');
  });
});

describe('when one may rate', () => {
  it('takes a rating until 30 days after the resolution, to the microsecond', () => {
    expect(refusalOf(ticket, outsider, undefined, instant(after(RATE_SECONDS) - 1))).toBeUndefined();
    expect(refusalOf(ticket, outsider, undefined, after(RATE_SECONDS))).toBe('window-closed');
  });

  it('takes a change until 72 hours after the rating, also beyond the 30 days', () => {
    const given = after(RATE_SECONDS - 60);
    const until = plusSeconds(given, CHANGE_SECONDS);
    expect(refusalOf(ticket, outsider, rating('ilze', given), instant(until - 1))).toBeUndefined();
    expect(refusalOf(ticket, outsider, rating('ilze', given), until)).toBe('change-window-closed');
  });

  it('takes one rating for a ticket, whoever of its two people gave it', () => {
    expect(refusalOf({ ...ticket, affectedUserId: 'janis' }, outsider, rating('janis', after(10)), after(60))).toBe('already-rated');
  });

  it('says by its kind whether the person or the moment is wrong', () => {
    const refusal = (over: Partial<RatedTicket>, by = outsider): unknown => {
      try {
        return requireMayRate({ ...ticket, ...over }, by, undefined, after(60));
      } catch (error) {
        return error;
      }
    };
    expect(refusal({}, { id: 'janis', inResolverGroup: false })).toMatchObject({ code: 'ratings.not-the-requester', kind: 'forbidden' });
    expect(refusal({ state: 'on_hold' })).toMatchObject({ code: 'ratings.not-resolved', kind: 'rule-broken' });
    expect(refusal({})).toBeUndefined();
  });
});
