import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { demoId } from '#identity';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';
import { unzip } from '../../support/unzip.js';
import { CIVIL, NETWORK, reactAll, tell, TicketStory } from '../kpis/figure-story.js';

interface Shown {
  readonly code: string;
  readonly published: boolean;
  readonly revision: number;
}

interface Section {
  readonly title: string;
  readonly columns: { title: string; kind: string }[];
  readonly rows: { cells: (string | number | null)[]; opens: string | null }[];
  readonly note: string | null;
}

interface Document {
  readonly period: string;
  readonly about: string;
  readonly dataAt: string;
  readonly definitions: { code: string; version: number }[];
  readonly conclusion: string[];
  readonly sections: Section[];
}

interface Run {
  readonly id: string;
  readonly period: string;
  readonly sha256: string;
  readonly document: Document;
}

const TERMS = { audience: 'external', cadence: 'monthly', bi: false, views: [] };
const IN_BI = { audience: 'internal', cadence: 'none', bi: true, location: 'Mape „Atbalsts”', views: ['tickets'] };
const BI = {
  ...{ code: 'bi-incidents', nameLv: 'Incidenti BI', nameEn: 'Incidents in BI', purposeLv: '', purposeEn: '' },
  ...IN_BI,
};

let test: TestApp;
let cast: Cast;
let manager: ApiClient;
let agent: ApiClient;
let coordinator: ApiClient;

const person = (login: string): string => demoId('person', login);
const codes = (answer: { body: { items: Shown[] } }): string[] => answer.body.items.map(({ code }) => code);

async function publish(code: string, terms: object = TERMS): Promise<void> {
  expect((await manager.put(`/reports/${code}/terms`, { ...terms, ownerId: person('dace') })).status).toBe(200);
  expect((await manager.post<Shown>(`/reports/${code}/publication`)).body.published).toBe(true);
}

beforeAll(async () => {
  test = await startTestApp({ cast: true });
  cast = await layCast(test);
  [manager, agent, coordinator] = [await cast.signIn('dace'), await cast.signIn('elina'), await cast.signIn('zane')];
  const rated = (month: string, value: 1 | 2 | 3, options = {}): TicketStory =>
    new TicketStory(options)
      .submitted(`${month}-04T09:00Z`)
      .resolved(`${month}-05T09:00Z`)
      .rated(`${month}-06T09:00Z`, randomUUID(), value);
  await tell(
    test,
    ...Array.from({ length: 12 }, () => rated('2026-05', 3)),
    ...Array.from({ length: 3 }, () => rated('2026-05', 1, { institutionId: CIVIL })),
    rated('2026-05', 1, { groupId: NETWORK }),
  );
  await reactAll(test, 6);
});

afterAll(() => test?.close());

describe('The register of reports', () => {
  it('begins with the ready set, which nobody reads before it is published', async () => {
    expect(codes(await manager.get<{ items: Shown[] }>('/reports'))).toEqual(
      expect.arrayContaining(['sla-month', 'satisfaction-month', 'process-board']),
    );
    expect(codes(await agent.get<{ items: Shown[] }>('/reports'))).toEqual([]);
    expect((await agent.get('/reports/sla-month')).status).toBe(404);
  });

  it('publishes what has an owner', async () => {
    const refused = await manager.post<{ code: string }>('/reports/sla-month/publication');
    expect([refused.status, refused.body.code]).toEqual([409, 'reports.owner-missing']);
    await publish('sla-month');
    await publish('satisfaction-month');
    await publish('workload', { ...TERMS, audience: 'internal' });
    expect(codes(await agent.get<{ items: Shown[] }>('/reports'))).toEqual(['sla-month', 'satisfaction-month', 'workload']);
  });

  it('shows those whom the Centre serves the external ones alone', async () => {
    expect(codes(await coordinator.get<{ items: Shown[] }>('/reports'))).toEqual(['sla-month', 'satisfaction-month']);
    expect((await coordinator.get('/reports/workload')).status).toBe(404);
  });

  it('counts what is published and shown in BI, as of any instant (KPI-15)', async () => {
    const available = async (): Promise<number> => (await manager.get<{ available: { count: number } }>('/reports')).body.available.count;
    expect(await available()).toBe(0);
    expect((await manager.post('/reports', BI)).status).toBe(201);
    expect(await available()).toBe(0);
    await publish(BI.code, IN_BI);
    expect(await available()).toBe(1);
    await manager.put('/reports/sla-month/terms', { ...TERMS, ownerId: person('dace'), bi: true, location: 'Mape', views: ['clocks'] });
    expect(await available()).toBe(2);
    expect((await manager.delete(`/reports/${BI.code}/publication`)).status).toBe(200);
    expect(await available()).toBe(1);
    const steps = await test.app.get(Database).query(`select published, bi from reports.publication where report_id in
      (select id from reports.report where code = 'sla-month') order by at`);
    expect(steps).toEqual([
      { published: true, bi: false },
      { published: true, bi: true },
    ]);
  });

  it.each([
    ['without a place in BI', { ...BI, code: 'bi-a', location: null }, 'reports.location-missing'],
    ['without its views', { ...BI, code: 'bi-b', views: [] }, 'reports.views-missing'],
    ['delivered from here', { ...BI, code: 'bi-c', cadence: 'monthly' }, 'reports.cadence-elsewhere'],
    ['with an address as code', { ...BI, code: 'Bi/..' }, 'reports.code-invalid'],
    ['under the name of a page', { ...BI, code: 'satisfaction' }, 'reports.code-invalid'],
    ['a second time', BI, 'reports.code-taken'],
  ])('refuses a BI report %s', async (_what, body, code) => {
    expect((await manager.post<{ code: string }>('/reports', body)).body.code).toBe(code);
  });

  it('is written under its revision', async () => {
    const { revision } = (await manager.get<Shown>('/reports/workload')).body;
    const stale = await manager.put('/reports/workload/terms', { ...TERMS, ownerId: person('dace') }, { 'if-match': `"${revision - 1}"` });
    expect(stale.status).toBe(412);
  });
});

describe('A report', () => {
  it('tells its figures with n, interval and conclusion, and opens the rows behind each', async () => {
    const { status, body } = await manager.get<Document>('/reports/satisfaction-month/document?period=2026-05');
    expect(status).toBe(200);
    expect(body).toMatchObject({ period: '2026-05', about: 'Viss Centrs', definitions: [{ code: 'KPI-02', version: 1 }] });
    expect(body.conclusion[0]).toContain('80,0\u00a0% (12 no 15, 95\u00a0% ticamības intervāls');
    expect(body.sections[0]!.rows[0]).toMatchObject({ opens: '/reports/indicators?period=2026-05&code=KPI-02&rows=*' });
    expect(body.sections[0]!.rows[0]!.cells.slice(1, 4)).toEqual([12, 15, 80]);
  });

  it('hides the small group and the one that would give it away', async () => {
    const { body } = await manager.get<Document>('/reports/satisfaction-month/document?period=2026-05');
    const parts = body.sections.find(({ title }) => title === 'Pēc iestādes')!;
    expect(parts.rows.map(({ cells }) => cells.slice(1, 5))).toEqual([
      [null, null, null, null],
      [null, null, null, null],
    ]);
    expect(parts.rows.every(({ opens }) => opens === null)).toBe(true);
    expect(parts.note).toContain('par maz');
  });

  it('tells a coordinator of his institution alone', async () => {
    const { body } = await coordinator.get<Document>('/reports/satisfaction-month/document?period=2026-05');
    expect(body.sections[0]!.rows[0]!.cells.slice(1, 3)).toEqual([12, 12]);
    expect(body.about).not.toBe('Viss Centrs');
  });

  it.each(['csv', 'xlsx'])('is saved as %s with the same figures', async (format) => {
    const answer = await request(test.url)
      .get(`/api/v1/reports/satisfaction-month/document/file?period=2026-05&format=${format}`)
      .set(manager.headers())
      .responseType('blob');
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="satisfaction-month-2026-05.${format}"`);
    const content = answer.body as Buffer;
    const text = format === 'csv' ? content.toString('utf8') : [...unzip(content).values()].join('');
    expect(text).toContain('Viss Centrs');
    expect(text).toContain(format === 'csv' ? ';12;15;80;' : '<v>80</v>');
  });

  it.each([
    'sla-month',
    'satisfaction-month',
    'satisfaction-year',
    'workload',
    'groups-services',
    'changes-month',
    'process-board',
    'scorecard',
  ])('is made of the ready set: %s, whole in both languages', async (code) => {
    for (const locale of ['en', 'lv']) {
      await manager.patch('/me', { locale });
      const { status, body } = await manager.get<Document>(`/reports/${code}/document`);
      expect(status).toBe(200);
      for (const { columns, rows } of body.sections) expect(rows.filter(({ cells }) => cells.length !== columns.length)).toEqual([]);
      expect(JSON.stringify(body)).not.toMatch(/\{\{|undefined|NaN/);
    }
  });

  it('refuses a period that is none of its own', async () => {
    expect((await manager.get<{ code: string }>('/reports/sla-month/document?period=2026')).body.code).toBe('reports.period-invalid');
    expect((await manager.get<{ code: string }>('/reports/sla-month/document?period=2099-01')).body.code).toBe('reports.period-invalid');
  });
});

describe('A run', () => {
  it('is kept as it was, also when its figures move', async () => {
    const kept = (await manager.post<Run>('/reports/satisfaction-month/runs', { period: '2026-05' })).body;
    await test.app.get(Database).query(`update identity.support_group set is_user_support = true where id = $1`, [NETWORK]);
    const now = (await manager.get<Document>('/reports/satisfaction-month/document?period=2026-05')).body;
    expect(now.sections[0]!.rows[0]!.cells.slice(1, 3)).toEqual([12, 16]);
    const again = (await manager.get<Run>(`/reports/satisfaction-month/runs/${kept.id}`)).body;
    expect(again).toEqual(kept);
    await expect(test.app.get(Database).query(`update reports.run set period = 'x'`)).rejects.toThrow('append-only');
    await expect(test.app.get(Database).query(`delete from reports.run`)).rejects.toThrow('append-only');
  });

  it('is seen by whose figures it holds and by who reads all', async () => {
    const own = (await coordinator.post<Run>('/reports/satisfaction-month/runs', { period: '2026-05' })).body;
    const ids = async (client: ApiClient): Promise<string[]> =>
      (await client.get<{ items: Run[] }>('/reports/satisfaction-month/runs')).body.items.map(({ id }) => id);
    expect(await ids(coordinator)).toEqual([own.id]);
    expect((await ids(manager)).slice(0, 1)).toEqual([own.id]);
    const [, whole] = await ids(manager);
    expect((await coordinator.get(`/reports/satisfaction-month/runs/${whole}`)).status).toBe(404);
    expect((await coordinator.get(`/reports/satisfaction-month/runs/${whole}/file?format=csv`)).status).toBe(404);
  });

  it('lists the latest first, a page at a time', async () => {
    const first = (await manager.get<{ items: Run[]; nextCursor: string }>('/reports/satisfaction-month/runs?limit=1')).body;
    const second = (await manager.get<{ items: Run[] }>(`/reports/satisfaction-month/runs?limit=1&cursor=${first.nextCursor}`)).body;
    expect(first.items).toHaveLength(1);
    expect(second.items[0]!.id).not.toBe(first.items[0]!.id);
  });

  it('of opinions is not kept while the period may still change', async () => {
    const month = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Riga', year: 'numeric', month: '2-digit' }).format(new Date());
    const refused = await manager.post<{ code: string }>('/reports/satisfaction-month/runs', { period: month });
    expect(refused.body.code).toBe('reports.period-open');
    expect((await manager.post('/reports/sla-month/runs', { period: month })).status).toBe(201);
  });
});
