import { demoId } from '#identity';
import { Database } from '#platform';
import { RemindOfRegisters } from '#processes';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';

interface Shown {
  readonly id: string;
  readonly state: string;
  readonly revision: number;
  readonly lastReviewOn: string | null;
  readonly reviewDueOn: string;
  readonly reviews: { reviewedOn: string; dueOn: string; outcome: string; by: { name: string } }[];
  readonly abilities: Record<string, boolean>;
}

interface List {
  readonly items: Shown[];
  readonly nextCursor: string | null;
  readonly counts: { overdue: number; dueSoon: number; inOrder: number; retired: number };
}

let test: TestApp;
let cast: Cast;
let keeper: ApiClient;
let owner: ApiClient;
let other: ApiClient;
let database: Database;

const person = (login: string): string => demoId('person', login);
const code = (answer: { body: unknown }): unknown => (answer.body as { code?: string }).code;

async function day(ahead: number): Promise<string> {
  const [row] = await database.query<{ day: string }>(`select (now() at time zone 'Europe/Riga')::date + $1::int as day`, [ahead]);
  return row!.day;
}

async function enter(reviewDueOn: string): Promise<Shown> {
  const body = { document: 'Risku vadības kārtība', area: 'risk', ownerId: person('rihards'), reviewMonths: 12, reviewDueOn };
  const answer = await keeper.post<Shown>('/control-elements', body);
  expect(answer.status).toBe(201);
  return answer.body;
}

beforeAll(async () => {
  test = await startTestApp({ cast: true });
  cast = await layCast(test);
  database = test.app.get(Database);
  keeper = await cast.signIn('dace');
  owner = await cast.signIn('rihards');
  other = await cast.signIn('elina');
});

afterAll(() => test?.close());

describe('an element of internal control', () => {
  it('is overdue, near or in order by the day of its review, and the list counts what it shows', async () => {
    const late = await enter(await day(-1));
    const near = await enter(await day(30));
    const far = await enter(await day(31));
    expect([late.state, near.state, far.state]).toEqual(['overdue', 'due_soon', 'in_order']);
    const all = (await other.get<List>('/control-elements')).body;
    expect(all.items.map(({ id }) => id)).toEqual([late.id, near.id, far.id]);
    expect(all.counts).toMatchObject({ overdue: 1, dueSoon: 1, inOrder: 1, retired: 0 });
    expect((await other.get<List>('/control-elements?state=overdue')).body.items.map(({ id }) => id)).toEqual([late.id]);
    const first = (await other.get<List>('/control-elements?limit=2')).body;
    const next = (await other.get<List>(`/control-elements?limit=2&cursor=${encodeURIComponent(first.nextCursor!)}`)).body;
    expect(next).toMatchObject({ items: [{ id: far.id }], nextCursor: null });
  });

  it('is reviewed by its owner, and the next review is due as many months later as it says', async () => {
    const { id, reviewDueOn } = await enter(await day(-10));
    const review = { reviewedOn: await day(-2), outcome: 'updated', note: 'Papildināta 4. nodaļa.' };
    expect(code(await other.post(`/control-elements/${id}/reviews`, review))).toBe('processes.control.not-owner');
    expect(code(await owner.post(`/control-elements/${id}/reviews`, { ...review, reviewedOn: await day(1) }))).toBe(
      'processes.date-in-future',
    );
    const shown = (await owner.post<Shown>(`/control-elements/${id}/reviews`, review)).body;
    const [next] = await database.query<{ day: string }>(`select ($1::date + interval '12 months')::date as day`, [review.reviewedOn]);
    expect(shown).toMatchObject({
      ...{ state: 'in_order', lastReviewOn: review.reviewedOn, reviewDueOn: next!.day },
      reviews: [{ reviewedOn: review.reviewedOn, dueOn: reviewDueOn, outcome: 'updated' }],
    });
    await expect(database.query('delete from processes.control_review')).rejects.toThrow();
  });

  it('is described and retired by who keeps the register, with the revision that was looked at', async () => {
    const { id, revision } = await enter(await day(60));
    const body = { document: 'Jauna kārtība', area: 'information', ownerId: person('elina'), reviewMonths: 6, reviewDueOn: await day(90) };
    expect((await owner.put(`/control-elements/${id}`, body)).status).toBe(403);
    expect((await keeper.put(`/control-elements/${id}`, body, { 'if-match': '"99"' })).status).toBe(412);
    expect((await keeper.put(`/control-elements/${id}`, body, { 'if-match': `"${revision}"` })).status).toBe(200);
    expect(code(await keeper.put(`/control-elements/${id}`, { ...body, ownerId: person('ilze') }))).toBe('processes.control.owner-unknown');
    expect((await keeper.post<Shown>(`/control-elements/${id}/retirement`, { reason: 'Aizstāta ar jaunu.' })).body.state).toBe('retired');
    expect(code(await keeper.put(`/control-elements/${id}`, body))).toBe('processes.control.retired');
    const csv = await owner.get('/control-elements/export?format=csv&state=retired');
    expect(csv.headers['content-type']).toContain('text/csv');
  });

  it('is told of once when its review comes or is late', async () => {
    const late = await enter(await day(-1));
    await test.app.get(RemindOfRegisters).execute();
    await test.app.get(RemindOfRegisters).execute();
    const told = await database.query<{ type: string }>(
      `select type from platform.event_log where subject_id = $1 and type like 'processes.control-review-%'`,
      [late.id],
    );
    expect(told.map(({ type }) => type)).toEqual(['processes.control-review-overdue']);
  });
});
