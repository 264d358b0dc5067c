import { unzip } from '../../support/unzip.js';
import request from 'supertest';
import { Desk, group, person, type SeenTicket, service } from '../incidents/desk.js';

let desk: Desk;
let filed: SeenTicket[];

interface View {
  id: string;
  name: string;
  filters: Record<string, unknown>;
  sort: string | null;
  columns: string[];
  group: { id: string } | null;
  mine: boolean;
  mayChange: boolean;
}

beforeAll(async () => {
  desk = await Desk.open();
  filed = [];
  for (const at of [0, 1, 2, 3, 4, 5])
    filed.push(
      await desk.file(at % 2 ? 'janis' : 'ilze', { title: at === 4 ? '=1+1;nekas' : `Pieteikums ${at}`, impact: 1 + (at % 3), urgency: 2 }),
    );
  filed.push(await desk.file('elina', { title: 'Zvana Ilze', affectedUserId: person('ilze'), source: 'phone', serviceId: service('EID') }));
  await desk.act('elina', filed[0]!, 'acceptance');
  await desk.act('elina', filed[1]!, 'resolution', { code: 'fixed', text: 'x', accept: true });
  await desk.act('rihards', filed[2]!, 'assignment', { groupId: group('network') });
  await desk.sql(`update tickets.ticket set submitted_at = submitted_at - interval '40 days' where id = $1`, [filed[3]!.id]);
});

afterAll(() => desk?.close());

const of = (...at: number[]): string[] => at.map((one) => filed[one]!.number).sort();

async function list(login: string, query: string): Promise<string[]> {
  const answer = await (await desk.as(login)).get<{ items: SeenTicket[] }>(`/tickets?${query}`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body.items.map(({ number }) => number).sort();
}

const views = async (login: string): Promise<View[]> => (await (await desk.as(login)).get<{ items: View[] }>('/saved-views')).body.items;

async function save(login: string, body: object): Promise<string> {
  const answer = await (await desk.as(login)).post<{ id: string }>('/saved-views', body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}

async function countsOf(login: string): Promise<Record<string, string>> {
  const { body } = await (await desk.as(login)).get<{ items: { id: string; count: number; more: boolean }[] }>('/saved-views/counts');
  return Object.fromEntries(body.items.map(({ id, count, more }) => [id, `${count}${more ? '+' : ''}`]));
}

const filters: [string, string, number[]][] = [
  ['nobody', 'view=all&assigneeId=nobody', [2, 3, 4, 5, 6]],
  ['a person', `view=all&assigneeId=${person('elina')}&state=any`, [0, 1]],
  ['a source', 'view=all&source=phone', [6]],
  ['several sources', 'view=all&source=phone,portal&state=any', [0, 1, 2, 3, 4, 5, 6]],
  ['a service', `view=all&serviceId=${service('EID')}&state=any`, [6]],
  ['a type', 'view=all&type=incident&state=any&priority=2', [0, 3]],
  ['changes', 'view=all&type=change', []],
  ['days of submission', 'view=all&submittedFrom=week', [0, 2, 4, 5, 6]],
  ['an end of submission', 'view=all&state=any&submittedTo=2020-01-01', []],
  ['what is due within the week or late', 'view=all&dueBefore=2099-12-31', [0, 2, 3, 4, 5, 6]],
  ['what is late now', 'view=all&dueBefore=now', []],
  ['finished ones by what changed last', 'view=all&state=resolved&sort=-updated', [1]],
  ['finished ones by deadline, which they have none of', 'view=all&state=resolved,closed&sort=due', [1]],
];

describe('the filters of the queue', () => {
  it.each(filters)('narrow by %s', async (_name, query, at) => {
    expect(await list('elina', query)).toEqual(of(...at));
  });

  it.each(['dueBefore=soon', 'submittedTo=2026-02-31', 'submittedFrom=now', 'source=fax', 'type=problem', 'assigneeId=somebody'])(
    'refuse %s',
    async (query) => {
      expect((await (await desk.as('elina')).get(`/tickets?${query}`)).status).toBe(422);
    },
  );

  it.each(['due', 'submitted', 'priority'])('are empty for the groups of somebody who is in none, by %s', async (sort) => {
    expect(await list('dace', `view=group&state=any&sort=${sort}`)).toEqual([]);
    expect(await list('dace', `view=group&state=any&sort=${sort}&serviceId=${service('EID')}`)).toEqual([]);
  });

  it('list what is finished newest first where no order is asked for', async () => {
    const { body } = await (await desk.as('elina')).get<{ items: SeenTicket[] }>('/tickets?view=all&state=any');
    const at = body.items.map(({ submittedAt }) => submittedAt);
    expect(at).toEqual([...at].sort().reverse());
  });
});

describe('a saved view', () => {
  it('keeps filters, order and columns, and counts what its list holds', async () => {
    const made = await Promise.all(
      filters.slice(0, 6).map(async ([name, query]) => {
        const asked = Object.fromEntries(new URLSearchParams(query));
        const lists = Object.fromEntries(
          ['state', 'source'].flatMap((key) => (asked[key] === undefined ? [] : [[key, asked[key].split(',')]])),
        );
        const kept = { ...asked, ...lists, ...(asked['priority'] ? { priority: [Number(asked['priority'])] } : {}) };
        return save('elina', { name, filters: kept, sort: '-updated', columns: ['service', 'updated'] });
      }),
    );
    const counts = await countsOf('elina');
    expect(made.map((id) => counts[id])).toEqual(filters.slice(0, 6).map(([, , at]) => String(at.length)));
    const text = await save('elina', { name: 'Vārds', filters: { view: 'all', q: 'Pieteikums' } });
    expect((await countsOf('elina'))[text]).toBe('4');
    expect(await views('elina')).toContainEqual(
      expect.objectContaining({ name: 'nobody', sort: '-updated', columns: ['service', 'updated'], mine: true, group: null }),
    );
  });

  it('is seen by nobody else unless shared, and then by the group alone', async () => {
    const id = await save('elina', { name: 'Nepaņemtie', filters: { view: 'all', assigneeId: 'nobody' }, groupId: group('first-line') });
    const own = await save('elina', { name: 'Tikai man', filters: { view: 'mine' } });
    const shared = (await views('rihards')).find((view) => view.id === id);
    expect(shared).toMatchObject({ name: 'Nepaņemtie', mine: false, mayChange: true, group: { id: group('first-line') } });
    expect((await views('rihards')).some((view) => view.id === own)).toBe(false);
    expect((await views('edgars')).some((view) => view.id === id)).toBe(false);
    const edgars = await desk.as('edgars');
    const answers = [
      await edgars.put(`/saved-views/${id}`, { name: 'x', filters: { view: 'all' } }),
      await edgars.delete(`/saved-views/${id}`),
    ];
    expect(answers.map(({ status, body }) => [status, body['code']])).toEqual([
      [404, 'tickets.saved-view.not-found'],
      [404, 'tickets.saved-view.not-found'],
    ]);
    expect((await edgars.put(`/saved-views/nothing`, { name: 'x', filters: { view: 'all' } })).status).toBe(404);
  });

  it('is changed and deleted by its owner, and where it is shared by the lead of the group', async () => {
    const terms = { name: 'Kopīgs', filters: { view: 'group' }, groupId: group('first-line') };
    const led = await save('elina', terms);
    const rihards = await desk.as('rihards');
    expect((await rihards.put(`/saved-views/${led}`, { ...terms, name: 'Vadītāja' })).status).toBe(204);
    const mine = await save('rihards', terms);
    const refused = await (await desk.as('elina')).delete(`/saved-views/${mine}`);
    expect([refused.status, refused.body['code']]).toEqual([403, 'tickets.view-not-yours']);
    expect((await rihards.delete(`/saved-views/${led}`)).status).toBe(204);
    expect((await views('elina')).some(({ id }) => id === led)).toBe(false);
  });

  it('is shared with a group of one’s own only', async () => {
    const answer = await (
      await desk.as('edgars')
    ).post('/saved-views', { name: 'x', filters: { view: 'all' }, groupId: group('first-line') });
    expect([answer.status, answer.body['code']]).toEqual([422, 'tickets.not-your-group']);
  });

  it('stands where its owner puts it', async () => {
    const before = (await views('edgars')).map(({ id }) => id);
    const ids = [...before];
    for (const name of ['a', 'b', 'c']) ids.push(await save('edgars', { name, filters: { view: 'all' } }));
    const turned = [...ids].reverse();
    const strangers = (await views('elina'))[0]!.id;
    expect((await (await desk.as('edgars')).put('/saved-views/order', { ids: [strangers, ...turned] })).status).toBe(204);
    expect((await views('edgars')).map(({ id }) => id)).toEqual(turned);
  });

  it.each([
    { name: '', filters: { view: 'all' } },
    { name: 'x' },
    { name: 'x', filters: { view: 'all', limit: 5 } },
    { name: 'x', filters: { view: 'all', state: ['done'] } },
    { name: 'x', filters: { view: 'all' }, columns: ['password'] },
    { name: 'x'.repeat(81), filters: { view: 'all' } },
  ])('is refused as %j', async (body) => {
    expect((await (await desk.as('elina')).post('/saved-views', body)).status).toBe(422);
  });

  it('ends at fifty of one person', async () => {
    const dace = await desk.as('dace');
    const answers = [];
    for (let at = 0; at < 51; at += 1)
      answers.push((await dace.post('/saved-views', { name: `v${at}`, filters: { view: 'group' } })).status);
    expect(answers.filter((status) => status === 201)).toHaveLength(50);
    expect(answers.at(-1)).toBe(409);
    expect(Object.values(await countsOf('dace'))).toEqual(Array(24).fill('0'));
  });
});

describe('a list as a file', () => {
  const fileOf = async (login: string, query: string, list = 'tickets') =>
    request(desk.app.url)
      .get(`/api/v1/${list}/export?${query}`)
      .set((await desk.as(login)).headers())
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      });

  it('holds what the list holds, with nothing that a spreadsheet would run', async () => {
    const answer = await fileOf('elina', 'format=csv&view=all&state=any&sort=submitted');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="tickets.csv"');
    const lines = (answer.body as Buffer).toString('utf8').trim().split('\r\n');
    expect(lines[0]).toContain('Numurs;Veids;Temats;Stāvoklis');
    expect(lines).toHaveLength(8);
    expect(lines.find((line) => line.startsWith(filed[4]!.number))).toContain(`"'=1+1;nekas"`);
    expect(lines.find((line) => line.startsWith(filed[1]!.number))).toContain(';atrisināts;');
  });

  it('is a workbook where that is asked for, narrowed like the list', async () => {
    const answer = await fileOf('elina', 'format=xlsx&view=all&source=phone');
    const texts = [...unzip(answer.body as Buffer).values()].join('');
    expect(texts).toContain(filed[6]!.number);
    expect(texts).not.toContain(filed[5]!.number);
  });

  it('holds nothing that its reader may not see', async () => {
    const lines = ((await fileOf('edgars', 'format=csv&view=all&state=any')).body as Buffer).toString('utf8').trim().split('\r\n');
    expect(lines.slice(1).map((line) => line.split(';')[0])).toEqual(await list('edgars', 'view=all&state=any&sort=submitted'));
  });

  it.each([
    ['problems', 'problems', 'Numurs;Temats;Stāvoklis', 'elina'],
    ['changes', 'changes', 'Numurs;Temats;Veids', 'elina'],
    ['ratings', 'ratings', 'Novērtēts;Vērtējums;Komentārs', 'elina'],
    ['mail-log', 'mail-log', 'Saņemts;Pastkaste', 'elina'],
    ['catalogue/services', 'services', 'Kods;Nosaukums latviski', 'elina'],
    ['organisation/institutions', 'institutions', 'Nosaukums latviski;', 'dace'],
    ['organisation/groups', 'groups', 'Nosaukums latviski;', 'dace'],
    ['organisation/people', 'people', '"Vārds, uzvārds";Lietotājvārds', 'admin'],
  ])('is there of every list: %s', async (list, name, head, login) => {
    const answer = await fileOf(login, 'format=csv', list);
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="${name}.csv"`);
    expect((answer.body as Buffer).toString('utf8').replace('\ufeff', '').replaceAll('"', '')).toMatch(
      new RegExp(`^${head.replaceAll('"', '')}`),
    );
    expect((await fileOf(login, 'format=xlsx', list)).status).toBe(200);
    expect((await fileOf(login, 'format=pdf', list)).status).toBe(422);
  });

  it('holds of the register those whom the filters of the list leave', async () => {
    const linesOf = async (query: string) =>
      ((await fileOf('admin', `format=csv&${query}`, 'organisation/people')).body as Buffer).toString('utf8').trim().split('\r\n').slice(1);
    const agents = await linesOf('role=agent');
    expect(agents.length).toBeGreaterThan(1);
    expect(agents.every((line) => line.includes('atbalsta speciālists'))).toBe(true);
    expect((await linesOf('')).length).toBeGreaterThan(agents.length);
  });
});
