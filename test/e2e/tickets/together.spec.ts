import { RemindOfAside } from '#tickets';
import { startTestApp } from '../../support/app.js';
import { type ClockAudit, differencesIn } from '../../support/check-clock-audit.js';
import { eventually } from '../../support/eventually.js';
import { Desk, group, person, type SeenTicket } from '../incidents/desk.js';

type Together = SeenTicket & { parent: { number: string } | null; asideUntil: string | null; asideNote: string | null };

interface Items<Item> {
  items: Item[];
  code?: string;
}

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.of(await startTestApp({ worker: true }));
});

afterAll(() => desk?.close());

const REASON = { reason: 'Cits printeris.' };
const TOMORROW = new Date(Date.now() + 86_400_000).toISOString();

/** Two tickets of one institution, the earlier first, from two of its people. */
async function pair(): Promise<[SeenTicket, SeenTicket]> {
  const earlier = await desk.file('ilze');
  return [earlier, await desk.file('zane', { title: 'Karšu lasītājs atkal klusē' })];
}

const merge = (later: SeenTicket, earlier: SeenTicket): Promise<SeenTicket> =>
  desk.act('elina', later, 'cancellation', { reason: 'duplicate', duplicateOfId: earlier.number });

async function call<Body>(
  login: string,
  method: 'get' | 'post' | 'put' | 'delete',
  path: string,
  body?: object,
): Promise<{ status: number; body: Body }> {
  const client = await desk.as(login);
  return method === 'get'
    ? client.get<Body>(path)
    : method === 'delete'
      ? client.delete<Body>(path)
      : client[method]<Body>(path, body ?? {});
}

const watchers = async (ticket: SeenTicket): Promise<string[]> =>
  (await call<Items<{ id: string }>>('elina', 'get', `/tickets/${ticket.id}/watchers`)).body.items.map(({ id }) => id);

const mails = (ticket: SeenTicket): Promise<{ kind: string; login: string; text: string }[]> =>
  desk.sql(
    `select d.kind, u.login, d.body_text as text from notifications.delivery d join identity.app_user u on u.id = d.user_id
     where d.ticket_id = $1 order by d.created_at, d.kind`,
    [ticket.id],
  );

const becomeChild = (child: SeenTicket, parent: SeenTicket, login = 'elina') =>
  call<{ code?: string }>(login, 'post', `/tickets/${child.id}/links`, { ticket: parent.number, kind: 'child_of' });

describe('merging', () => {
  it('ends the later ticket, shows its conversation on the earlier, and lets its people wait there for the same answer', async () => {
    const [earlier, later] = await pair();
    await call('zane', 'post', `/tickets/${later.id}/comments`, { body: 'Arī man.', visibility: 'public' });
    expect(await merge(later, earlier)).toMatchObject({ state: 'cancelled', duplicateOf: { number: earlier.number } });
    expect(await watchers(earlier)).toEqual([person('zane')]);
    const saidBy = async (login: string): Promise<string[]> =>
      (
        await call<Items<{ body: string; from: { number: string } | null }>>(login, 'get', `/tickets/${earlier.id}/comments`)
      ).body.items.flatMap(({ body, from }) => (from?.number === later.number ? [body] : []));
    expect(await saidBy('elina')).toEqual(['Arī man.']);
    // Who may not read the later ticket reads nothing of it on the earlier.
    expect(await saidBy('ilze')).toEqual([]);
    const own = await call<Items<{ body: string }>>('zane', 'get', `/tickets/${later.id}/comments`);
    expect(own.body.items.map(({ body }) => body)).toEqual(['Arī man.']);
    const clocks = await desk.sql<{ state: string }>(`select state from sla.clock where ticket_id = $1 and outcome is null`, [later.id]);
    expect(new Set(clocks.map(({ state }) => state))).toEqual(new Set(['cancelled']));
    await eventually(async () =>
      expect((await mails(later)).find(({ kind }) => kind === 'merged')).toMatchObject({
        login: 'zane',
        text: expect.stringContaining(earlier.number),
      }),
    );
    await desk.act('elina', earlier, 'resolution', { code: 'fixed', text: 'Nomainīts lasītājs.', accept: true });
    await eventually(async () =>
      expect((await mails(earlier)).find(({ kind }) => kind === 'watched')).toMatchObject({
        login: 'zane',
        text: expect.stringContaining('Nomainīts lasītājs.'),
      }),
    );
  });

  it('goes from the later to the earlier, and the other way only by the lead with a reason', async () => {
    const [earlier, later] = await pair();
    const wrongWay = { reason: 'duplicate', duplicateOfId: later.number };
    expect(await desk.tries('elina', earlier, 'cancellation', wrongWay)).toEqual([422, 'incidents.duplicate-not-earlier']);
    expect(await desk.tries('elina', earlier, 'cancellation', { ...wrongWay, reversal: 'Vēlākajā ir viss.' })).toEqual([
      422,
      'incidents.duplicate-not-earlier',
    ]);
    expect(await desk.tries('rihards', earlier, 'cancellation', wrongWay)).toEqual([422, 'incidents.reversal-needs-reason']);
    expect(await desk.act('rihards', earlier, 'cancellation', { ...wrongWay, reversal: 'Vēlākajā ir viss.' })).toMatchObject({
      state: 'cancelled',
    });
  });

  it('is taken back by the lead: the promise stands as if it had never been merged', async () => {
    const [earlier, later] = await pair();
    const before = await desk.read('zane', later);
    await merge(later, earlier);
    expect(await desk.tries('elina', later, 'unmerging', REASON)).toEqual([403, 'tickets.not-allowed']);
    expect(await desk.tries('zane', later, 'unmerging', REASON)).toEqual([403, 'tickets.not-allowed']);
    expect(await desk.tries('rihards', later, 'unmerging')).toEqual([422, 'platform.validation-failed']);
    expect((await desk.read('rihards', later)).abilities['unmerge']).toBe(true);
    const back = await desk.act('rihards', later, 'unmerging', REASON);
    expect(back).toMatchObject({ state: 'assigned', duplicateOf: null, closedAt: null, dueAt: before.dueAt });
    expect(back.clocks.map(({ kind, state, dueAt }) => ({ kind, state, dueAt }))).toEqual(
      before.clocks.map(({ kind, state, dueAt }) => ({ kind, state, dueAt })),
    );
    expect(await watchers(earlier)).toEqual([]);
    const audit = await call<ClockAudit>('rihards', 'get', `/tickets/${later.id}/clock-audit`);
    expect(differencesIn(audit.body)).toEqual([]);
    await eventually(async () => expect((await mails(later)).map(({ kind }) => kind)).toContain('unmerged'));
    expect(await desk.tries('rihards', later, 'unmerging', REASON)).toEqual([409, 'incidents.transition-not-allowed']);
    expect(await desk.act('elina', later, 'resolution', { code: 'fixed', text: 'Gatavs.', accept: true })).toMatchObject({
      state: 'resolved',
    });
  });

  it('keeps those who watched the earlier ticket before, and takes back no other cancellation', async () => {
    const [earlier, later] = await pair();
    await call('elina', 'put', `/tickets/${earlier.id}/watchers/${person('zane')}`);
    await merge(later, earlier);
    await desk.act('rihards', later, 'unmerging', REASON);
    expect(await watchers(earlier)).toEqual([person('zane')]);
    const withdrawn = await desk.act('ilze', await desk.file('ilze'), 'cancellation', { reason: 'withdrawn' });
    expect(await desk.tries('rihards', withdrawn, 'unmerging', REASON)).toEqual([409, 'incidents.not-merged']);
  });

  it('carries nobody to another institution’s ticket', async () => {
    const other = await desk.file('janis');
    const later = await desk.file('ilze');
    await merge(later, other);
    expect(await watchers(other)).toEqual([]);
    await eventually(async () => expect((await mails(later)).find(({ kind }) => kind === 'merged')?.text).not.toContain(other.number));
  });
});

describe('parent and child', () => {
  it('has two generations of open incidents', async () => {
    const [parent, child] = await pair();
    const [third, fourth] = await pair();
    expect((await becomeChild(child, parent, 'zane')).status).toBe(403);
    expect((await becomeChild(child, parent)).status).toBe(201);
    expect((await becomeChild(child, parent)).status).toBe(201);
    expect((await becomeChild(child, third)).body.code).toBe('tickets.has-parent');
    expect((await becomeChild(parent, third)).body.code).toBe('tickets.is-parent');
    expect((await becomeChild(third, child)).status).toBe(422);
    expect((await becomeChild(third, third)).status).toBe(422);
    await desk.act('elina', fourth, 'cancellation', { reason: 'invalid' });
    expect((await becomeChild(third, fourth)).status).toBe(422);
    expect((await becomeChild(fourth, parent)).body.code).toBe('tickets.child-is-over');
    expect(await desk.read('elina', child)).toMatchObject({ parent: { number: parent.number } });
    const path = `/tickets/${child.id}/links/child_of/${parent.number}`;
    expect((await call('zane', 'delete', path)).status).toBe(403);
    expect((await call('elina', 'delete', path)).status).toBe(204);
    expect((await call('elina', 'delete', path)).status).toBe(404);
    expect((await call('elina', 'delete', `/tickets/${child.id}/links/duplicate_of/${parent.number}`)).status).toBe(404);
    expect((await becomeChild(child, third)).status).toBe(201);
  });

  it('answers all open children at once, and tells a person who has several of them once', async () => {
    const parent = await desk.file('janis');
    const children = [await desk.file('ilze'), await desk.file('ilze'), await desk.file('zane')];
    const over = await desk.file('zane');
    for (const child of [...children, over]) await becomeChild(child, parent);
    await desk.act('elina', over, 'resolution', { code: 'fixed', text: 'Jau.', accept: true });
    const body = { body: 'Strādājam pie visiem.' };
    expect((await call('janis', 'post', `/tickets/${parent.id}/children/replies`, body)).status).toBe(403);
    const answered = await call<Items<{ number: string }>>('elina', 'post', `/tickets/${parent.id}/children/replies`, body);
    expect(answered.body.items.map(({ number }) => number)).toEqual(children.map(({ number }) => number));
    const replies = async (): Promise<string[]> =>
      (await Promise.all(children.map(mails))).flat().flatMap(({ kind, login }) => (kind === 'reply' ? [login] : []));
    await eventually(async () => expect((await replies()).sort()).toEqual(['ilze', 'zane']));
    expect(await desk.tries('elina', children[0]!, 'children/resolution', { code: 'fixed', text: 'x' })).toEqual([
      409,
      'tickets.no-children',
    ]);
  });

  it('resolves all children with one text, and says which one was refused', async () => {
    const parent = await desk.file('janis');
    const [taken, strange] = [await desk.file('ilze'), await desk.file('ilze')];
    for (const child of [taken, strange]) await becomeChild(child, parent);
    // Rihards has taken it: an agent does not take it from his lead, and so cannot resolve what nobody else has begun.
    await desk.act('rihards', strange, 'assignment', { groupId: group('first-line'), assigneeId: person('rihards') });
    const resolution = { code: 'fixed', text: 'Atjaunināts dzinis.' };
    type Outcome = { ticket: { number: string }; done: boolean; code: string | null };
    const { body } = await call<Items<Outcome>>('elina', 'post', `/incidents/${parent.id}/children/resolution`, resolution);
    expect(body.items).toMatchObject([
      { ticket: { number: taken.number }, done: true, code: null },
      { ticket: { number: strange.number }, done: false, code: 'tickets.not-allowed' },
    ]);
    expect(await desk.read('ilze', taken)).toMatchObject({ state: 'resolved', resolution: { text: 'Atjaunināts dzinis.' } });
    expect((await desk.read('elina', parent)).state).toBe('new');
  });
});

describe('putting aside', () => {
  const aside = (login: string, ticket: SeenTicket, until = TOMORROW) =>
    call<Together & { code?: string }>(login, 'put', `/tickets/${ticket.id}/aside`, { until, note: 'Piezvanīt Ilzei' });

  it('reminds of it once, holds up nothing, and is for those who work on it', async () => {
    const ticket = await desk.accepted();
    expect((await aside('ilze', ticket)).status).toBe(403);
    expect((await aside('elina', ticket, '2020-01-01T00:00:00Z')).status).toBe(422);
    expect((await aside('elina', ticket)).body).toMatchObject({
      asideUntil: TOMORROW,
      asideNote: 'Piezvanīt Ilzei',
      version: ticket.version,
    });
    expect((await desk.read('ilze', ticket)) as Together).toMatchObject({ asideUntil: TOMORROW, asideNote: null });
    const job = desk.app.app.get(RemindOfAside);
    expect(await job.run()).toBe(0);
    await desk.sql(`update tickets.ticket set aside_until = now() - interval '1 second' where id = $1`, [ticket.id]);
    expect([await job.run(), await job.run()]).toEqual([1, 0]);
    expect((await desk.read('elina', ticket)) as Together).toMatchObject({ asideUntil: null, state: 'in_progress' });
    await eventually(async () =>
      expect(
        await desk.sql(`select kind from notifications.notice where user_id = $1 and ticket_id = $2`, [person('elina'), ticket.id]),
      ).toContainEqual({ kind: 'aside-over' }),
    );
  });

  it('is taken up again before its day, and ends with the ticket', async () => {
    const ticket = await desk.accepted();
    await aside('elina', ticket);
    expect((await call('elina', 'delete', `/tickets/${ticket.id}/aside`)).status).toBe(204);
    const told = (await desk.events(ticket)).filter((type) => type.startsWith('tickets.'));
    expect(told).toEqual(['tickets.put-aside', 'tickets.taken-up']);
    await aside('elina', ticket);
    expect(await desk.act('elina', ticket, 'resolution', { code: 'fixed', text: 'Gatavs.' })).toMatchObject({ asideUntil: null });
    expect((await aside('elina', ticket)).body.code).toBe('tickets.not-to-put-aside');
  });
});

describe('whoever answers a call', () => {
  it('sees what is open for the caller and what was before, as far as he may', async () => {
    const open = await desk.file('janis', { title: 'Lūdzu palīdzību' });
    const past = await desk.act('janis', await desk.file('janis'), 'cancellation', { reason: 'withdrawn' });
    const read = (login: string) => call<{ open: SeenTicket[]; past: SeenTicket[] }>(login, 'get', `/people/${person('janis')}/tickets`);
    const { body } = await read('elina');
    expect(body.open.map(({ id }) => id)).toContain(open.id);
    expect(body.past.map(({ id }) => id)).toContain(past.id);
    expect((await read('ilze')).status).toBe(403);
    // A coordinator reads his own institution alone.
    expect((await read('zane')).body).toEqual({ open: [], past: [] });
  });
});

describe('waiting for a change', () => {
  it('ends with the change, and no other wait does', async () => {
    const waits = await desk.act('elina', await desk.accepted(), 'hold', { reason: 'awaiting_change' });
    const other = await desk.act('elina', await desk.accepted(), 'hold', { reason: 'awaiting_vendor' });
    const { body: change } = await call<{ id: string; number: string }>('elina', 'post', '/changes', {
      kind: 'normal',
      title: 'Karšu lasītāju dziņu maiņa',
      description: 'Visās darbstacijās.',
    });
    for (const { id } of [waits, other]) await call('elina', 'post', `/tickets/${id}/links`, { ticket: change.number });
    const cancelled = await call<{ code?: string }>('andris', 'post', `/changes/${change.id}/cancellation`, { reason: 'Nav vajadzīgs.' });
    expect(cancelled.status).toBe(200);
    await eventually(async () => expect((await desk.read('elina', waits)).state).toBe('in_progress'));
    expect(await desk.eventRows(waits)).toContainEqual({ type: 'incidents.resumed', payload: { cause: 'link' } });
    expect((await desk.read('elina', other)).state).toBe('on_hold');
  });
});

describe('the log of a major incident', () => {
  it('keeps who was told what, puts off the reminder, and is for staff', async () => {
    const ticket = await desk.accepted({ impact: 1, urgency: 1 });
    const entry = { audience: 'management', channel: 'phone', body: 'Sistēma atjaunota trijos reģionos.' };
    await desk.sql(`update incidents.incident set update_due_at = now() where ticket_id = $1`, [ticket.id]);
    const logged = await call<Items<{ body: string; by: { id: string } }>>(
      'elina',
      'post',
      `/incidents/${ticket.id}/communications`,
      entry,
    );
    expect(logged.body.items).toMatchObject([{ ...entry, by: { id: person('elina') } }]);
    const [row] = await desk.sql<{ later: boolean }>(
      `select update_due_at > now() + interval '29 minutes' as later from incidents.incident where ticket_id = $1`,
      [ticket.id],
    );
    expect(row?.later).toBe(true);
    expect((await call('ilze', 'get', `/incidents/${ticket.id}/communications`)).status).toBe(403);
    expect(await desk.tries('elina', await desk.accepted(), 'communications', entry)).toEqual([409, 'incidents.not-major']);
  });
});
