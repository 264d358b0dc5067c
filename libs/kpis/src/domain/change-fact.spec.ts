import { describe, expect, it } from '@jest/globals';
import { type Instant, type Json } from '#kernel';
import { changeOf, INCIDENT_CANCELLED, INCIDENT_LINKED } from './change-fact.js';
import { History, INSTITUTION, riga, SECOND_LINE, SERVICE } from './test/history.js';

const CHANGE = '00000000-0000-4000-8000-0000000000e1';
/** Five working days after Wednesday, 4 March: the end of Wednesday, 11 March. */
const windowEnd = (): Instant => riga('2026-03-12T00:00');

const finished = { kind: 'normal', outcome: 'successful', actualTo: '2026-03-04T21:00:00Z' };
const where = { institutionId: INSTITUTION, serviceId: SERVICE, groupId: SECOND_LINE };

function change(more: { readonly [key: string]: Json } = {}): History {
  return new History(CHANGE)
    .add('2026-03-02T09:00', 'changes.drafted', { kind: 'normal' })
    .add('2026-03-02T21:00', 'changes.submitted', {})
    .add('2026-03-04T23:05', 'changes.finished', { ...finished, ...where, ...more });
}

const factOf = (history: History): ReturnType<typeof changeOf> => changeOf(history.events, windowEnd);

describe('a change in the figures', () => {
  it('counts by its actual end, under the group and service that it was finished with', () => {
    expect(factOf(change())).toEqual({
      ...{ ticketId: CHANGE, kind: 'normal', outcome: 'successful', endedAt: riga('2026-03-04T23:00'), month: '2026-03' },
      ...where,
      ...{ successful: true, incidents: 0, conflict: false, leadSeconds: 50 * 3_600 },
    });
    // The end of a month is Riga's.
    expect(factOf(change({ actualTo: '2026-03-31T22:00:00Z' }))!.month).toBe('2026-04');
  });

  it('takes its time from the draft where nobody submits it, and never less than none', () => {
    const emergency = new History(CHANGE)
      .add('2026-03-04T22:00', 'changes.drafted', { kind: 'emergency' })
      .add('2026-03-04T23:05', 'changes.finished', { ...finished, ...where, kind: 'emergency' });
    expect(factOf(emergency)!.leadSeconds).toBe(3_600);
    expect(factOf(change({ actualTo: '2026-03-01T10:00:00Z' }))!.leadSeconds).toBe(0);
  });

  it('is none before it is finished, nor when it is rejected or cancelled', () => {
    const early = new History(CHANGE)
      .add('2026-03-02T09:00', 'changes.drafted', {})
      .add('2026-03-03T09:00', 'changes.cancelled', { reason: 'x' });
    expect(factOf(early)).toBeNull();
  });

  it.each(['with_issues', 'rolled_back', 'failed'])('was no success where it ended %s', (outcome) => {
    expect(factOf(change({ outcome }))).toMatchObject({ outcome, successful: false });
  });

  it('was no success where an incident was linked to it until the window had passed; a later one is counted beside it', () => {
    const linked = (at: string): History => change().add(at, INCIDENT_LINKED, { incidentId: 'incident-1' });
    expect(factOf(linked('2026-03-11T23:59'))).toMatchObject({ successful: false, incidents: 1 });
    expect(factOf(linked('2026-03-12T00:00'))).toMatchObject({ successful: true, incidents: 1 });
    // Linked twice, it is one incident.
    expect(factOf(linked('2026-03-05T10:00').add('2026-03-06T10:00', INCIDENT_LINKED, { incidentId: 'incident-1' }))!.incidents).toBe(1);
  });

  it('is a success again where the incident was cancelled', () => {
    const history = change()
      .add('2026-03-05T10:00', INCIDENT_LINKED, { incidentId: 'incident-1' })
      .add('2026-03-06T10:00', INCIDENT_LINKED, { incidentId: 'incident-2' })
      .add('2026-03-07T10:00', INCIDENT_CANCELLED, { incidentId: 'incident-1' });
    expect(factOf(history)).toMatchObject({ successful: false, incidents: 1 });
    expect(factOf(history.add('2026-03-08T10:00', INCIDENT_CANCELLED, { incidentId: 'incident-2' }))).toMatchObject({
      successful: true,
      incidents: 0,
    });
  });

  it('went against a conflict where somebody overrode one before its end', () => {
    const against = new History(CHANGE)
      .add('2026-03-02T09:00', 'changes.drafted', {})
      .add('2026-03-03T09:00', 'changes.conflict-overridden', { reasons: ['freeze'], reason: 'Drošības ielāps.' })
      .add('2026-03-04T23:05', 'changes.finished', { ...finished, ...where });
    expect([factOf(change())!.conflict, factOf(against)!.conflict]).toEqual([false, true]);
  });
});
