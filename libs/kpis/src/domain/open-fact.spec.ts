import { describe, expect, it } from '@jest/globals';
import { foldOpen } from './open-fact.js';
import { FIRST_LINE, History, riga, SECOND_LINE } from './test/history.js';

const opened = (): History => new History().submitted('2026-03-02T09:00');
const resolve = (history: History, at: string): History => history.add(at, 'incidents.resolved', { groupId: FIRST_LINE });

describe('how long a ticket is open', () => {
  it('lasts from its submission until it is resolved, and again from a reopening, with the age of the first day', () => {
    const history = resolve(
      resolve(opened(), '2026-03-05T10:00').add('2026-03-08T10:00', 'incidents.reopened', { reason: 'again' }),
      '2026-03-09T10:00',
    );
    expect(foldOpen(history.events)).toEqual([
      expect.objectContaining({ submittedAt: riga('2026-03-02T09:00'), fromAt: riga('2026-03-02T09:00'), toAt: riga('2026-03-05T10:00') }),
      expect.objectContaining({ submittedAt: riga('2026-03-02T09:00'), fromAt: riga('2026-03-08T10:00'), toAt: riga('2026-03-09T10:00') }),
    ]);
    expect(foldOpen(opened().events)).toEqual([expect.objectContaining({ toAt: null, groupId: FIRST_LINE, priority: 3 })]);
  });

  it('is told apart by group, service and priority of the time', () => {
    const history = opened()
      .add('2026-03-03T09:00', 'incidents.assigned', { groupId: SECOND_LINE, hop: true })
      .add('2026-03-04T09:00', 'incidents.priority-changed', { to: { priority: 1 } })
      .add('2026-03-05T09:00', 'incidents.service-changed', { to: { serviceId: SECOND_LINE } });
    expect(
      foldOpen(history.events).map(({ groupId, serviceId, priority, toAt }) => [
        groupId === SECOND_LINE,
        serviceId === SECOND_LINE,
        priority,
        toAt,
      ]),
    ).toEqual([
      [false, false, 3, riga('2026-03-03T09:00')],
      [true, false, 3, riga('2026-03-04T09:00')],
      [true, false, 1, riga('2026-03-05T09:00')],
      [true, true, 1, null],
    ]);
  });

  it('ends where it is merged, and a test was never there', () => {
    expect(foldOpen(opened().add('2026-03-04T09:00', 'incidents.cancelled', { reason: 'duplicate' }).events)).toEqual([
      expect.objectContaining({ toAt: riga('2026-03-04T09:00') }),
    ]);
    expect(foldOpen(opened().add('2026-03-04T09:00', 'incidents.cancelled', { reason: 'test' }).events)).toEqual([]);
  });

  it('is open again where the merge is taken back', () => {
    const merged = opened()
      .add('2026-03-04T09:00', 'incidents.cancelled', { reason: 'duplicate' })
      .add('2026-03-04T12:00', 'incidents.unmerged', { reason: 'another printer' });
    expect(foldOpen(merged.events).map(({ fromAt, toAt }) => [fromAt, toAt])).toEqual([
      [riga('2026-03-02T09:00'), riga('2026-03-04T09:00')],
      [riga('2026-03-04T12:00'), null],
    ]);
  });

  it('counts the age of a call that was dated back from when it came in', () => {
    const late = new History().submitted('2026-03-02T09:40', { submittedAt: '2026-03-02T07:00:00Z' });
    expect(foldOpen(late.events)).toEqual([
      expect.objectContaining({ submittedAt: riga('2026-03-02T09:00'), fromAt: riga('2026-03-02T09:40') }),
    ]);
  });

  it('does not reach back into what has ended where something is told late', () => {
    const late = resolve(opened(), '2026-03-05T10:00').add('2026-03-03T10:00', 'incidents.reopened', { reason: 'late' });
    expect(foldOpen(late.events).map(({ fromAt, toAt }) => [fromAt, toAt])).toEqual([
      [riga('2026-03-02T09:00'), riga('2026-03-05T10:00')],
      [riga('2026-03-05T10:00'), null],
    ]);
  });
});
