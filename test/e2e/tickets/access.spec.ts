import { randomUUID } from 'node:crypto';
import { Desk, group, person, type SeenTicket } from '../incidents/desk.js';

let desk: Desk;
let ticket: SeenTicket;

beforeAll(async () => {
  desk = await Desk.open();
  ticket = await desk.file('ilze');
  const elina = await desk.as('elina');
  await elina.post(`/tickets/${ticket.id}/comments`, { body: 'Slepena piezīme', visibility: 'internal' });
  await elina.post(`/tickets/${ticket.id}/comments`, { body: 'Sveika!', visibility: 'public' });
});

afterAll(() => desk?.close());

const PARTS = ['', '/history', '/comments', '/attachments', '/links', '/watchers'];

async function statusOf(login: string, path: string): Promise<number> {
  return (await (await desk.as(login)).get(path)).status;
}

describe('who may read a ticket', () => {
  it.each(['ilze', 'zane', 'elina', 'rihards', 'dace', 'andris', 'inga'])('is %s, by id and by number', async (login) => {
    for (const part of PARTS) expect(await statusOf(login, `/tickets/${ticket.id}${part}`)).toBe(200);
    expect(await statusOf(login, `/tickets/${ticket.number.toLowerCase()}`)).toBe(200);
  });

  it.each(['janis', 'admin'])('is not %s, for whom it is like one that does not exist', async (login) => {
    const client = await desk.as(login);
    for (const part of PARTS) {
      const real = await client.get(`/tickets/${ticket.id}${part}`);
      const none = await client.get(`/tickets/${randomUUID()}${part}`);
      expect({ ...real.body, instance: '' }).toEqual({ ...none.body, instance: '' });
      expect(real.status).toBe(none.status);
      expect([403, 404]).toContain(real.status);
    }
  });

  it('answers each change of another institution’s ticket like one of none', async () => {
    const janis = await desk.as('janis');
    const posts: [string, object][] = [
      ['acceptance', {}],
      ['assignment', { groupId: group('network') }],
      ['hold', { reason: 'awaiting_vendor' }],
      ['resumption', {}],
      ['resolution', { code: 'fixed', text: 'x' }],
      ['confirmation', {}],
      ['reopening', { reason: 'x' }],
      ['cancellation', { reason: 'withdrawn' }],
      ['priority', { impact: 1, urgency: 1, reason: 'new_information' }],
    ];
    for (const [what, body] of posts) {
      const real = await janis.post(`/incidents/${ticket.id}/${what}`, body, { 'if-match': '"99"' });
      const none = await janis.post(`/incidents/${randomUUID()}/${what}`, body, { 'if-match': '"99"' });
      expect([real.status, { ...real.body, instance: '' }]).toEqual([404, { ...none.body, instance: '' }]);
    }
    expect((await janis.post(`/tickets/${ticket.id}/comments`, { body: 'x', visibility: 'public' })).status).toBe(404);
    const own = await desk.file('janis');
    const merged = await janis.post(`/incidents/${own.id}/cancellation`, { reason: 'duplicate', duplicateOfId: ticket.number });
    expect([merged.status, merged.body['code']]).toEqual([422, 'incidents.duplicate-unknown']);
  });

  it('is the group that it has left, for thirty days', async () => {
    const moved = await desk.file('ilze');
    await desk.act('elina', moved, 'assignment', { groupId: group('network') });
    await desk.act('rihards', moved, 'assignment', { groupId: group('servers'), reason: 'x' });
    const watched = await desk.sql<{ seen: number }>(`select count(*) as seen from tickets.past_group where ticket_id = $1`, [moved.id]);
    expect(watched[0]?.seen).toBe(2);
  });

  it('is nobody but its people and those named, once it is restricted', async () => {
    const secret = await desk.accepted();
    await desk.sql(`update tickets.ticket set restricted = true where id = $1`, [secret.id]);
    expect(await statusOf('ilze', `/tickets/${secret.id}`)).toBe(200);
    expect(await statusOf('elina', `/tickets/${secret.id}`)).toBe(200);
    for (const login of ['rihards', 'dace', 'zane', 'inga', 'andris']) expect(await statusOf(login, `/tickets/${secret.id}`)).toBe(404);
    const counts = async (login: string): Promise<unknown> => (await (await desk.as(login)).get('/tickets/counts')).body['all'];
    const before = await counts('rihards');
    await desk.sql(`update tickets.ticket set restricted = false where id = $1`, [secret.id]);
    expect(await counts('rihards')).toBe(Number(before) + 1);
  });
});

describe('what one may read but not do', () => {
  it.each([
    ['dace', 'acceptance', {}],
    ['zane', 'cancellation', { reason: 'withdrawn' }],
    ['ilze', 'acceptance', {}],
    ['ilze', 'priority', { impact: 1, urgency: 1, reason: 'new_information' }],
    ['inga', 'confirmation', {}],
  ])('answers %s 403 on %s', async (login, what, body) => {
    expect(await desk.tries(login, ticket, what, body)).toEqual([403, 'tickets.not-allowed']);
  });

  it('holds for internal notes of people who are no staff, and for replies of those who only read', async () => {
    for (const [login, visibility] of [
      ['ilze', 'internal'],
      ['zane', 'public'],
      ['dace', 'internal'],
      ['inga', 'public'],
    ] as const) {
      expect((await (await desk.as(login)).post(`/tickets/${ticket.id}/comments`, { body: 'x', visibility })).status).toBe(403);
    }
  });
});

describe('internal notes', () => {
  it.each(['ilze', 'zane'])('are not told to %s, in no list', async (login) => {
    const client = await desk.as(login);
    const comments = (await client.get<{ items: { body: string }[] }>(`/tickets/${ticket.id}/comments`)).body.items;
    const history = (await client.get<{ items: { type: string; text: string; payload: object }[] }>(`/tickets/${ticket.id}/history`)).body
      .items;
    expect(comments.map(({ body }) => body)).toEqual(['Sveika!']);
    expect(history.map(({ type }) => type)).toEqual(['incidents.submitted', 'tickets.comment-added']);
    expect(JSON.stringify(history)).not.toContain('internal');
  });

  it('are told to staff', async () => {
    const comments = (await (await desk.as('rihards')).get<{ items: { body: string }[] }>(`/tickets/${ticket.id}/comments`)).body.items;
    expect(comments.map(({ body }) => body)).toEqual(['Slepena piezīme', 'Sveika!']);
  });
});

describe('the history', () => {
  it('is told in the reader’s language', async () => {
    const lines = async (login: string): Promise<string[]> =>
      (await (await desk.as(login)).get<{ items: { text: string }[] }>(`/tickets/${ticket.id}/history`)).body.items.map(({ text }) => text);
    expect((await lines('ilze'))[0]).toBe('Iesniegts incidents ar prioritāti P4, grupa 1. līnija');
    await (await desk.as('ilze')).patch('/me', { locale: 'en' });
    expect((await lines('ilze'))[0]).toBe('Incident filed with priority P4, group First line');
  });

  it('keeps the reason of a reassignment among staff', async () => {
    const moved = await desk.accepted();
    await desk.act('elina', moved, 'assignment', { groupId: group('network'), reason: 'Kolēģis netiek galā' });
    const told = async (login: string): Promise<string> =>
      JSON.stringify((await (await desk.as(login)).get(`/tickets/${moved.id}/history`)).body);
    expect(await told('elina')).toContain('Kolēģis');
    expect(await told('ilze')).not.toContain('Kolēģis');
  });
});

describe('watching', () => {
  it('opens a ticket to a colleague of the institution, never to another institution', async () => {
    const elina = await desk.as('elina');
    const refused = await elina.put(`/tickets/${ticket.id}/watchers/${person('janis')}`);
    expect([refused.status, refused.body['code']]).toEqual([422, 'tickets.watcher-not-allowed']);
    expect((await (await desk.as('ilze')).put(`/tickets/${ticket.id}/watchers/${person('zane')}`)).status).toBe(403);
    expect((await elina.put<{ items: object[] }>(`/tickets/${ticket.id}/watchers/${person('dace')}`)).body.items).toEqual([
      { id: person('dace'), name: 'Dace Vītola' },
    ]);
    expect((await elina.delete(`/tickets/${ticket.id}/watchers/${person('dace')}`)).status).toBe(204);
  });
});

describe('links', () => {
  it('show only what the reader may see', async () => {
    const other = await desk.file('janis');
    const elina = await desk.as('elina');
    const linked = await elina.post<{ items: object[] }>(`/tickets/${ticket.id}/links`, { ticket: other.number });
    expect(linked.body.items).toMatchObject([{ kind: 'related', direction: 'out', ticket: { number: other.number } }]);
    expect((await (await desk.as('ilze')).get<{ items: object[] }>(`/tickets/${ticket.id}/links`)).body.items).toEqual([]);
    expect((await elina.post(`/tickets/${ticket.id}/links`, { ticket: ticket.number })).status).toBe(422);
  });
});
