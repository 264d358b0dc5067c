import { describe, expect, it } from '@jest/globals';
import { foldSatisfaction } from './satisfaction-fact.js';
import { FIRST_LINE, History, riga } from './test/history.js';

const RATER = '00000000-0000-4000-8000-0000000000e1';
const AGENT = '00000000-0000-4000-8000-0000000000e2';

function resolved(at = '2026-03-05T10:00', history = new History().submitted('2026-03-02T09:00')): History {
  return history.add(at, 'incidents.resolved', { code: 'fixed', groupId: FIRST_LINE, assigneeId: AGENT });
}

function rate(history: History, at: string, value: number, { cycle = 1, type = 'ratings.rated', raterId = RATER } = {}): History {
  return history.add(at, type, {
    ratingId: `00000000-0000-4000-8000-00000000010${cycle}`,
    value,
    cycle,
    raterId,
    groupId: FIRST_LINE,
    resolverId: AGENT,
  });
}

describe('what counts of a rating', () => {
  it('is its latest value, in the month in which it was given', () => {
    const history = rate(rate(resolved(), '2026-03-31T20:00+03:00', 1), '2026-04-02T10:00+03:00', 3, { type: 'ratings.changed' });
    expect(foldSatisfaction(history.events).rating).toMatchObject({
      value: 3,
      month: '2026-03',
      ratedAt: riga('2026-03-31T20:00+03:00'),
      groupId: FIRST_LINE,
    });
  });

  it('leaves the figures when the ticket is reopened, with the resolution that it was given for', () => {
    const history = rate(resolved(), '2026-03-06T10:00', 1).add('2026-03-07T10:00', 'incidents.reopened', { reason: 'again' });
    expect(foldSatisfaction(history.events)).toEqual({ rating: null, resolution: null });
    const again = resolved('2026-03-09T10:00', history);
    expect(foldSatisfaction(again.events)).toMatchObject({ rating: null, resolution: { rated: false, month: '2026-03' } });
    expect(foldSatisfaction(rate(again, '2026-03-10T10:00', 2, { cycle: 2 }).events)).toMatchObject({
      rating: { value: 2 },
      resolution: { rated: true },
    });
  });

  it('does not slip into the new cycle where a click and a reopening crossed', () => {
    const crossed = rate(resolved().add('2026-03-07T10:00', 'incidents.reopened', { reason: 'again' }), '2026-03-07T10:00', 3, {
      cycle: 1,
    });
    expect(foldSatisfaction(crossed.events).rating).toBeNull();
  });

  it('is nothing where one rated his own work', () => {
    expect(foldSatisfaction(rate(resolved(), '2026-03-06T10:00', 3, { raterId: AGENT }).events).rating).toBeNull();
  });

  it.each([
    ['cancelled', rate(resolved(), '2026-03-06T10:00', 3).add('2026-03-07T10:00', 'incidents.cancelled', { reason: 'duplicate' })],
    [
      'monitoring',
      rate(resolved('2026-03-05T10:00', new History().submitted('2026-03-02T09:00', { source: 'monitoring' })), '2026-03-06T10:00', 3),
    ],
  ])('is nothing on a %s ticket', (_name, history) => {
    expect(foldSatisfaction(history.events)).toEqual({ rating: null, resolution: null });
  });
});
