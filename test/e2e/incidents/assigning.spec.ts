import { Desk, group, person } from './desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open();
});

afterAll(() => desk?.close());

describe('assigning', () => {
  it('counts a hop and wants a reason only between groups', async () => {
    const filed = await desk.file();
    expect(await desk.act('elina', filed, 'assignment', { groupId: group('first-line'), assigneeId: person('liga') })).toMatchObject({
      state: 'assigned',
      assignee: { id: person('liga') },
      hopCount: 0,
    });
    expect(await desk.act('rihards', filed, 'assignment', { groupId: group('first-line'), assigneeId: person('elina') })).toMatchObject({
      hopCount: 0,
    });
    expect(await desk.tries('elina', filed, 'assignment', { groupId: group('network') })).toEqual([
      422,
      'incidents.reassignment-needs-reason',
    ]);
    expect(await desk.act('elina', filed, 'assignment', { groupId: group('network'), reason: 'VPN vārteja' })).toMatchObject({
      state: 'assigned',
      group: { id: group('network') },
      assignee: null,
      hopCount: 1,
    });
  });

  it('takes members of the group only, and groups that exist', async () => {
    const filed = await desk.file();
    expect(await desk.tries('elina', filed, 'assignment', { groupId: group('network'), assigneeId: person('elina') })).toEqual([
      422,
      'incidents.assignee-not-in-group',
    ]);
    expect(await desk.tries('elina', filed, 'assignment', { groupId: group('none') })).toEqual([422, 'incidents.group-unknown']);
  });

  it('lets a member take what is nobody’s, and only the lead what is a colleague’s', async () => {
    const filed = await desk.file();
    await desk.act('rihards', filed, 'assignment', { groupId: group('first-line'), assigneeId: person('liga') });
    expect(await desk.tries('elina', filed, 'acceptance')).toEqual([403, 'tickets.not-allowed']);
    expect(await desk.act('rihards', filed, 'acceptance')).toMatchObject({ state: 'in_progress', assignee: { id: person('rihards') } });
  });

  it('resumes what was on hold', async () => {
    const held = await desk.act('elina', await desk.accepted(), 'hold', { reason: 'awaiting_vendor' });
    expect(await desk.act('elina', held, 'assignment', { groupId: group('network'), reason: 'x' })).toMatchObject({
      state: 'assigned',
      holdReason: null,
      hold: null,
    });
    expect((await desk.eventRows(held)).slice(-2).map(({ type, payload }) => [type, payload['cause'] ?? payload['hop']])).toEqual([
      ['incidents.resumed', 'reassign'],
      ['incidents.assigned', true],
    ]);
  });
});
