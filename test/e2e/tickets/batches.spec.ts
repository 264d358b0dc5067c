import { randomUUID } from 'node:crypto';
import { Desk, group, person, type SeenTicket } from '../incidents/desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open();
});

afterAll(() => desk?.close());

interface Result {
  id: string;
  ticket: SeenTicket | null;
  refusal: { status: number; code: string; detail: string } | null;
}

interface Batch {
  done: number;
  refused: number;
  items: Result[];
  code?: string;
}

interface Holders {
  items: { id: string; open: number; problems: number; changes: number; away: { until: string; delegate: { id: string } | null } | null }[];
  groupIds: string[];
}

/** The day that it is in Latvia. */
const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Riga' }).format(new Date());

async function run(login: string, body: object, key: string = randomUUID()): Promise<Batch> {
  const answer = await (await desk.as(login)).postOnce<Batch>('/incidents/batches', body, key);
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

const outcome = ({ items }: Batch): (string | undefined)[] => items.map(({ ticket, refusal }) => ticket?.state ?? refusal?.code);
const named = (...tickets: SeenTicket[]): { id: string; version: number }[] => tickets.map(({ id, version }) => ({ id, version }));

describe('a batch', () => {
  it('resolves those that can be resolved, and says of the others why not', async () => {
    const ready = await desk.accepted();
    const fresh = await desk.file();
    const over = await desk.resolved();
    const batch = await run('elina', {
      action: 'resolve',
      incidents: [{ id: ready.id }, { id: fresh.id, accept: true }, { id: over.id }, { id: randomUUID() }],
      resolution: { code: 'fixed', text: 'Nomainīts lasītājs.' },
    });
    expect(outcome(batch)).toEqual(['resolved', 'resolved', 'incidents.transition-not-allowed', 'tickets.not-found']);
    expect([batch.done, batch.refused]).toEqual([2, 2]);
    expect(batch.items[2]!.refusal).toMatchObject({ status: 409, detail: expect.stringMatching(/\p{L}+ \p{L}+/u) as string });
    expect(await desk.events(over)).toContain('incidents.transition-refused');
  });

  it('leaves alone what somebody changed meanwhile', async () => {
    const [one, other] = [await desk.accepted(), await desk.accepted()];
    await desk.act('rihards', one, 'priority', { impact: 1, urgency: 1, reason: 'new_information' });
    const batch = await run('elina', { action: 'hold', incidents: named(one, other), hold: { reason: 'awaiting_vendor' } });
    expect(outcome(batch)).toEqual(['platform.version-mismatch', 'on_hold']);
    expect((await desk.read('elina', one)).state).toBe('in_progress');
  });

  it('hands over what somebody holds who is away: his own, or for the lead of the group', async () => {
    const held = await desk.accepted();
    const list = async (login: string): Promise<Holders> => (await (await desk.as(login)).get<Holders>('/hand-over/people')).body;
    const elina = await list('elina');
    expect(elina.items.map(({ id }) => id)).toEqual([person('elina')]);
    expect(elina.groupIds).toEqual([]);
    const away = { firstDay: today(), lastDay: today(), delegateId: person('liga') };
    expect((await (await desk.as('elina')).post('/me/absences', away)).status).toBe(201);
    const seen = await list('rihards');
    expect(seen.groupIds).toEqual([group('first-line')]);
    expect(seen.items[0]).toMatchObject({
      id: person('elina'),
      open: elina.items[0]!.open,
      away: { until: today(), delegate: { id: person('liga') } },
    });
    const batch = await run('rihards', {
      action: 'assign',
      incidents: [{ id: held.id, assignment: { groupId: group('first-line'), assigneeId: person('liga') } }],
    });
    expect(batch.items[0]!.ticket).toMatchObject({ state: 'assigned', assignee: { id: person('liga') } });
    expect((await list('rihards')).items.find(({ id }) => id === person('elina'))!.open).toBe(elina.items[0]!.open - 1);
    expect((await list('andris')).items).toEqual([]);
  });

  it('hands over problems and changes as well, each by the rules of its module', async () => {
    const ask = async (login: string, method: 'post' | 'patch', path: string, body: object): Promise<SeenTicket> => {
      const answer = await (await desk.as(login))[method]<SeenTicket>(path, body);
      if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body;
    };
    const opening = { title: 'Pārrāvumi', description: 'Rītos.', origin: 'trend', originText: 'Aug.', groupId: group('first-line') };
    const problem = await ask('elina', 'post', '/problems', opening);
    await ask('rihards', 'post', `/problems/${problem.id}/investigation`, { ownerId: person('elina') });
    const wish = { title: 'Jauns lauks', description: 'Veidlapā.', groupId: group('first-line'), assigneeId: person('elina') };
    const change = await ask('andris', 'post', '/changes', wish);
    const held = async () => {
      const { items } = (await (await desk.as('rihards')).get<Holders>('/hand-over/people')).body;
      const { problems, changes } = items.find(({ id }) => id === person('elina')) ?? {};
      return [problems ?? 0, changes ?? 0];
    };
    const listed = async (list: string) =>
      (await (await desk.as('rihards')).get<{ items: SeenTicket[] }>(`/${list}?assigneeId=${person('elina')}`)).body.items;
    expect(await held()).toEqual([1, 1]);
    expect((await listed('problems')).map(({ id, version }) => [id, typeof version])).toEqual([[problem.id, 'number']]);
    expect((await listed('changes')).map(({ id, version }) => [id, typeof version])).toEqual([[change.id, 'number']]);
    const rihards = await desk.as('rihards');
    const nobody = await rihards.post<{ errors: { code: string }[] }>(`/problems/${problem.id}/assignment`, {
      groupId: group('first-line'),
    });
    expect([nobody.status, nobody.body.errors[0]?.code]).toEqual([422, 'problems.owner-needed']);
    await ask('rihards', 'post', `/problems/${problem.id}/assignment`, { groupId: group('first-line'), assigneeId: person('liga') });
    expect((await ask('rihards', 'patch', `/changes/${change.id}`, { assigneeId: null })).assignee).toBeNull();
    expect(await held()).toEqual([0, 0]);
  });

  it('assigns, and takes the assignment back to where each one was', async () => {
    const [one, other] = [await desk.accepted(), await desk.file()];
    const sent = await run('elina', {
      action: 'assign',
      incidents: named(one, other),
      assignment: { groupId: group('network'), reason: 'Tīkls.' },
    });
    expect(sent.items.map(({ ticket }) => ticket?.group?.id)).toEqual([group('network'), group('network')]);
    const back = await run('rihards', {
      action: 'assign',
      incidents: sent.items.map(({ ticket }, at) => ({
        ...named(ticket!)[0]!,
        assignment: { groupId: group('first-line'), reason: 'Atsaukts.', ...(at === 0 ? { assigneeId: person('elina') } : {}) },
      })),
    });
    expect(back.items.map(({ ticket }) => [ticket?.group?.id, ticket?.assignee?.id ?? null])).toEqual([
      [group('first-line'), person('elina')],
      [group('first-line'), null],
    ]);
  });

  it('holds, resumes and cancels', async () => {
    const tickets = [await desk.accepted(), await desk.accepted()];
    const ids = tickets.map(({ id }) => ({ id }));
    expect(outcome(await run('elina', { action: 'hold', incidents: ids, hold: { reason: 'awaiting_internal' } }))).toEqual([
      'on_hold',
      'on_hold',
    ]);
    expect(outcome(await run('elina', { action: 'resume', incidents: ids }))).toEqual(['in_progress', 'in_progress']);
    expect(outcome(await run('elina', { action: 'cancel', incidents: ids, cancellation: { reason: 'test' } }))).toEqual([
      'cancelled',
      'cancelled',
    ]);
  });

  it('has the rights of its sender for each: another institution’s reads like none, and what he may not do is refused', async () => {
    const ticket = await desk.accepted();
    const resume = { action: 'resume', incidents: [{ id: ticket.id }, { id: randomUUID() }] };
    const strangers = await run('edgars', resume);
    expect(strangers.items[0]!.refusal).toEqual(strangers.items[1]!.refusal);
    expect(outcome(await run('andris', resume))[0]).toBe('tickets.not-allowed');
    expect((await (await desk.as('ilze')).post('/incidents/batches', resume)).status).toBe(403);
  });

  it('sent twice with its key acts once, and does what was refused the first time', async () => {
    const [one, other] = [await desk.accepted(), await desk.file()];
    const key = randomUUID();
    const body = {
      action: 'resolve',
      incidents: [{ id: one.id }, { id: other.id }],
      resolution: { code: 'fixed', text: 'Gatavs.' },
    };
    expect(outcome(await run('elina', body, key))).toEqual(['resolved', 'incidents.transition-not-allowed']);
    await desk.act('elina', other, 'acceptance');
    expect(outcome(await run('elina', body, key))).toEqual(['resolved', 'resolved']);
    expect((await desk.events(one)).filter((type) => type === 'incidents.resolved')).toHaveLength(1);
    const reused = await (await desk.as('elina')).postOnce<Batch>('/incidents/batches', { ...body, action: 'resume' }, key);
    expect([reused.status, reused.body.code]).toEqual([422, 'platform.idempotency-key-reused']);
  });

  it.each([
    { action: 'delete', incidents: [{ id: randomUUID() }] },
    { action: 'resume', incidents: [] },
    { action: 'resume', incidents: [{ id: 'INC-2026-000001' }] },
    { action: 'resume', incidents: Array.from({ length: 101 }, () => ({ id: randomUUID() })) },
    { action: 'resolve', incidents: [{ id: randomUUID() }] },
    { action: 'resolve', incidents: [{ id: randomUUID() }], resolution: { code: 'fixed', text: ' ' } },
    { action: 'assign', incidents: [{ id: randomUUID() }] },
    { action: 'hold', incidents: [{ id: randomUUID() }], hold: { reason: 'out to lunch' } },
  ])('is refused whole where it makes no sense (%#)', async (body) => {
    expect((await (await desk.as('elina')).post('/incidents/batches', body)).status).toBe(422);
  });
});
