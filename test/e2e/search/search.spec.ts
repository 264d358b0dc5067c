import { IndexTickets, RebuildIndex, sliceOf } from '#search';
import { type Actor, ActorReader } from '#identity';
import { Database } from '#platform';
import { TicketFacts } from '#tickets';
import type { Instant } from '#kernel';
import { foundSql, type FoundTicket } from '../../../apps/api/src/views/search/found-sql.js';
import { Desk, type SeenTicket, service } from '../incidents/desk.js';

interface Marked {
  text: string;
  marks: { from: number; to: number }[];
}

interface Found {
  tickets: { number: string; title: Marked; excerpt: (Marked & { in: string }) | null }[];
  people: { name: Marked }[];
  services: { name: Marked }[];
  items: { tag: string }[];
  knownErrors: { title: Marked }[];
  nextCursor: string | null;
  corrections: { typed: string; takenFor: string }[];
}

let desk: Desk;
const tickets: Record<string, SeenTicket> = {};

beforeAll(async () => {
  desk = await Desk.open();
  tickets['printer'] = await desk.file('ilze', { title: 'Printeris pīkst', description: 'Papīrs iestrēdzis otrajā datorā.' });
  tickets['slow'] = await desk.file('ilze', { title: 'Lēns tīkls birojā', description: 'Printera meklēšana ilgst stundu.' });
  tickets['other'] = await desk.file('janis', { title: 'Printeriem nav tintes', description: 'Pasūtīt.' });
  tickets['secret'] = await desk.file('ilze', { title: 'Printeru ielaušanās', description: 'Slepeni.' });
  await desk.sql(`update tickets.ticket set restricted = true where id = $1`, [tickets['secret'].id]);
  const note = { body: 'Aizdomas par viltotu kasetni', visibility: 'internal' };
  await (await desk.as('elina')).post(`/tickets/${tickets['printer'].id}/comments`, note);
  await (await desk.as('elina')).post(`/tickets/${tickets['slow'].id}/comments`, { body: 'Pārbaudiet maršrutētāju', visibility: 'public' });
  await rebuild();
}, 120_000);

afterAll(() => desk?.close());

const rebuild = (): Promise<number> => desk.app.app.get(RebuildIndex).execute(() => undefined);

async function find(login: string, q: string, more = ''): Promise<Found> {
  const answer = await (await desk.as(login)).get<Found>(`/search?q=${encodeURIComponent(q)}${more}`);
  expect(answer.status).toBe(200);
  return answer.body;
}

/** Which of the tickets are found, by their names here. */
async function names(login: string, q: string, more = ''): Promise<string[]> {
  const found = await find(login, q, more);
  const known = new Map(Object.entries(tickets).map(([name, { number }]) => [number, name]));
  return found.tickets.map(({ number }) => known.get(number) ?? number);
}

const marksOf = ({ text, marks }: Marked): string[] => marks.map(({ from, to }) => text.slice(from, to));

describe('A search', () => {
  it('finds a word from any of its forms, with and without marks on the letters', async () => {
    for (const q of ['printeris', 'printerī', 'PRINTERIEM', 'printera'])
      expect(await names('elina', q)).toEqual(['other', 'printer', 'slow']);
    expect(await names('elina', 'lēnais tīkls')).toEqual(['slow']);
    expect(await names('elina', 'lens tikla')).toEqual(['slow']);
  });

  it('puts what stands in the title first, or the newest', async () => {
    expect((await names('elina', 'printeris'))[2]).toBe('slow');
    expect(await names('elina', 'printeris', '&sort=newest')).toEqual(['other', 'slow', 'printer']);
  });

  it('finds comments, beginnings and phrases', async () => {
    expect(await names('ilze', 'maršrutētājs')).toEqual(['slow']);
    expect(await names('elina', 'marš*')).toEqual(['slow']);
    expect(await names('elina', 'marš', '&typing=true')).toEqual(['slow']);
    expect(await names('elina', '"lēns tīkls"')).toEqual(['slow']);
    expect(await names('elina', '"tīkls lēns"', '&sort=newest')).toEqual([]);
  });

  it('finds a ticket by its number, whole or by its last digits', async () => {
    const { number } = tickets['slow']!;
    expect(await names('elina', number.toLowerCase())).toEqual(['slow']);
    expect(await names('elina', number.slice(-3))).toEqual(['slow']);
    expect(await names('janis', number)).toEqual([]);
  });

  it('says where the words stand', async () => {
    const [hit] = (await find('elina', 'tīklā printeris')).tickets;
    expect(hit && marksOf(hit.title)).toEqual(['tīkls']);
    expect(hit?.excerpt && marksOf(hit.excerpt)).toEqual(['Printera']);
    expect(hit?.excerpt?.in).toBe('description');
  });

  it('forgives slips of the fingers where little is found, and says so', async () => {
    const found = await find('elina', 'pritneris');
    expect(found.corrections).toEqual([{ typed: 'pritneris', takenFor: expect.stringMatching(/^printer/) }]);
    expect(found.tickets).toHaveLength(3);
    expect((await find('elina', 'printeris')).corrections).toEqual([]);
    expect((await find('elina', 'qqqqzzzz')).tickets).toEqual([]);
  });

  it('narrows by kind, state and service', async () => {
    expect(await names('elina', 'printeris', '&kinds=change')).toEqual([]);
    expect(await names('elina', 'printeris', '&kinds=incident&state=open')).toHaveLength(3);
    expect(await names('elina', 'printeris', `&serviceId=${service('MAIL')}`)).toEqual([]);
  });

  it('goes on where a page ended', async () => {
    for (const sort of ['best', 'newest']) {
      const first = await find('elina', 'printeris', `&sort=${sort}&limit=2`);
      const second = await find('elina', 'printeris', `&sort=${sort}&limit=2&cursor=${first.nextCursor}`);
      expect(first.tickets).toHaveLength(2);
      expect(second.tickets).toHaveLength(1);
      expect(second.nextCursor).toBeNull();
      expect(new Set([...first.tickets, ...second.tickets].map(({ number }) => number)).size).toBe(3);
    }
    expect((await (await desk.as('elina')).get('/search?q=printeris&cursor=x')).status).toBe(422);
  });

  it('finds people, services and known errors for whoever reads them', async () => {
    expect((await find('elina', 'kalniņa')).people.map(({ name }) => name.text)).toEqual(['Ilze Kalniņa']);
    expect((await find('ilze', 'kalniņa')).people).toEqual([]);
    expect((await find('elina', 'pasts')).services.length).toBeGreaterThan(0);
  });

  it('has no words that could break it', async () => {
    for (const q of ['', ' ', '%', '_', "'; drop table search.term; --", '\\', '"', '***', ':p:', 'a'.repeat(200), '🖨', '\u202eretnirp'])
      expect((await find('elina', q)).tickets.length).toBeLessThan(4);
    expect((await (await desk.as('elina')).get(`/search?q=${'a'.repeat(201)}`)).status).toBe(422);
    expect((await (await desk.as('elina')).get('/search?q=a&sort=id;drop')).status).toBe(422);
  });
});

describe('What is found', () => {
  it('is never of another institution', async () => {
    expect(await names('janis', 'printeris')).toEqual(['other']);
    expect(await names('zane', 'printeris')).toEqual(['printer', 'slow']);
    expect(await names('janis', 'maršrutētājs')).toEqual([]);
    expect(await names('admin', 'printeris')).toEqual([]);
  });

  it('is found in internal notes by staff alone', async () => {
    expect(await names('elina', 'viltota kasetne')).toEqual(['printer']);
    expect((await find('elina', 'kasetne')).tickets[0]?.excerpt?.in).toBe('note');
    // Nor does a guess tell that a word like it stands where one may not read.
    expect((await find('elina', 'viltutu')).corrections).toEqual([{ typed: 'viltutu', takenFor: expect.stringMatching(/^viltot/) }]);
    expect(await find('ilze', 'viltutu')).toMatchObject({ tickets: [], corrections: [] });
    for (const q of ['kasetne', 'printeris kasetne', 'kaset*', '"viltotu kasetni"', 'kasetna']) expect(await names('ilze', q)).toEqual([]);
    expect((await find('ilze', 'pīkst')).tickets[0]?.excerpt).toBeNull();
  });

  it('is restricted only for whom the ticket names', async () => {
    expect(await names('ilze', 'ielaušanās')).toEqual(['secret']);
    for (const login of ['elina', 'dace', 'inga', 'zane']) expect(await names(login, 'ielaušanās')).toEqual([]);
  });

  it('is hidden at once from whoever may not see it any more, whatever the index says', async () => {
    const { id } = tickets['other']!;
    await desk.sql(`update tickets.ticket set restricted = true where id = $1`, [id]);
    expect(await names('elina', 'tinte')).toEqual([]);
    await desk.sql(`update tickets.ticket set restricted = false where id = $1`, [id]);
    expect(await names('elina', 'tinte')).toEqual(['other']);
  });

  it('is read as staff by those whom the ticket itself calls staff', async () => {
    const database = desk.app.app.get(Database);
    const all = await desk.sql<{ id: string }>(`select id from tickets.ticket`);
    for (const login of ['ilze', 'zane', 'elina', 'edgars', 'rihards', 'dace', 'inga', 'andris', 'viktors']) {
      const actor = await actorOf(login);
      const { sql, values } = foundSql(actor, { words: [], marks: [], types: ['incident'], openOnly: false, limit: 50 }, now());
      const found = await database.query<FoundTicket>(sql, values);
      for (const { id } of all) {
        const seen = await desk.app.app.get(TicketFacts).seenBy(actor, id);
        expect([login, id, found.find((one) => one.id === id)?.staff]).toEqual([login, id, seen?.standing.staff]);
      }
    }
  });
});

describe('The index', () => {
  it('follows a ticket by its events, and writes what has changed only', async () => {
    const fresh = await desk.file('ilze', { title: 'Monitora ekrāns raustās', description: 'Zaļš.' });
    expect(await names('elina', 'raustīties')).toEqual([]);
    const index = desk.app.app.get(IndexTickets);
    expect(await desk.app.unitOfWork.run((tx) => index.execute(tx, [fresh.id]))).toBe(1);
    expect(await desk.app.unitOfWork.run((tx) => index.execute(tx, [fresh.id]))).toBe(0);
    expect(await names('elina', 'monitors')).toEqual([fresh.number]);
    const [{ n } = { n: 0 }] = await desk.sql<{ n: number }>(
      `select count(*)::int as n from platform.pending_reaction where reaction = 'search.keep-documents'`,
    );
    expect(n).toBeGreaterThan(0);
  });

  it('tells an administrator how far it is behind', async () => {
    const state = await (await desk.as('admin')).get<{ waiting: number; rebuild: { state: string } | null }>('/search/index');
    expect(state.body.waiting).toBeGreaterThan(0);
    expect((await (await desk.as('admin')).post('/search/index/rebuilds')).status).toBe(202);
    expect((await (await desk.as('elina')).get('/search/index')).status).toBe(403);
  });
});

describe('Similar tickets', () => {
  const similar = async (login: string, title: string, more = ''): Promise<string[]> => {
    const path = `/tickets/similar?title=${encodeURIComponent(title)}${more}`;
    const { body } = await (await desk.as(login)).get<{ items: { number: string }[] }>(path);
    const known = new Map(Object.entries(tickets).map(([name, { number }]) => [number, name]));
    return body.items.map(({ number }) => known.get(number) ?? number);
  };

  it('are open ones of which two words are the same, in whatever form', async () => {
    expect(await similar('elina', 'Birojos lēni tīkli')).toEqual(['slow']);
    expect(await similar('elina', 'Tīkla kartes')).toEqual([]);
    expect(await similar('elina', 'Tīkla kartes', `&serviceId=${service('MAIL')}`)).toEqual([]);
    await desk.sql(`update tickets.ticket set service_id = $2 where id = $1`, [tickets['slow']!.id, service('MAIL')]);
    expect(await similar('elina', 'Tīkla kartes', `&serviceId=${service('MAIL')}`)).toEqual(['slow']);
    expect(await similar('elina', 'Birojos lēni tīkli', `&except=${tickets['slow']!.id}`)).toEqual([]);
  });

  it('are those that the asker sees: a requester his own, nobody restricted ones', async () => {
    expect(await similar('ilze', 'Lēns tīkls birojā')).toEqual(['slow']);
    expect(await similar('janis', 'Lēns tīkls birojā')).toEqual([]);
    expect(await similar('elina', 'Printeru ielaušanās')).not.toContain('secret');
  });

  it('are not those that are over', async () => {
    await desk.act('elina', tickets['slow']!, 'resolution', { code: 'fixed', text: 'Pārstartēts.', accept: true });
    expect(await similar('elina', 'Birojos lēni tīkli')).toEqual([]);
  });
});

describe('Saved searches', () => {
  interface Saved {
    items: { id: string; name: string; q: string }[];
  }

  it('are one’s own', async () => {
    const elina = await desk.as('elina');
    const body = { name: 'Printeri', q: 'printeris', kind: 'incident', state: 'open', sort: 'newest' };
    const kept = await elina.put<{ id: string }>('/saved-searches', body);
    await elina.put('/saved-searches', { ...body, q: 'printera' });
    expect((await elina.get<Saved>('/saved-searches')).body.items).toEqual([
      expect.objectContaining({ id: kept.body.id, name: 'Printeri', q: 'printera', query: expect.objectContaining({ state: 'open' }) }),
    ]);
    const rihards = await desk.as('rihards');
    expect((await rihards.get<Saved>('/saved-searches')).body.items).toEqual([]);
    expect((await rihards.delete(`/saved-searches/${kept.body.id}`)).status).toBe(404);
    expect((await elina.delete(`/saved-searches/${kept.body.id}`)).status).toBe(204);
  });

  it('are fifty at most', async () => {
    const elina = await desk.as('elina');
    for (let at = 0; at < 50; at += 1) await elina.put('/saved-searches', { name: `m${at}`, q: 'x' });
    const refused = await elina.put<{ code: string }>('/saved-searches', { name: 'vēl viena', q: 'x' });
    expect([refused.status, refused.body.code]).toEqual([409, 'search.too-many-saved']);
    expect((await elina.put('/saved-searches', { name: 'm7', q: 'y' })).status).toBe(200);
  });
});

const now = (): Instant => (Date.now() * 1000) as Instant;

async function actorOf(login: string): Promise<Actor> {
  expect(sliceOf(now())).toBeGreaterThan(2900);
  const [{ id } = { id: '' }] = await desk.sql<{ id: string }>(`select id from identity.app_user where login = $1`, [login]);
  const actor = await desk.app.app.get(ActorReader).byId(id);
  if (!actor) throw new Error(`no ${login}`);
  return actor;
}
