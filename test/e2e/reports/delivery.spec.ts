import { randomUUID } from 'node:crypto';
import { demoId } from '#identity';
import { FreezeMonths } from '#kpis';
import { Database, JobRegistry } from '#platform';
import { IndicatorSources } from '#processes';
import { instant } from '#kernel';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';
import { unzip } from '../../support/unzip.js';
import { reactAll, tell, TicketStory } from '../kpis/figure-story.js';

interface Shown {
  readonly subscription: string | null;
  readonly cadences: string[];
}

interface Mail {
  readonly user_id: string;
  readonly subject: string;
  readonly body_text: string;
  readonly attachment_name: string | null;
  readonly attachment: Buffer | null;
}

const person = (login: string): string => demoId('person', login);
const TERMS = { audience: 'external', cadence: 'monthly', bi: false, views: [] };

let test: TestApp;
let cast: Cast;
let database: Database;
let manager: ApiClient;
let coordinator: ApiClient;

const run = (name: string, data: unknown = undefined): Promise<unknown> => test.app.get(JobRegistry).named(name)!.run(data);
const mails = (): Promise<Mail[]> =>
  database.query<Mail>(
    `select user_id, subject, body_text, attachment_name, attachment from notifications.delivery where kind = 'report' order by created_at`,
  );
const deliveries = (where = 'true'): Promise<{ id: string; state: string; attempts: number; last_error: string | null }[]> =>
  database.query(`select id, state, attempts, last_error from reports.delivery where ${where} order by due_at, id`);

/** Everybody subscribed long ago, so that the latest occasion finds him. */
const longAgo = (): Promise<unknown> => database.query(`update reports.subscription set since = '2020-01-01'`);

async function deliverAll(): Promise<void> {
  await run('reports.produce-due');
  for (const { id } of await deliveries(`state = 'due'`)) await run('reports.deliver', { deliveryId: id });
}

beforeAll(async () => {
  test = await startTestApp({ cast: true });
  cast = await layCast(test);
  database = test.app.get(Database);
  [manager, coordinator] = [await cast.signIn('dace'), await cast.signIn('zane')];
  await tell(
    test,
    new TicketStory().submitted('2026-05-04T09:00Z').resolved('2026-05-05T09:00Z').rated('2026-05-06T09:00Z', randomUUID(), 3),
  );
  await reactAll(test, 6);
  await test.app.get(FreezeMonths).execute();
  for (const code of ['satisfaction-month', 'changes-month', 'workload']) {
    expect((await manager.put(`/reports/${code}/terms`, { ...TERMS, ownerId: person('dace') })).status).toBe(200);
    expect((await manager.post(`/reports/${code}/publication`)).status).toBe(200);
  }
});

afterAll(() => test?.close());

describe('A report that is delivered', () => {
  it('comes to whoever asked for it, as a link or as the file, of his own parts', async () => {
    expect(
      (await manager.put<Shown>(`/reports/satisfaction-month/subscribers/${person('dace')}`, { form: 'xlsx' })).body.subscription,
    ).toBe('xlsx');
    expect((await coordinator.put<Shown>(`/reports/satisfaction-month/subscribers/${person('zane')}`, { form: 'link' })).status).toBe(200);
    await deliverAll();
    // Subscribed today: the next occasion is the first.
    expect(await mails()).toEqual([]);
    await longAgo();
    await deliverAll();
    const [sent, other] = [
      (await mails()).find(({ user_id }) => user_id === person('dace'))!,
      (await mails()).find(({ user_id }) => user_id === person('zane'))!,
    ];
    expect(sent.attachment_name).toMatch(/^satisfaction-month-20\d\d-\d\d\.xlsx$/);
    expect([...unzip(sent.attachment!).values()].join('')).toContain('Viss Centrs');
    expect(other.attachment).toBeNull();
    const [, link] = /(\/reports\/library\/\S+)/.exec(other.body_text) ?? [];
    const runId = new URL(`http://x${link}`).searchParams.get('run');
    expect((await coordinator.get(`/reports/satisfaction-month/runs/${runId}`)).status).toBe(200);
    expect(sent.body_text).not.toContain(runId);
  });

  it('comes once, however often and by how many it is looked for', async () => {
    const before = (await mails()).length;
    const rows = await deliveries();
    await Promise.all([deliverAll(), deliverAll(), ...rows.map(({ id }) => run('reports.deliver', { deliveryId: id }))]);
    expect(await mails()).toHaveLength(before);
    await database.query(`update reports.delivery set state = 'due', next_attempt_at = now(), ended_at = null where id = $1`, [
      rows[0]!.id,
    ]);
    await Promise.all([1, 2, 3].map(() => run('reports.deliver', { deliveryId: rows[0]!.id })));
    expect(await mails()).toHaveLength(before);
  });

  it('gives readers of the same parts the same run', async () => {
    await manager.put(`/reports/changes-month/subscribers/${person('dace')}`, { form: 'link' });
    await manager.put(`/reports/changes-month/subscribers/${person('andris')}`, { form: 'csv' });
    await longAgo();
    await deliverAll();
    const [{ runs, n }] = (await database.query<{ runs: number; n: number }>(
      `select count(distinct run_id)::int as runs, count(*)::int as n from reports.delivery d join reports.report r on r.id = d.report_id
       where r.code = 'changes-month' and d.state = 'written'`,
    )) as [{ runs: number; n: number }];
    expect({ runs, n }).toEqual({ runs: 1, n: 2 });
  });

  it('is tried again after what went wrong, and others do not wait for it', async () => {
    await manager.put(`/reports/workload/subscribers/${person('dace')}`, { form: 'link' });
    await longAgo();
    await database.query(`alter table kpis.open_fact rename to open_fact_away`);
    await deliverAll();
    await database.query(`alter table kpis.open_fact_away rename to open_fact`);
    const [failed] = await deliveries(`state = 'due'`);
    expect(failed).toMatchObject({ attempts: 1, last_error: expect.stringContaining('open_fact') });
    await run('reports.deliver', { deliveryId: failed!.id });
    expect(await deliveries(`state = 'due'`)).toHaveLength(1);
    await database.query(`update reports.delivery set next_attempt_at = now() where state = 'due'`);
    await deliverAll();
    expect(await deliveries(`id = '${failed!.id}'`)).toMatchObject([{ state: 'written', attempts: 2 }]);
  });

  it('is kept from who lost the right meanwhile', async () => {
    await coordinator.put(`/reports/workload/subscribers/${person('zane')}`, { form: 'csv' });
    await longAgo();
    await manager.put('/reports/workload/terms', { ...TERMS, audience: 'internal', ownerId: person('dace') });
    const before = (await mails()).length;
    await deliverAll();
    expect(await mails()).toHaveLength(before);
    expect(await deliveries(`person_id = '${person('zane')}' and state = 'skipped'`)).toHaveLength(1);
  });

  it('stops with its subscription, and is sent to others by who publishes reports alone', async () => {
    expect((await manager.delete<Shown>(`/reports/satisfaction-month/subscribers/${person('dace')}`)).body.subscription).toBeNull();
    expect((await coordinator.put(`/reports/satisfaction-month/subscribers/${person('dace')}`, { form: 'link' })).status).toBe(403);
    const unfit = await manager.put<{ code: string }>(`/reports/satisfaction-month/subscribers/${person('ilze')}`, { form: 'link' });
    expect(unfit.body.code).toBe('reports.reader-unfit');
  });

  it('of opinions cannot be had every week', async () => {
    const refused = await manager.put<{ code: string }>('/reports/satisfaction-month/terms', {
      ...TERMS,
      cadence: 'weekly',
      ownerId: person('dace'),
    });
    expect(refused.body.code).toBe('reports.cadence-unfit');
    expect((await manager.get<Shown>('/reports/satisfaction-month')).body.cadences).toEqual(['none', 'monthly']);
  });
});

describe('KPI-15', () => {
  it('is measured for the scorecard, as of any instant', async () => {
    const source = test.app.get(IndicatorSources).find('KPI-15')!;
    const at = (millis: number) => instant(millis * 1_000);
    const measure = (asOf: number) => source.measure(database, { year: 2026, from: at(0), to: at(asOf), asOf: at(asOf) });
    expect(await measure(Date.UTC(2020, 0, 1))).toBeNull();
    expect(await measure(Date.now())).toMatchObject({ value: 0, rowsPath: '/reports/library' });
    await manager.put('/reports/workload/terms', { ...TERMS, bi: true, location: 'Mape', views: ['tickets'], ownerId: person('dace') });
    expect(await measure(Date.now())).toMatchObject({ value: 1, n: 1 });
  });
});
