import { demoId } from '#identity';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { ApiClient } from '../../support/client.js';
import { helped } from './rated-help.js';

interface Listed {
  readonly id: string;
  readonly value: string;
  readonly comment: string | null;
  readonly cycle: number;
  readonly ticket: { readonly id: string } | null;
  readonly group: { readonly name: string } | null;
  readonly followUp: { readonly state: string } | null;
}

interface ListBody {
  readonly items: readonly Listed[];
  readonly nextCursor: string | null;
  readonly counts: Record<string, number>;
}

let test: TestApp;
let cast: Cast;
const tickets: string[] = [];

/** Six ratings of the first line: bad, satisfactory, good, twice; the last three a week ago. */
beforeAll(async () => {
  test = await startTestApp({ cast: true });
  cast = await layCast(test);
  const ilze = await cast.signIn('ilze');
  for (const value of ['bad', 'satisfactory', 'good', 'bad', 'satisfactory', 'good']) {
    const ticket = await helped(cast);
    await ilze.post(`/tickets/${ticket}/rating`, { value, comment: `Teicu: ${value}.` });
    tickets.push(ticket);
  }
  await test.app
    .get(Database)
    .query(`update ratings.rating set rated_at = '2026-03-29T00:30:00+02:00' where ticket_id = any($1::uuid[])`, [tickets.slice(3)]);
});

afterAll(() => test?.close());

async function list(login: string, search = ''): Promise<ListBody> {
  const answer = await (await cast.signIn(login)).get<ListBody>(`/ratings${search}`);
  expect(answer.status).toBe(200);
  return answer.body;
}

/** The demonstration's agent Toms, of the group for applications, with Elīna's password. */
async function agentOfAnotherGroup(): Promise<ApiClient> {
  await test.app
    .get(Database)
    .query(
      `update identity.app_user set login = 'toms', password_hash = (select password_hash from identity.app_user where login = 'elina') where id = $1`,
      [demoId('person', 'toms')],
    );
  return new ApiClient(test.url).signIn('toms', cast.passwords.get('elina') ?? '');
}

describe('the ratings of a group', () => {
  it('are listed for its staff with value and comment, newest first, and no word of who did the work', async () => {
    const { items, counts } = await list('elina');
    expect(items).toHaveLength(6);
    expect(items[0]).toMatchObject({ value: 'good', comment: 'Teicu: good.', group: { name: '1. līnija' }, ticket: { id: tickets[2] } });
    expect(items.filter((item) => item.value === 'bad').map((item) => item.followUp?.state)).toEqual(['open', 'open']);
    expect(counts).toEqual({ bad: 2, satisfactory: 2, good: 2 });
    const told = JSON.stringify(items);
    for (const person of ['elina', 'rihards']) expect(told).not.toContain(demoId('person', person));
  });

  it('can be narrowed by value, group and days of Riga, and cannot be by person', async () => {
    expect((await list('elina', '?value=bad')).items.map((item) => item.value)).toEqual(['bad', 'bad']);
    expect((await list('elina', '?value=bad')).counts).toEqual({ bad: 2, satisfactory: 2, good: 2 });
    expect((await list('elina', '?from=2026-03-29&to=2026-03-29')).items).toHaveLength(3);
    expect((await list('elina', '?to=2026-03-28')).items).toEqual([]);
    expect((await list('elina', `?groupId=${demoId('group', 'first-line')}`)).items).toHaveLength(6);
    const byPerson = await (await cast.signIn('elina')).get(`/ratings?resolverId=${demoId('person', 'elina')}`);
    expect(byPerson.status).toBe(422);
    expect((await (await cast.signIn('elina')).get('/ratings?from=2026-02-30')).status).toBe(422);
  });

  it('come page by page, each once', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page: ListBody = await list('dace', `?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor ?? '';
    } while (cursor);
    expect([seen.length, new Set(seen).size]).toEqual([6, 6]);
  });

  it('are another group’s to nobody but managers and auditors', async () => {
    const toms = await agentOfAnotherGroup();
    expect((await toms.get('/ratings')).body).toEqual({ items: [], nextCursor: null, counts: { bad: 0, satisfactory: 0, good: 0 } });
    expect((await toms.get<ListBody>(`/ratings?groupId=${demoId('group', 'first-line')}`)).body.items).toEqual([]);
    for (const login of ['dace', 'inga']) expect((await list(login)).items).toHaveLength(6);
    for (const login of ['ilze', 'zane', 'andris', 'admin']) expect((await (await cast.signIn(login)).get('/ratings')).status).toBe(403);
  });

  it('keep what was said of a security ticket from those who may not see the ticket', async () => {
    await test.app.get(Database).query(`update tickets.ticket set restricted = true where id = $1`, [tickets[0]]);
    const hidden = (await list('rihards', '?value=bad')).items.find((item) => item.ticket === null);
    expect(hidden).toMatchObject({ comment: null });
    expect(JSON.stringify(hidden)).not.toContain('Teicu');
  });
});
