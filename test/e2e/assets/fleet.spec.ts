import request from 'supertest';
import { seedAssetsDemo } from '#assets';
import { demoId } from '#identity';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';

interface Coverage {
  readonly figure: { numerator: number; denominator: number };
  readonly stale: number;
  readonly never: number;
  readonly target: number;
}

interface Status {
  readonly applied: boolean;
  readonly lines: number;
  readonly changed: number;
  readonly same: number;
  readonly faultLines: number;
  readonly faults: { line: number; code: string; text: string }[];
}

interface Rows {
  readonly items: { tag: string; outcome: string; seenAt: string | null; status: string }[];
  readonly nextCursor: string | null;
}

let test: TestApp;
let cast: Cast;
let keeper: ApiClient;
let manager: ApiClient;
let database: Database;

beforeAll(async () => {
  test = await startTestApp({ cast: true });
  cast = await layCast(test);
  await test.unitOfWork.run((tx) => seedAssetsDemo(tx));
  database = test.app.get(Database);
  keeper = await cast.signIn('viktors');
  manager = await cast.signIn('dace');
});

afterAll(() => test?.close());

async function send(lines: readonly string[], query = '', by = keeper): Promise<{ status: number; body: Status }> {
  const call = request(test.url).post(`/api/v1/configuration-items/agent-status${query}`).set(by.headers());
  return (await call.attach('file', Buffer.from(lines.join('\n')), 'agenti.csv')) as { status: number; body: Status };
}

const coverage = async (on = ''): Promise<Coverage> => (await manager.get<Coverage>(`/update-coverage${on}`)).body;

async function allRows(path: string): Promise<Rows['items']> {
  const found: Rows['items'] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Rows = (await keeper.get<Rows>(`${path}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)).body;
    found.push(...page.items);
    cursor = page.nextCursor;
  }
  return found;
}

async function day(ahead: number): Promise<string> {
  const [row] = await database.query<{ day: string }>(`select (now() at time zone 'Europe/Riga')::date + $1::int as day`, [ahead]);
  return row!.day;
}

async function workstation(): Promise<string> {
  const [row] = await allRows('/update-coverage/rows?limit=200&outcome=covered');
  return row!.tag;
}

describe('the equipment count (KPI-12)', () => {
  const count = async (on: string): Promise<{ fleet: number; office: number; target: number | null }> =>
    (await manager.get<{ fleet: number; office: number; target: number | null }>(`/equipment-count?on=${on}`)).body;

  it('is that of any day, from the history of statuses, with its office part beside it', async () => {
    const today = await day(0);
    const before = await count(today);
    expect(before.fleet).toBeGreaterThan(before.office);
    const [item] = (await keeper.get<{ items: { tag: string; class: { code: string } }[] }>('/configuration-items?class=laptop&limit=1'))
      .body.items;
    expect((await keeper.patch(`/configuration-items/${item!.tag}`, { status: 'disposed' })).status).toBe(200);
    expect(await count(today)).toMatchObject({ fleet: before.fleet - 1, office: before.office - 1 });
    expect(await count(await day(-1))).toMatchObject({ fleet: before.fleet, office: before.office });
    expect((await count('2021-12-31')).target).toBe(18_270);
  });

  it('opens its rows: as many as it counts, as they stood then', async () => {
    const today = await day(0);
    const { fleet, office } = await count(today);
    expect(await allRows(`/equipment-count/rows?limit=200&on=${today}`)).toHaveLength(fleet);
    expect(await allRows(`/equipment-count/rows?limit=200&on=${today}&office=true`)).toHaveLength(office);
    const yesterday = await allRows(`/equipment-count/rows?limit=200&on=${await day(-1)}`);
    expect(yesterday).toHaveLength(fleet + 1);
    expect(yesterday.every(({ status }) => status !== 'disposed')).toBe(true);
  });

  it('gives a manager the figures of all, and of the items his own alone', async () => {
    const own = (await manager.get<Rows>('/equipment-count/rows')).body.items;
    expect(own.length).toBeLessThan(5);
    expect((await count(await day(0))).fleet).toBeGreaterThan(100);
  });
});

describe('a file of agent statuses', () => {
  it('is only checked until it is applied, and changes nothing the second time', async () => {
    const tag = await workstation();
    const lines = ['Inventāra numurs;Atjauninājumu aģents redzēts', `${tag};${await day(0)}T00:00:01Z`];
    const before = await coverage();
    const seen = ['tag,agent_seen_at', `${tag},2020-01-01`];
    expect((await send(seen)).body).toMatchObject({ applied: false, changed: 0, same: 1 });
    // The one in the register is newer or this one is: once applied, the same file says nothing new.
    await send(lines, '?apply=true');
    expect((await send(lines, '?apply=true')).body).toMatchObject({ applied: true, lines: 1, changed: 0, same: 1, faultLines: 0 });
    expect((await coverage()).figure).toMatchObject(before.figure);
  });

  it('takes a device out of the coverage when its agent is gone, and keeps it in the denominator', async () => {
    const tag = await workstation();
    const before = await coverage();
    const off = ['tag;agent_seen_at;enrolled', `${tag.toLowerCase()};;nē`];
    expect((await send(off)).body).toMatchObject({ applied: false, changed: 1 });
    expect((await coverage()).figure).toMatchObject(before.figure);
    expect((await send(off, '?apply=true')).body).toMatchObject({ changed: 1, same: 0 });
    expect(await coverage()).toMatchObject({
      figure: { numerator: before.figure.numerator - 1, denominator: before.figure.denominator },
      never: before.never + 1,
    });
    const gone = (await allRows('/update-coverage/rows?limit=200&outcome=never')).map((row) => row.tag);
    expect(gone).toContain(tag);
  });

  it('names each line that cannot be taken, and takes the others', async () => {
    const tag = await workstation();
    const answer = await send([
      'tag;agent_seen_at;enrolled',
      'IT-999999;2026-11-01;jā',
      `${tag};vakar;jā`,
      ';2026-11-01;jā',
      `${tag};2026-11-01;varbūt`,
      `${tag};2099-01-01;jā`,
      `${tag};2020-01-01;jā`,
      `${tag};2020-01-02;jā`,
    ]);
    expect(answer.body).toMatchObject({ lines: 7, changed: 0, same: 1, faultLines: 6 });
    expect(answer.body.faults.map(({ line, code }) => [line, code])).toEqual([
      [2, 'tag-unknown'],
      [3, 'instant'],
      [4, 'tag-missing'],
      [5, 'enrolled'],
      [6, 'future'],
      [8, 'tag-twice'],
    ]);
    expect((await send(['tag;nosaukums', `${tag};x`])).body).toMatchObject({ code: 'assets.import.no-seen-column' });
    expect((await send(['tag;agent_seen_at', `${tag};2026-11-01`], '', manager)).status).toBe(403);
  });

  it('does not raise the version of an item that somebody has open', async () => {
    const tag = await workstation();
    const version = async (): Promise<unknown> => (await keeper.get<{ version: number }>(`/configuration-items/${tag}`)).body.version;
    const before = await version();
    await send(['tag;agent_seen_at;enrolled', `${tag};;ne`], '?apply=true');
    expect(await version()).toBe(before);
  });
});

describe('update coverage (KPI-13)', () => {
  it('counts all workstations in use and opens the rows of each part', async () => {
    const { figure, stale, never, target } = await coverage();
    expect(figure.denominator).toBe(figure.numerator + stale + never);
    expect(target).toBe(100);
    expect(await allRows('/update-coverage/rows?limit=200&outcome=covered')).toHaveLength(figure.numerator);
    expect(await allRows('/update-coverage/rows?limit=200&outcome=stale')).toHaveLength(stale);
    expect(await allRows('/update-coverage/rows?limit=200')).toHaveLength(figure.denominator);
  });

  it('stands on thirty days: one second more is too long', async () => {
    const tag = await workstation();
    const before = await coverage();
    const id = (await keeper.get<{ id: string }>(`/configuration-items/${tag}`)).body.id;
    const sight = (age: string): Promise<unknown> =>
      database.query(`insert into assets.agent_sighting (item_id, seen_at, reported_at) values ($1, now() - $2::interval, now())`, [
        id,
        age,
      ]);
    await sight('30 days 1 second');
    expect((await coverage()).figure.numerator).toBe(before.figure.numerator - 1);
    await sight('29 days 23 hours');
    expect((await coverage()).figure.numerator).toBe(before.figure.numerator);
  });

  it('is, for a past day, what was known by then', async () => {
    const [before] = await database.query<{ n: number }>(
      `select count(*)::int as n from assets.agent_sighting where reported_at < now() - interval '400 days'`,
    );
    expect(before!.n).toBe(0);
    expect((await coverage(`?on=${await day(-400)}`)).figure.denominator).toBe(0);
    await expect(database.query('delete from assets.agent_sighting')).rejects.toThrow();
  });

  it('shows a coordinator the devices of his institution alone', async () => {
    const zane = await cast.signIn('zane');
    const { items } = (await zane.get<{ items: { institution: { id: string } }[] }>('/update-coverage/rows?limit=200')).body;
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(items.map(({ institution }) => institution.id))).toEqual(new Set([demoId('institution', 'order')]));
  });
});
