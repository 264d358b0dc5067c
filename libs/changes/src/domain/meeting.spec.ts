import { describe, expect, it } from '@jest/globals';
import { parseInstant } from '#kernel';
import { majority, Meeting, newAgendaItem } from './meeting.js';

const AT = parseInstant('2026-11-24T08:00:00Z');
const act = { by: 'manager', at: AT };

const meeting = (members: number, quorum = majority(members)): Meeting =>
  new Meeting({
    ...{ id: 'm', title: 'CAB', startsAt: AT, place: null, quorum, state: 'planned', minutes: null, calledById: 'manager' },
    ...{ openedAt: null, closedAt: null, version: 1 },
    members: Array.from({ length: members }, (_, at) => ({ userId: `u${at}`, present: null })),
    agenda: [newAgendaItem('c1'), newAgendaItem('c2', 2)],
  });

const refusal = (work: () => void): string => {
  try {
    work();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'none';
};

const come = (of: Meeting, count: number): void =>
  of.edit({ attendance: of.record.members.map(({ userId }, at) => ({ userId, present: at < count })) }, act);

describe('a meeting of the CAB', () => {
  it.each([
    [3, 2],
    [4, 3],
    [5, 3],
  ])('of %d members needs %d of them', (members, quorum) => expect(majority(members)).toBe(quorum));

  it('is closed with its quorum and its minutes, and keeps what came of each change', () => {
    const cab = meeting(5);
    cab.open(act);
    come(cab, 2);
    expect(refusal(() => cab.close(act, []))).toBe('changes.meeting-not-quorate');
    come(cab, 3);
    expect(refusal(() => cab.close(act, []))).toBe('changes.meeting-without-minutes');
    cab.edit({ minutes: 'Nolemts.' }, act);
    cab.close(act, [{ changeId: 'c1', result: 'granted', approved: 3, rejected: 0 }]);
    expect(cab.record.agenda.map(({ result, approved }) => [result, approved])).toEqual([
      ['granted', 3],
      ['none', 0],
    ]);
    expect(cab.events.map(({ type }) => type)).toEqual(['changes.meeting-opened', 'changes.meeting-closed']);
  });

  it('is not changed once it is closed, nor closed before it has begun', () => {
    const cab = meeting(1);
    expect(refusal(() => cab.close(act, []))).toBe('changes.meeting-step-not-allowed');
    cab.open(act);
    cab.edit({ minutes: 'x', attendance: [{ userId: 'u0', present: true }] }, act);
    cab.close(act, []);
    expect(refusal(() => cab.edit({ minutes: 'y' }, act))).toBe('changes.meeting-over');
  });

  it('has no quorum that its members cannot make up', () => {
    expect(refusal(() => meeting(2, 3).call(act))).toBe('changes.meeting-quorum-impossible');
    expect(refusal(() => meeting(3).edit({ memberIds: ['u0'] }, act))).toBe('changes.meeting-quorum-impossible');
  });

  it('keeps what was noted of who and what stays', () => {
    const cab = meeting(3);
    cab.edit({ notes: [{ changeId: 'c2', notes: 'Pārbaudīt.' }], attendance: [{ userId: 'u1', present: true }] }, act);
    cab.edit({ memberIds: ['u1', 'u9'], quorum: 1, changeIds: ['c2'] }, act);
    expect(cab.record.members).toEqual([
      { userId: 'u1', present: true },
      { userId: 'u9', present: null },
    ]);
    expect(cab.record.agenda).toMatchObject([{ changeId: 'c2', position: 1, notes: 'Pārbaudīt.' }]);
  });

  it('says that it was moved to those who knew of it, and that they are called to those who come to it', () => {
    const cab = meeting(2);
    const later = parseInstant('2026-11-25T08:00:00Z');
    cab.edit({ startsAt: later, place: '214.', memberIds: ['u0', 'u9'] }, act);
    expect(cab.events).toMatchObject([
      {
        type: 'changes.meeting-moved',
        payload: { memberIds: ['u0'], earlierStartsAt: '2026-11-24T08:00:00.000Z', startsAt: '2026-11-25T08:00:00.000Z', place: '214.' },
      },
      { type: 'changes.meeting-joined', payload: { memberIds: ['u9'] } },
    ]);
  });

  it('says nothing of an edit that leaves time, place and members as they were', () => {
    const cab = meeting(2);
    cab.edit({ startsAt: AT, place: null, memberIds: ['u0', 'u1'], minutes: 'Sākam.' }, act);
    expect(cab.events).toEqual([]);
  });
});
