import { describe, expect, it } from '@jest/globals';
import { foldLoad } from './load-fact.js';
import { FIRST_LINE, History, riga, SECOND_LINE, SERVICE } from './test/history.js';

const opened = (): History => new History().submitted('2026-03-02T09:00');
const steps = (history: History): (readonly [string, number])[] => foldLoad(history.events).map(({ kind, at }) => [kind, at]);

describe('what comes in and goes out', () => {
  it('is a ticket that comes, is resolved, comes back and is resolved again', () => {
    const history = opened()
      .add('2026-03-05T10:00', 'incidents.resolved', { groupId: SECOND_LINE })
      .add('2026-03-08T10:00', 'incidents.reopened', { reason: 'again' })
      .add('2026-03-09T10:00', 'incidents.resolved', { groupId: FIRST_LINE });
    expect(steps(history)).toEqual([
      ['arrived', riga('2026-03-02T09:00')],
      ['resolved', riga('2026-03-05T10:00')],
      ['reopened', riga('2026-03-08T10:00')],
      ['resolved', riga('2026-03-09T10:00')],
    ]);
    expect(foldLoad(history.events).map(({ groupId }) => groupId)).toEqual([FIRST_LINE, SECOND_LINE, SECOND_LINE, FIRST_LINE]);
    expect(new Set(foldLoad(history.events).map(({ loadId }) => loadId)).size).toBe(4);
  });

  it('comes with the group that had it first, in the hour and the month of Riga', () => {
    const unassigned = new History().submitted('2026-03-31T23:30+03:00', { groupId: null }).add('2026-04-01T08:00Z', 'incidents.assigned', {
      groupId: SECOND_LINE,
    });
    const [arrived] = foldLoad(unassigned.events);
    expect(arrived).toMatchObject({ groupId: SECOND_LINE, serviceId: SERVICE, month: '2026-03', hour: riga('2026-03-31T20:00Z') / 3.6e9 });
  });

  it('counts a call that was entered later when it came', () => {
    const late = new History().submitted('2026-03-02T09:40', { submittedAt: '2026-03-02T07:00:00Z' });
    expect(steps(late)).toEqual([['arrived', riga('2026-03-02T09:00')]]);
  });

  it('ends with a cancellation, which of a resolved ticket takes nothing away, and never knew a test', () => {
    const cancelled = opened().add('2026-03-03T09:00', 'incidents.cancelled', { reason: 'duplicate' });
    expect(steps(cancelled).map(([kind]) => kind)).toEqual(['arrived', 'cancelled']);
    cancelled.add('2026-03-04T09:00', 'incidents.resolved', {});
    expect(steps(cancelled)).toHaveLength(2);
    const late = opened()
      .add('2026-03-03T09:00', 'incidents.resolved', {})
      .add('2026-03-04T09:00', 'incidents.cancelled', { reason: 'invalid' });
    expect(steps(late).map(([kind]) => kind)).toEqual(['arrived', 'resolved']);
    expect(steps(opened().add('2026-03-04T09:00', 'incidents.cancelled', { reason: 'test' }))).toEqual([]);
  });

  it('goes on where it was merged and that is taken back', () => {
    const merged = opened()
      .add('2026-03-03T09:00', 'incidents.cancelled', { reason: 'duplicate' })
      .add('2026-03-03T12:00', 'incidents.unmerged', { reason: 'another printer' })
      .add('2026-03-04T09:00', 'incidents.resolved', {});
    expect(steps(merged).map(([kind]) => kind)).toEqual(['arrived', 'cancelled', 'reopened', 'resolved']);
  });
});
