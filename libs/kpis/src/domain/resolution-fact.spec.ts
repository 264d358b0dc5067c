import { describe, expect, it } from '@jest/globals';
import { firstResolutionOf, resolutionOf, type FirstResolutionFact, type ResolutionFact } from './resolution-fact.js';
import { FIRST_LINE, History, SECOND_LINE } from './test/history.js';
import { TicketTimeline } from './ticket-timeline.js';

const opened = (more = {}): History => new History().submitted('2026-03-02T09:00', more);
const resolved = (history: History, at = '2026-03-05T10:00', groupId = FIRST_LINE): History =>
  history.add(at, 'incidents.resolved', { code: 'fixed', groupId, assigneeId: 'agent' });
const reply = (history: History, byStaff = true, visibility = 'public'): History =>
  history.add('2026-03-03T09:00', 'tickets.comment-added', { commentId: 'c', byStaff, visibility });
const handedTo = (history: History, groupId: string, assigneeId: string, from = {}): History =>
  history.add('2026-03-02T10:00', 'incidents.assigned', { groupId, assigneeId, hop: false, ...from });

const standing = ({ events }: History): ResolutionFact | null => resolutionOf(events, new TicketTimeline(events), false);
const first = ({ events }: History): FirstResolutionFact | null => firstResolutionOf(events, new TicketTimeline(events));

describe('resolved at first contact', () => {
  it('is what the first group resolved with at most one public message of staff', () => {
    expect(standing(resolved(opened()))).toMatchObject({ firstContact: true, month: '2026-03', groupId: FIRST_LINE });
    expect(standing(resolved(reply(opened())))).toMatchObject({ firstContact: true });
    expect(standing(resolved(reply(reply(opened()))))).toMatchObject({ firstContact: false });
  });

  it('does not mind what the requester wrote, internal notes, and what was said after the resolution', () => {
    const talked = reply(reply(reply(opened(), false), true, 'internal'), true, 'internal');
    expect(standing(reply(reply(resolved(talked))))).toMatchObject({ firstContact: true });
  });

  it('is not what another group resolved, nor what was handed on and came back', () => {
    expect(standing(resolved(opened(), undefined, SECOND_LINE))).toMatchObject({ firstContact: false });
    const there = handedTo(opened(), SECOND_LINE, 'other', { fromGroupId: FIRST_LINE });
    const back = handedTo(there, FIRST_LINE, 'agent', { fromGroupId: SECOND_LINE });
    expect(standing(resolved(back))).toMatchObject({ firstContact: false });
  });

  it('is not what went from one person to another, and is what was given to its first person', () => {
    const given = handedTo(opened(), FIRST_LINE, 'agent', { fromGroupId: FIRST_LINE, fromAssigneeId: null });
    expect(standing(resolved(given))).toMatchObject({ firstContact: true });
    const passed = handedTo(given, FIRST_LINE, 'other', { fromGroupId: FIRST_LINE, fromAssigneeId: 'agent' });
    expect(standing(resolved(passed))).toMatchObject({ firstContact: false });
  });

  it('is not what was on hold, and never what was reopened', () => {
    expect(standing(resolved(opened().add('2026-03-03T09:00', 'incidents.put-on-hold', { reason: 'awaiting_vendor' })))).toMatchObject({
      firstContact: false,
    });
    const reopened = resolved(opened()).add('2026-03-06T09:00', 'incidents.reopened', { reason: 'again', groupId: FIRST_LINE });
    expect(standing(reopened)).toBeNull();
    expect(standing(resolved(reopened, '2026-04-07T09:00+03:00'))).toMatchObject({ firstContact: false, month: '2026-04' });
  });

  it('does not ask of monitoring, nor of what was cancelled', () => {
    expect(standing(resolved(opened({ source: 'monitoring' })))).toBeNull();
    expect(standing(resolved(opened()).add('2026-03-06T09:00', 'incidents.cancelled', { reason: 'duplicate' }))).toBeNull();
  });
});

describe('a first resolution', () => {
  it('stays in its month, however often the ticket is resolved again', () => {
    const again = resolved(
      resolved(opened()).add('2026-03-31T23:30+03:00', 'incidents.reopened', { reason: 'again' }),
      '2026-04-02T09:00+03:00',
    );
    expect(first(resolved(opened()))).toMatchObject({ reopened: false, month: '2026-03' });
    expect(first(again)).toMatchObject({ reopened: true, month: '2026-03' });
  });

  it('counts as reopened also where the ticket was merged into another one afterwards, but not where it was a test', () => {
    const reopened = resolved(opened()).add('2026-03-06T09:00', 'incidents.reopened', { reason: 'again' });
    expect(first(reopened.add('2026-03-07T09:00', 'incidents.cancelled', { reason: 'duplicate' }))).toMatchObject({ reopened: true });
    expect(first(resolved(opened()).add('2026-03-06T09:00', 'incidents.cancelled', { reason: 'test' }))).toBeNull();
  });

  it('names the service and the group of its instant', () => {
    const moved = opened({ serviceId: 'a' }).add('2026-03-03T09:00', 'incidents.service-changed', { to: { serviceId: 'b' } });
    expect(first(resolved(moved, undefined, SECOND_LINE))).toMatchObject({ serviceId: 'b', groupId: SECOND_LINE });
  });
});
