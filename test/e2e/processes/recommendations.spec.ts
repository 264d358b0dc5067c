import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { demoId } from '#identity';
import { Database } from '#platform';
import { RemindOfRegisters } from '#processes';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';

interface Shown {
  readonly id: string;
  readonly revision: number;
  readonly state: string;
  readonly dueOn: string;
  readonly countedDueOn: string;
  readonly overdue: boolean;
  readonly implementedOn: string | null;
  readonly extensionList: { dueOn: string; granted: boolean | null; counts: boolean }[];
  readonly reports: { id: string; accepted: boolean | null; file: { name: string; sha256: string } | null }[];
  readonly abilities: Record<string, boolean>;
}

interface Year {
  readonly year: number;
  readonly target: number | null;
  readonly figure: { numerator: number; denominator: number; value: number | null; low: number | null; status: string | null };
  readonly strict: { numerator: number; denominator: number };
  readonly notDueYet: number;
  readonly unverified: number;
}

let test: TestApp;
let cast: Cast;
let owner: ApiClient;
let other: ApiClient;
let manager: ApiClient;
let second: ApiClient;
let auditor: ApiClient;
let database: Database;
let number = 0;

const person = (login: string): string => demoId('person', login);
const code = (answer: { body: unknown }): unknown => (answer.body as { code?: string }).code;

/** A day so many days from today in Riga. */
async function day(ahead: number): Promise<string> {
  const [row] = await database.query<{ day: string }>(`select (now() at time zone 'Europe/Riga')::date + $1::int as day`, [ahead]);
  return row!.day;
}

beforeAll(async () => {
  test = await startTestApp({ cast: true });
  cast = await layCast(test);
  database = test.app.get(Database);
  await database.query(
    `insert into identity.role_grant (id, user_id, role, scope, valid_from) values ($1, $2, 'manager', 'all', now() - interval '1 day')`,
    [randomUUID(), person('sanita')],
  );
  owner = await cast.signIn('viktors');
  other = await cast.signIn('andris');
  manager = await cast.signIn('dace');
  second = await cast.signIn('sanita');
  auditor = await cast.signIn('inga');
});

afterAll(() => test?.close());

async function enter(dueOn: string, login = 'viktors'): Promise<Shown> {
  number += 1;
  const answer = await manager.post<Shown>('/audit-recommendations', {
    ...{ source: 'Iekšējā audita nodaļa', number: `IA-${number}`, text: 'Ieviest uzskaiti.', ownerId: person(login), dueOn },
  });
  expect(answer.status).toBe(201);
  return answer.body;
}

const at = (id: string, rest = ''): string => `/audit-recommendations/${id}${rest}`;
const read = async (id: string): Promise<Shown> => (await manager.get<Shown>(at(id))).body;

async function file(id: string): Promise<number> {
  const call = request(test.url)
    .put(`/api/v1${at(id, '/implementation/file')}`)
    .set(owner.headers());
  return (await call.attach('file', Buffer.from('%PDF-1.7 akts'), 'akts.pdf')).status;
}

async function implement(id: string, on: string): Promise<void> {
  await owner.post(at(id, '/implementation'), { implementedOn: on, note: 'Uzskaite ieviesta.' });
  await file(id);
  expect((await manager.post<Shown>(at(id, '/implementation/verification'), { accepted: true })).body.state).toBe('implemented');
}

/** As if it had been entered long ago: the due of the past, with what was decided about it. */
async function past(dueOn: string, countedDueOn: string, implementedOn: string | null): Promise<void> {
  number += 1;
  await database.query(
    `insert into processes.recommendation (id, source, number, text, owner_id, due_on, counted_due_on, state, implemented_on, created_by_id, created_at)
     values ($1, 'Valsts kontrole', $2, 'Ieteikums', $3, $4, $5, $6, $7, $8, now())`,
    [
      randomUUID(),
      `VK-${number}`,
      person('viktors'),
      dueOn,
      countedDueOn,
      implementedOn ? 'implemented' : 'open',
      implementedOn,
      person('dace'),
    ],
  );
}

describe('an audit recommendation', () => {
  it('is seen by its owner, by managers and the auditor, and by nobody else', async () => {
    const { id } = await enter(await day(30));
    expect((await owner.get(at(id))).status).toBe(200);
    expect((await auditor.get(at(id))).status).toBe(200);
    expect((await other.get(at(id))).status).toBe(404);
    const seen = (await other.get<{ items: { id: string }[] }>('/audit-recommendations')).body.items;
    expect(seen.map((one) => one.id)).not.toContain(id);
    expect((await auditor.post(at(id, '/extension'), { dueOn: await day(60), reason: 'Nē' })).status).toBe(403);
  });

  it('has an owner who can open it, and one number in its source', async () => {
    const body = { source: 'VK', number: '7', text: 'Ieteikums', ownerId: person('ilze'), dueOn: await day(30) };
    expect(code(await manager.post('/audit-recommendations', body))).toBe('processes.recommendation.owner-unknown');
    expect((await manager.post('/audit-recommendations', { ...body, ownerId: person('rihards') })).status).toBe(201);
    expect(code(await manager.post('/audit-recommendations', { ...body, ownerId: person('rihards') }))).toBe(
      'processes.recommendation.number-known',
    );
    expect((await manager.post('/audit-recommendations', { ...body, number: '8', dueOn: '2027-02-30' })).status).toBe(422);
  });

  it('keeps its original due when a later one is granted in time', async () => {
    const [due, later] = [await day(20), await day(50)];
    const { id } = await enter(due);
    expect(code(await owner.post(at(id, '/extension'), { dueOn: due, reason: 'Tas pats' }))).toBe(
      'processes.recommendation.extension-earlier',
    );
    await owner.post(at(id, '/extension'), { dueOn: later, reason: 'Iepirkums pārsūdzēts.' });
    expect(code(await owner.post(at(id, '/extension'), { dueOn: later, reason: 'Vēlreiz' }))).toBe(
      'processes.recommendation.extension-asked',
    );
    expect((await owner.post(at(id, '/extension/decision'), { granted: true })).status).toBe(403);
    const shown = (await manager.post<Shown>(at(id, '/extension/decision'), { granted: true, note: 'Pamatoti' })).body;
    expect(shown).toMatchObject({ dueOn: due, countedDueOn: later, extensionList: [{ granted: true, counts: true }] });
    await expect(database.query(`update processes.recommendation set due_on = due_on + 1 where id = $1`, [id])).rejects.toThrow('kept');
  });

  it('stays late where the later due was granted after the original one had passed', async () => {
    const { id } = await enter(await day(-3));
    await owner.post(at(id, '/extension'), { dueOn: await day(40), reason: 'Nepaspējām.' });
    const shown = (await manager.post<Shown>(at(id, '/extension/decision'), { granted: true })).body;
    expect(shown).toMatchObject({ overdue: true, countedDueOn: shown.dueOn, extensionList: [{ granted: true, counts: false }] });
  });

  it('is not decided about by its owner, even where he is a manager, nor by who asked', async () => {
    const { id } = await enter(await day(20), 'sanita');
    await second.post(at(id, '/extension'), { dueOn: await day(50), reason: 'Lūdzu' });
    expect(code(await second.post(at(id, '/extension/decision'), { granted: true }))).toBe('processes.recommendation.own-decision');
    expect((await manager.post(at(id, '/extension/decision'), { granted: false })).status).toBe(200);
    await manager.post(at(id, '/implementation'), { implementedOn: await day(-1), note: 'Izdarīts viņas vietā' });
    expect(code(await manager.post(at(id, '/implementation/verification'), { accepted: false, note: 'Nav' }))).toBe(
      'processes.recommendation.own-decision',
    );
  });

  it('is implemented when another person has verified the evidence, and not before', async () => {
    const { id } = await enter(await day(20));
    expect(code(await owner.post(at(id, '/implementation'), { implementedOn: await day(2), note: 'Būs' }))).toBe(
      'processes.date-in-future',
    );
    await owner.post(at(id, '/implementation'), { implementedOn: await day(-1), note: 'Izdarīts' });
    expect(code(await manager.post(at(id, '/implementation/verification'), { accepted: true }))).toBe(
      'processes.recommendation.file-missing',
    );
    expect(await file(id)).toBe(200);
    expect(await file(id)).toBe(409);
    expect((await read(id)).implementedOn).toBeNull();
    expect(code(await manager.post(at(id, '/implementation/verification'), { accepted: false }))).toBe(
      'processes.recommendation.reason-needed',
    );
    expect((await manager.post<Shown>(at(id, '/implementation/verification'), { accepted: false, note: 'Nav paraksta' })).body.state).toBe(
      'open',
    );
    await implement(id, await day(-2));
    const shown = await read(id);
    expect(shown).toMatchObject({ state: 'implemented', implementedOn: await day(-2), reports: [{ accepted: true }, { accepted: false }] });
    const saved = await auditor.get(at(id, `/reports/${shown.reports[0]!.id}/file`));
    expect(saved.headers['content-disposition']).toContain('akts.pdf');
    expect(code(await owner.post(at(id, '/implementation'), { implementedOn: await day(-1), note: 'Vēlreiz' }))).toBe(
      'processes.recommendation.transition-not-allowed',
    );
  });

  it('is told of once for each due that comes or passes', async () => {
    const late = await enter(await day(-1));
    const soon = await enter(await day(10));
    await test.app.get(RemindOfRegisters).execute();
    await test.app.get(RemindOfRegisters).execute();
    const told = async (id: string): Promise<string[]> =>
      (
        await database.query<{ type: string }>(
          `select type from platform.event_log where subject_id = $1 and type ~ '(overdue|due-soon)$' order by id`,
          [id],
        )
      ).map(({ type }) => type);
    expect(await told(late.id)).toEqual(['processes.recommendation-overdue']);
    expect(await told(soon.id)).toEqual(['processes.recommendation-due-soon']);
  });
});

describe('KPI-14', () => {
  const year = async (of: number, on = ''): Promise<Year | undefined> =>
    (await manager.get<{ items: Year[] }>(`/audit-recommendations/figures${on}`)).body.items.find((one) => one.year === of);
  const listed = async (query: string): Promise<number> =>
    (await manager.get<{ items: object[] }>(`/audit-recommendations?limit=200&${query}`)).body.items.length;

  beforeAll(async () => {
    // Six in time, one of them by its extension; one extended into the next year; two late; one open.
    for (let i = 1; i <= 5; i += 1) await past(`2022-0${i}-15`, `2022-0${i}-15`, `2022-0${i}-15`);
    await past('2022-06-30', '2022-09-30', '2022-09-30');
    await past('2022-11-30', '2023-02-28', '2023-02-01');
    await past('2022-03-31', '2022-03-31', '2022-04-01');
    await past('2022-04-30', '2022-06-30', '2022-07-01');
    for (let i = 6; i <= 8; i += 1) await past(`2022-0${i}-30`, `2022-0${i}-30`, null);
  });

  it('counts what was due in the year by the dues that count, with the strict figure beside it', async () => {
    expect(await year(2022)).toMatchObject({
      target: 100,
      figure: { numerator: 6, denominator: 11, value: 54.5, status: 'not_reached' },
      strict: { numerator: 5, denominator: 12 },
    });
    expect(await year(2023)).toMatchObject({ figure: { numerator: 1, denominator: 1, value: null, low: null, status: null } });
  });

  it('opens the very rows behind each number', async () => {
    expect(await listed('year=2022&outcome=in_time')).toBe(6);
    expect(await listed('year=2022&outcome=not_in_time')).toBe(5);
    expect(await listed('year=2022&outcome=in_time&basis=strict')).toBe(5);
    expect(await listed('year=2022&outcome=not_in_time&basis=strict')).toBe(7);
  });

  it('judges as of a day: what was not due by then is not judged', async () => {
    expect(await year(2022, '?on=2022-03-30')).toMatchObject({ figure: { numerator: 3, denominator: 3 }, notDueYet: 8 });
    expect(await listed('year=2022&outcome=not_due_yet&on=2022-03-30')).toBe(8);
  });

  it('is not shown to owners, who see their own recommendations alone', async () => {
    expect((await owner.get<{ items: Year[] }>('/audit-recommendations/figures')).body.items).toEqual([]);
  });

  it('goes page by page in the order of the dues, and into a file', async () => {
    const first = (await manager.get<{ items: { countedDueOn: string }[]; nextCursor: string }>('/audit-recommendations?year=2022&limit=4'))
      .body;
    const next = (
      await manager.get<{ items: { countedDueOn: string }[]; nextCursor: string | null }>(
        `/audit-recommendations?year=2022&limit=50&cursor=${encodeURIComponent(first.nextCursor)}`,
      )
    ).body;
    const dues = [...first.items, ...next.items].map(({ countedDueOn }) => countedDueOn);
    expect(dues).toHaveLength(11);
    expect(dues).toEqual([...dues].sort());
    const csv = await auditor.get('/audit-recommendations/export?format=csv&year=2022');
    expect(csv.headers['content-type']).toContain('text/csv');
  });
});
