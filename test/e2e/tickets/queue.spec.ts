import { Desk, group, person, type SeenTicket } from '../incidents/desk.js';

let desk: Desk;
let filed: SeenTicket[];

interface Page {
  items: SeenTicket[];
  nextCursor: string | null;
}

beforeAll(async () => {
  desk = await Desk.open();
  filed = [];
  const levels = [1, 2, 3];
  for (const [at, impact] of [...levels, ...levels].entries())
    filed.push(await desk.file(at % 2 ? 'janis' : 'ilze', { title: `Pieteikums ${at} printeris`, impact, urgency: 2 }));
  await desk.act('elina', filed[0]!, 'acceptance');
  await desk.act('elina', filed[1]!, 'resolution', { code: 'fixed', text: 'x', accept: true });
  await desk.act('rihards', filed[2]!, 'assignment', { groupId: group('network') });
});

afterAll(() => desk?.close());

async function list(login: string, query: string): Promise<SeenTicket[]> {
  const answer = await (await desk.as(login)).get<Page>(`/tickets?${query}`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body.items;
}

const numbers = (tickets: readonly { number: string }[]): string[] => tickets.map(({ number }) => number);
const of = (...at: number[]): string[] => at.map((one) => filed[one]!.number);

describe('the views of the queue', () => {
  it('hold what their names say, and the counts agree', async () => {
    const views = { mine: of(0), group: of(0, 3, 4, 5), unassigned: of(3, 4, 5), all: of(0, 2, 3, 4, 5) };
    const { body: counts } = await (await desk.as('elina')).get<Record<string, number>>('/tickets/counts');
    for (const [view, expected] of Object.entries(views)) {
      expect(numbers(await list('elina', `view=${view}`)).sort()).toEqual(expected);
      expect(counts[view]).toBe(expected.length);
    }
    expect(counts['breaching']).toBe((await list('elina', 'view=breaching')).length);
  });

  it('come in the order of what is due next', async () => {
    const dues = (await list('elina', 'view=group')).map(({ dueAt }) => dueAt ?? '9999');
    expect(dues).toEqual([...dues].sort());
  });

  it('show a requester his own, closed ones too, newest first', async () => {
    expect(numbers(await list('ilze', 'view=requested'))).toEqual(of(4, 2, 0));
    expect(numbers(await list('janis', 'view=requested&state=resolved'))).toEqual(of(1));
    expect((await (await desk.as('ilze')).get('/tickets/counts')).body).toEqual({ requested_open: 3, requested_all: 3 });
  });

  it('show a coordinator the own institution and nothing else', async () => {
    expect(numbers(await list('zane', 'view=institution')).sort()).toEqual(of(0, 2, 4));
    expect(numbers(await list('zane', 'view=all&state=any')).sort()).toEqual(of(0, 2, 4));
  });

  it('come to a coordinator as a file and as figures, of the own institution alone', async () => {
    const zane = await desk.as('zane');
    const file = await fetch(`${zane.url}/api/v1/tickets/export?format=csv&view=all&state=any`, { headers: zane.headers() });
    expect(file.status).toBe(200);
    const text = await file.text();
    for (const [at, { number }] of filed.entries()) expect(text.includes(number)).toBe(at % 2 === 0);
    expect((await zane.get('/institution/overview')).body).toMatchObject({
      institutions: [{ id: filed[0]!.institution.id }],
      ...{ open: 3, late: 0, submitted: 3, resolved: 0 },
      inTime: { code: 'KPI-09', figure: { display: 'none' } },
      satisfied: { code: 'KPI-02', figure: { display: 'none' } },
    });
    expect((await zane.get('/institution/overview?month=2020-01')).body).toMatchObject({ open: 3, submitted: 0 });
    expect((await zane.get('/institution/overview?month=2020-13')).status).toBe(422);
    for (const login of ['ilze', 'elina', 'dace']) expect((await (await desk.as(login)).get('/institution/overview')).status).toBe(403);
  });

  it('show a requester nothing of others, whatever he filters by', async () => {
    for (const filter of [
      `groupId=${group('first-line')}`,
      `requesterId=${person('janis')}`,
      `institutionId=${filed[1]!.institution.id}`,
      `assigneeId=${person('elina')}&state=any`,
    ]) {
      for (const ticket of await list('ilze', `view=all&${filter}`)) expect(ticket.requester.id).toBe(person('ilze'));
    }
    expect(await list('ilze', `view=all&requesterId=${person('janis')}`)).toEqual([]);
    expect(await list('ilze', `view=all&q=${filed[1]!.number}&state=any`)).toEqual([]);
  });

  it('are empty for an administrator, who reads no tickets', async () => {
    expect((await (await desk.as('admin')).get('/tickets?view=all&state=any')).status).toBe(403);
  });
});

describe('filters and order', () => {
  it('narrow by state, priority and group', async () => {
    expect(numbers(await list('elina', 'view=all&state=resolved,in_progress')).sort()).toEqual(of(0, 1));
    expect(numbers(await list('elina', 'view=all&priority=2')).sort()).toEqual(of(0, 3));
    expect(numbers(await list('elina', `view=all&groupId=${group('network')}`))).toEqual(of(2));
  });

  it.each(['due', 'submitted', '-submitted', '-updated', 'priority'])('pages through everything once, sorted by %s', async (sort) => {
    await desk.sql(`update tickets.ticket set due_at = null where id = $1`, [filed[5]!.id]);
    const whole = numbers(await list('elina', `view=all&state=any&sort=${sort}`));
    const paged: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body }: { body: Page } = await (
        await desk.as('elina')
      ).get<Page>(`/tickets?view=all&state=any&sort=${sort}&limit=2&cursor=${cursor}`);
      paged.push(...numbers(body.items));
      cursor = body.nextCursor;
    }
    expect(paged).toEqual(whole);
    expect([...paged].sort()).toEqual(numbers(filed).sort());
  });

  it('page through the tickets of several groups too', async () => {
    const first = await (await desk.as('rihards')).get<Page>('/tickets?view=group&limit=2');
    const second = await (await desk.as('rihards')).get<Page>(`/tickets?view=group&limit=2&cursor=${first.body.nextCursor}`);
    expect(numbers([...first.body.items, ...second.body.items]).sort()).toEqual(of(0, 3, 4, 5));
  });

  it('find a word of the title and a number, whole or its last digits', async () => {
    expect(numbers(await list('elina', 'view=all&q=5 PRINTERIS'))).toEqual(of(5));
    expect(numbers(await list('elina', `view=all&q=${filed[3]!.number.toLowerCase()}`))).toEqual(of(3));
    expect(numbers(await list('elina', `view=all&q=${Number(filed[3]!.number.slice(-6))}`))).toEqual(of(3));
    expect(await list('elina', 'view=all&q=%25')).toEqual([]);
    expect(numbers(await list('elina', 'view=all&state=any&q=printeris&limit=2&sort=priority'))).toHaveLength(2);
  });

  it.each(['view=secret', 'sort=title', 'limit=201', 'limit=0', 'state=done', 'priority=6', 'groupId=x', 'cursor=abc', 'nonsense=1'])(
    'refuse %s',
    async (query) => {
      expect((await (await desk.as('elina')).get(`/tickets?${query}`)).status).toBe(422);
    },
  );
});
