import { Desk, group, person, type SeenTicket } from './desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open();
});

afterAll(() => desk?.close());

const resolution = { code: 'fixed', text: 'Nomainīts lasītājs.' };

describe('working on an incident', () => {
  it('goes from filed to closed with an event for each step', async () => {
    const filed = await desk.file();
    expect(await desk.act('elina', filed, 'acceptance')).toMatchObject({
      state: 'in_progress',
      assignee: { name: 'Elīna Bērziņa' },
      version: 2,
    });
    expect(await desk.act('elina', filed, 'resolution', resolution)).toMatchObject({
      state: 'resolved',
      resolution: { ...resolution, by: { name: 'Elīna Bērziņa' } },
    });
    expect(await desk.act('ilze', filed, 'confirmation')).toMatchObject({ state: 'closed', reopenUntil: null });
    expect(await desk.events(filed)).toEqual([
      'incidents.submitted',
      'incidents.accepted',
      'incidents.resolved',
      'incidents.confirmed',
      'incidents.closed',
    ]);
  });

  it('is accepted and resolved in one step at one instant', async () => {
    const resolved = await desk.resolved();
    expect(resolved).toMatchObject({ state: 'resolved', reopenUntil: expect.any(String) });
    const rows = await desk.sql<{ at: number }>(
      `select at from platform.event_log where subject_id = $1 and type in ('incidents.accepted', 'incidents.resolved')`,
      [resolved.id],
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]?.at).toBe(rows[1]?.at);
    expect((await desk.eventRows(resolved)).at(-1)?.payload).toMatchObject({
      firstContact: true,
      groupId: group('first-line'),
      assigneeId: person('elina'),
    });
  });

  it('is refused where the lifecycle does not list it: nothing changes, and the refusal is audited', async () => {
    const filed = await desk.file();
    expect(await desk.tries('elina', filed, 'resolution', resolution)).toEqual([409, 'incidents.transition-not-allowed']);
    expect(await desk.tries('elina', filed, 'hold', { reason: 'awaiting_vendor' })).toEqual([409, 'incidents.transition-not-allowed']);
    expect(await desk.tries('ilze', filed, 'confirmation')).toEqual([409, 'incidents.transition-not-allowed']);
    expect(await desk.read('ilze', filed)).toMatchObject({ state: 'new', version: 1 });
    expect((await desk.eventRows(filed)).slice(1)).toEqual([
      { type: 'incidents.transition-refused', payload: { event: 'resolve', state: 'new' } },
      { type: 'incidents.transition-refused', payload: { event: 'hold', state: 'new' } },
      { type: 'incidents.transition-refused', payload: { event: 'confirm', state: 'new' } },
    ]);
  });

  it('is final when closed or cancelled', async () => {
    const closed = await desk.act('ilze', await desk.resolved(), 'confirmation');
    const cancelled = await desk.act('ilze', await desk.file(), 'cancellation', { reason: 'withdrawn' });
    for (const ticket of [closed, cancelled]) {
      expect(await desk.tries('elina', ticket, 'reopening', { reason: 'x' })).toEqual([409, 'incidents.transition-not-allowed']);
      expect(await desk.tries('elina', ticket, 'assignment', { groupId: group('network'), reason: 'x' })).toEqual([
        409,
        'incidents.transition-not-allowed',
      ]);
      expect(await desk.tries('elina', ticket, 'priority', { impact: 1, urgency: 1, reason: 'new_information' })).toEqual([
        409,
        'incidents.transition-not-allowed',
      ]);
      expect(await desk.tries('elina', ticket, 'cancellation', { reason: 'invalid' })).toEqual([409, 'incidents.transition-not-allowed']);
    }
  });

  it('honours the version that the client knows', async () => {
    const filed = await desk.file();
    const elina = await desk.as('elina');
    const stale = await elina.post(`/incidents/${filed.id}/acceptance`, {}, { 'if-match': '"7"' });
    expect([stale.status, stale.body['code']]).toEqual([412, 'platform.version-mismatch']);
    const right = await elina.post(`/incidents/${filed.id}/acceptance`, {}, { 'if-match': '"1"' });
    expect([right.status, right.headers['etag']]).toEqual([200, '"2"']);
  });

  it('lets one of many writers through for each version', async () => {
    const filed = await desk.accepted();
    const elina = await desk.as('elina');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        elina.post(
          `/incidents/${filed.id}/priority`,
          { impact: 1, urgency: (at % 2) + 1, reason: 'new_information' },
          { 'if-match': '"2"' },
        ),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(19);
  });
});

describe('resolving late', () => {
  it('wants to know why, and then is done', async () => {
    const accepted = await desk.accepted();
    await desk.sql(`update sla.clock set due_at = now() - interval '1 minute' where ticket_id = $1 and kind = 'resolution'`, [accepted.id]);
    expect(await desk.tries('elina', accepted, 'resolution', resolution)).toEqual([422, 'incidents.breach-needs-reason']);
    expect((await desk.read('elina', accepted)).state).toBe('in_progress');
    const resolved = await desk.act('elina', accepted, 'resolution', { ...resolution, breachReason: 'Trūka rezerves daļu' });
    expect(resolved.state).toBe('resolved');
  });
});

describe('holding', () => {
  it('asks the requester in public and goes on with his answer', async () => {
    const held = await desk.act('elina', await desk.accepted(), 'hold', { reason: 'awaiting_requester', question: 'Kurš lasītājs?' });
    expect(held).toMatchObject({ state: 'on_hold', holdReason: 'awaiting_requester', hold: { question: 'Kurš lasītājs?' } });
    const ilze = await desk.as('ilze');
    expect((await ilze.get<{ items: object[] }>(`/tickets/${held.id}/comments`)).body.items).toMatchObject([
      { kind: 'question', body: 'Kurš lasītājs?', author: { staff: true } },
    ]);
    const answer = await ilze.post(`/tickets/${held.id}/comments`, { body: 'Melnais.', visibility: 'public' });
    expect(answer.status).toBe(201);
    expect(await desk.read('elina', held)).toMatchObject({ state: 'in_progress', holdReason: null, hold: null });
    expect((await desk.eventRows(held)).at(-1)).toEqual({ type: 'incidents.resumed', payload: { cause: 'reply' } });
  });

  it('does not go on with a reply where it waits for something else, nor with an agent’s', async () => {
    const vendor = await desk.act('elina', await desk.accepted(), 'hold', { reason: 'awaiting_vendor' });
    await (await desk.as('ilze')).post(`/tickets/${vendor.id}/comments`, { body: 'Kā iet?', visibility: 'public' });
    expect((await desk.read('elina', vendor)).state).toBe('on_hold');
    const asked = await desk.act('elina', await desk.accepted(), 'hold', { reason: 'awaiting_requester', question: 'Kad?' });
    await (await desk.as('elina')).post(`/tickets/${asked.id}/comments`, { body: 'Atgādinu.', visibility: 'public' });
    expect((await desk.read('elina', asked)).state).toBe('on_hold');
    expect(await desk.act('elina', asked, 'resumption')).toMatchObject({ state: 'in_progress' });
  });

  it.each([
    [{ reason: 'awaiting_requester' }, 'incidents.hold-needs-question'],
    [{ reason: 'agreed_date', requesterAgreed: true }, 'incidents.hold-needs-date'],
    [{ reason: 'agreed_date', until: '2099-01-05T08:00:00Z', requesterAgreed: false }, 'incidents.hold-needs-consent'],
    [{ reason: 'agreed_date', until: '2020-01-05T08:00:00Z', requesterAgreed: true }, 'incidents.hold-date-passed'],
  ])('refuses %j', async (body, code) => {
    expect(await desk.tries('elina', await desk.accepted(), 'hold', body)).toEqual([422, code]);
  });

  it.each([{ requesterAgreed: true }, {}])('takes a date that the requester agreed to, said so %j', async (said) => {
    const until = '2099-01-05T08:00:00.000Z';
    expect(await desk.act('elina', await desk.accepted(), 'hold', { reason: 'agreed_date', until, ...said })).toMatchObject({
      hold: { reason: 'agreed_date', until },
    });
  });
});

describe('reopening', () => {
  it('goes back to the group, keeps what was said, and counts', async () => {
    const resolved = await desk.resolved();
    const reopened = await desk.act('ilze', resolved, 'reopening', { reason: 'Joprojām nestrādā' });
    expect(reopened).toMatchObject({
      state: 'assigned',
      reopenCount: 1,
      resolution: null,
      resolvedAt: null,
      assignee: { id: person('elina') },
    });
    const { items } = (await (await desk.as('ilze')).get<{ items: object[] }>(`/tickets/${resolved.id}/comments`)).body;
    expect(items).toMatchObject([
      { kind: 'resolution', body: 'Nomainīts lasītājs.', author: { staff: true } },
      { kind: 'reopening', body: 'Joprojām nestrādā', author: { staff: false } },
    ]);
  });

  it('is offered to a requester who replies to a resolved incident', async () => {
    const resolved = await desk.resolved();
    const answer = await (await desk.as('ilze')).post(`/tickets/${resolved.id}/comments`, { body: 'Nē.', visibility: 'public' });
    expect(answer.body).toMatchObject({ mayReopen: true, followUp: null });
    expect((await desk.read('ilze', resolved)).state).toBe('resolved');
  });

  it('becomes a linked follow-up once the incident is closed', async () => {
    const closed = await desk.act('ilze', await desk.resolved(), 'confirmation');
    const ilze = await desk.as('ilze');
    const answer = await ilze.post<{ followUp: { id: string; number: string } }>(`/tickets/${closed.id}/comments`, {
      body: 'Atkal tas pats.',
      visibility: 'public',
    });
    expect(answer.status).toBe(201);
    const next = await desk.read('ilze', answer.body.followUp);
    expect(next).toMatchObject({
      state: 'new',
      followUpOf: { number: closed.number },
      description: 'Atkal tas pats.',
      title: closed.title,
    });
    expect((await ilze.get<{ items: unknown[] }>(`/tickets/${closed.id}/comments`)).body.items).toEqual([]);
    expect((await desk.read('ilze', closed)).abilities).toMatchObject({ followUp: true, replyPublic: false, reopen: false });
  });
});

describe('cancelling', () => {
  it('is the requester’s until somebody has accepted it', async () => {
    const accepted = await desk.accepted();
    expect(await desk.tries('ilze', accepted, 'cancellation', { reason: 'withdrawn' })).toEqual([403, 'tickets.not-allowed']);
    expect(await desk.tries('ilze', await desk.file(), 'cancellation', { reason: 'test' })).toEqual([
      422,
      'incidents.cancellation-reason-not-allowed',
    ]);
    expect(await desk.act('ilze', await desk.file(), 'cancellation', { reason: 'withdrawn' })).toMatchObject({ state: 'cancelled' });
  });

  it('merges the later ticket into the earlier one', async () => {
    const earlier = await desk.file();
    const later = await desk.file();
    const elina = await desk.as('elina');
    await elina.put(`/tickets/${later.id}/watchers/${person('zane')}`);
    await elina.post(`/tickets/${later.id}/comments`, { body: 'No dublikāta.', visibility: 'public' });
    expect(await desk.tries('elina', earlier, 'cancellation', { reason: 'duplicate', duplicateOfId: later.id })).toEqual([
      422,
      'incidents.duplicate-not-earlier',
    ]);
    expect(await desk.tries('elina', later, 'cancellation', { reason: 'duplicate' })).toEqual([422, 'incidents.duplicate-needs-ticket']);
    expect(await desk.act('elina', later, 'cancellation', { reason: 'duplicate', duplicateOfId: earlier.number })).toMatchObject({
      duplicateOf: { number: earlier.number },
    });
    expect((await elina.get<{ items: unknown[] }>(`/tickets/${earlier.id}/comments`)).body.items).toMatchObject([
      { body: 'No dublikāta.', from: { number: later.number } },
    ]);
    expect((await elina.get<{ items: unknown[] }>(`/tickets/${earlier.id}/watchers`)).body.items).toMatchObject([{ id: person('zane') }]);
  });
});

describe('changing the priority', () => {
  it('follows the matrix and says why', async () => {
    const filed = await desk.accepted();
    const changed = await desk.act('elina', filed, 'priority', { impact: 1, urgency: 1, reason: 'new_information', note: 'Trīs reģioni' });
    expect(changed).toMatchObject({ priority: 1 });
    expect((await desk.eventRows(filed)).find(({ type }) => type === 'incidents.priority-changed')).toEqual({
      type: 'incidents.priority-changed',
      payload: {
        from: { impact: 3, urgency: 2, priority: 4 },
        to: { impact: 1, urgency: 1, priority: 1 },
        reasonCode: 'new_information',
        requesterAsked: false,
      },
    });
    expect(await desk.tries('elina', filed, 'priority', { impact: 1, urgency: 1, reason: 'new_information' })).toEqual([
      422,
      'incidents.priority-unchanged',
    ]);
    const note = (await (await desk.as('elina')).get<{ items: SeenTicket[] }>(`/tickets/${filed.id}/comments`)).body.items;
    expect(note).toMatchObject([{ kind: 'note', visibility: 'internal' }]);
  });
});

describe('the lifecycle as data', () => {
  it('is served to the web', async () => {
    const { body } = await (await desk.as('ilze')).get<{ initial: string; transitions: object[] }>('/lifecycles/incident');
    expect(body.initial).toBe('new');
    expect(body.transitions).toContainEqual(expect.objectContaining({ from: 'resolved', event: 'reopen', to: 'assigned' }));
  });
});
