import { describe, expect, it } from '@jest/globals';
import { parseInstant, type RecordedEvent } from '#kernel';
import { planMail } from './mail.js';
import type { Parties } from './notice.js';
import { planNotices } from './plan-notices.js';

const parties: Parties = {
  ticketId: 't',
  number: 'INC-2026-000001',
  requesterId: 'ilze',
  affectedUserId: 'ilze',
  assigneeId: null,
  leadId: 'rihards',
  memberIds: ['elina', 'rihards'],
  managerIds: ['dace'],
};

function event(type: string, payload: RecordedEvent['payload'] = {}, more: Partial<RecordedEvent> = {}): RecordedEvent {
  const at = parseInstant('2026-11-23T08:00:00Z');
  return { id: 7, at, type, version: 1, subject: { type: 'ticket', id: 't' }, actorId: null, payload, imported: false, ...more };
}

const told = (e: RecordedEvent, p: Parties = parties): string[] =>
  planNotices(e, p).map((n) => `${n.userId} ${n.kind}${n.quiet ? ' quietly' : ''}`);

/** An escalation by the default steps of DOMAIN 4.5. */
const escalation = (pct: number, more: RecordedEvent['payload'] = {}): RecordedEvent => {
  const actions = [
    'notify_assignee',
    ...(pct >= 75 ? ['notify_lead'] : []),
    ...(pct >= 90 ? ['raise_rank'] : []),
    ...(pct >= 100 ? ['notify_manager'] : []),
  ];
  return event('sla.escalated', {
    clockId: 'c',
    kind: 'resolution',
    pct,
    targetNo: 1,
    actions: actions.map((action) => ({ action, to: null })),
    ...more,
  });
};

describe('notices', () => {
  it('tells the assignee of an assignment, and the members quietly where there is none', () => {
    expect(told(event('incidents.assigned', { assigneeId: 'elina' }))).toEqual(['elina assigned']);
    expect(told(event('incidents.assigned', { assigneeId: null }))).toEqual([
      'elina assigned-to-group quietly',
      'rihards assigned-to-group quietly',
    ]);
  });

  it('widens the circle with each threshold', () => {
    const at = (pct: number): string[] => told(escalation(pct), { ...parties, assigneeId: 'elina' });
    expect(at(50)).toEqual(['elina threshold']);
    expect(at(75)).toEqual(['elina threshold', 'rihards threshold']);
    expect(at(90)).toEqual(['elina threshold', 'rihards threshold']);
    expect(at(100)).toEqual(['elina breached', 'rihards breached', 'dace breached']);
  });

  it('lets the group stand in quietly for a missing assignee, without telling the lead twice', () => {
    expect(told(escalation(75, { kind: 'response' }))).toEqual(['rihards threshold', 'elina threshold quietly']);
  });

  it('keys a crossing by clock, target and threshold, so that it is told of once', () => {
    const crossing = escalation(75, { targetNo: 2 });
    expect(new Set(planNotices(crossing, parties).map((n) => n.dedupeKey))).toEqual(new Set(['threshold:c:2:75']));
  });

  it('tells the role and the person that a step names, and nobody else', () => {
    const actions = [
      { action: 'notify_role', to: 'process_owner' },
      { action: 'notify_person', to: 'zane' },
    ];
    expect(told(escalation(50, { actions }), { ...parties, roleHolders: { process_owner: ['andris'] } })).toEqual([
      'andris threshold',
      'zane threshold',
    ]);
  });

  it('tells nobody of his own doing', () => {
    expect(told(event('incidents.assigned', { assigneeId: 'elina' }, { actorId: 'elina' }))).toEqual([]);
  });

  it('tells the requester of a reply, a question and a resolution, and staff of the requester’s reply', () => {
    expect(told(event('tickets.comment-added', { visibility: 'public', byStaff: true }, { actorId: 'elina' }))).toEqual(['ilze reply']);
    expect(told(event('tickets.comment-added', { visibility: 'public', byStaff: true, kind: 'question' }, { actorId: 'elina' }))).toEqual([
      'ilze question',
    ]);
    expect(told(event('incidents.resolved', {}, { actorId: 'elina' }))).toEqual(['ilze resolved']);
    expect(
      told(event('tickets.comment-added', { visibility: 'public', byStaff: false }, { actorId: 'ilze' }), {
        ...parties,
        assigneeId: 'elina',
      }),
    ).toEqual(['elina requester-replied']);
  });

  it('never tells of an internal note outside the staff', () => {
    expect(told(event('tickets.comment-added', { visibility: 'internal', byStaff: true }, { actorId: 'elina' }))).toEqual([]);
  });

  it('is silent about imported history', () => {
    expect(told(event('incidents.resolved', {}, { imported: true }))).toEqual([]);
    expect(planMail(event('incidents.resolved', {}, { imported: true }), parties)).toEqual([]);
  });
});

describe('mails', () => {
  it('confirms a ticket to its requester though he filed it himself', () => {
    expect(planMail(event('incidents.submitted', {}, { actorId: 'ilze' }), parties)).toEqual([
      { userId: 'ilze', kind: 'received', dedupeKey: '7:received:ilze' },
    ]);
  });

  it('writes to both where a colleague filed for another', () => {
    const both = planMail(event('incidents.resolved', {}, { actorId: 'elina' }), { requesterId: 'ilze', affectedUserId: 'janis' });
    expect(both.map((m) => m.userId)).toEqual(['ilze', 'janis']);
  });

  it('sends no mail of an internal note, nor of the reader’s own reply', () => {
    expect(planMail(event('tickets.comment-added', { visibility: 'internal', byStaff: true }), parties)).toEqual([]);
    expect(planMail(event('tickets.comment-added', { visibility: 'public', byStaff: false }, { actorId: 'ilze' }), parties)).toEqual([]);
  });
});
