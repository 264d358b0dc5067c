import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { demoId } from '#identity';
import { Database } from '#platform';
import { WatchProcesses } from '#processes';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';

interface Condition {
  readonly key: string;
  readonly met: boolean;
  readonly text: string;
}

interface Shown {
  readonly id: string;
  readonly stage: string;
  readonly conditions: Condition[];
  readonly evidence: { id: string; kind: string; file: { name: string; sha256: string } | null; verifiedBy: { id: string } | null }[];
  readonly months: { month: string; live: number; judged: number; conforming: number }[];
  readonly stages: { stage: string; cause: string | null }[];
  readonly abilities: Record<string, boolean>;
  readonly reviewDueOn: string | null;
}

const TERMS = {
  scope: 'Visi Centra uzturētie pakalpojumi.',
  description: 'Kā atjauno to, kas nedarbojas.',
  roles: [{ name: 'Grupas vadītājs', duty: 'Lemj par nozīmīgu incidentu.' }],
  lifecycle: 'incident',
  metrics: ['KPI-02', 'KPI-09'],
};
const ORDER = {
  kind: 'order',
  document: 'Rīkojums par incidentu pārvaldību',
  orderNumber: '1-12/47',
  orderDate: '2026-03-02',
  signatory: 'Centra priekšnieks',
};

let test: TestApp;
let cast: Cast;
let owner: ApiClient;
let manager: ApiClient;
let second: ApiClient;
let database: Database;

const person = (login: string): string => demoId('person', login);
const code = (answer: { body: unknown }): unknown => (answer.body as { code?: string }).code;
const failing = ({ conditions }: Shown): string[] => conditions.filter(({ met }) => !met).map(({ key }) => key);

async function grant(login: string, role: string): Promise<void> {
  await database.query(
    `insert into identity.role_grant (id, user_id, role, scope, valid_from) values ($1, $2, $3, 'all', now() - interval '1 day')`,
    [randomUUID(), person(login), role],
  );
}

beforeAll(async () => {
  test = await startTestApp();
  cast = await layCast(test);
  database = test.app.get(Database);
  await grant('viktors', 'process_owner');
  await grant('sanita', 'manager');
  owner = await cast.signIn('viktors');
  manager = await cast.signIn('dace');
  second = await cast.signIn('sanita');
});

afterAll(() => test?.close());

const read = async (id: string): Promise<Shown> => (await manager.get<Shown>(`/processes/${id}`)).body;
const count = async (): Promise<number> => (await manager.get<{ count: number }>(`/processes/count?on=2099-01-01`)).body.count;
const watch = (): WatchProcesses => test.app.get(WatchProcesses);

/** Incidents that began and were closed in each of the last three full months, told by their events alone. */
async function live(perMonth: number, steps: readonly string[] = ['submitted', 'accepted', 'resolved', 'closed']): Promise<void> {
  await database.query(
    `insert into platform.event_log (at, type, version, subject_type, subject_id, payload)
     select date_trunc('month', now() at time zone 'Europe/Riga') at time zone 'Europe/Riga' - make_interval(months => back) + interval '10 days'
         + ord * interval '1 hour', 'incidents.' || step, 1, 'ticket', subject, '{}'
     from (select gen_random_uuid() as subject, back from generate_series(1, 3) back, generate_series(1, $1) n offset 0) s,
       unnest($2::text[]) with ordinality as t(step, ord) order by subject, ord`,
    [perMonth, steps],
  );
}

async function freeze(codes: readonly string[]): Promise<void> {
  await database.query(
    `insert into kpis.edition (code, month, number, definition_version, known_until, frozen_at, input_hash)
     select c, (date_trunc('month', now() at time zone 'Europe/Riga') - make_interval(months => back))::date, 1,
       (select max(version) from kpis.definition d where d.code = c), now(), now(), 'test'
     from unnest($1::text[]) c, generate_series(1, 3) back on conflict do nothing`,
    [codes],
  );
}

async function file(id: string, evidenceId: string): Promise<{ status: number; body: Shown }> {
  const call = request(test.url).put(`/api/v1/processes/${id}/evidence/${evidenceId}/file`).set(owner.headers());
  return (await call.attach('file', Buffer.from('%PDF-1.7 rīkojums'), 'rīkojums.pdf')) as { status: number; body: Shown };
}

/** A process with its order filed and verified, approved and in use. */
async function piloted(practice: string): Promise<string> {
  const { id } = (await owner.post<Shown>('/processes', { practice, ownerId: person('viktors') })).body;
  await owner.put(`/processes/${id}/terms`, TERMS);
  await owner.post(`/processes/${id}/design`);
  const added = (await owner.post<Shown>(`/processes/${id}/evidence`, ORDER)).body;
  await file(id, added.evidence[0]!.id);
  await manager.post(`/processes/${id}/evidence/${added.evidence[0]!.id}/verification`);
  expect((await manager.post<Shown>(`/processes/${id}/approval`)).body.stage).toBe('approved');
  await database.query(
    `insert into platform.event_log (at, type, version, subject_type, subject_id, payload) values (now(), 'incidents.submitted', 1, 'ticket', $1, '{}')`,
    [randomUUID()],
  );
  expect((await owner.post<Shown>(`/processes/${id}/start`)).body.stage).toBe('piloted');
  return id;
}

describe('A process', () => {
  it('is earned step by step, each refused until it is ready', async () => {
    const { id } = (await owner.post<Shown>('/processes', { practice: 'incident-management', ownerId: person('viktors') })).body;
    expect(code(await owner.post('/processes', { practice: 'incident-management', ownerId: person('viktors') }))).toBe(
      'processes.practice-registered',
    );
    expect(code(await owner.post(`/processes/${id}/design`))).toBe('processes.design-incomplete');
    await owner.put(`/processes/${id}/terms`, TERMS);
    expect((await owner.post<Shown>(`/processes/${id}/design`)).body.stage).toBe('designed');

    expect(code(await manager.post(`/processes/${id}/approval`))).toBe('processes.condition-missing');
    expect(code(await owner.post(`/processes/${id}/evidence`, { ...ORDER, orderNumber: null }))).toBe('processes.order-incomplete');
    expect(code(await owner.post(`/processes/${id}/evidence`, { ...ORDER, orderDate: '2099-01-01' }))).toBe('processes.date-in-future');
    const order = (await owner.post<Shown>(`/processes/${id}/evidence`, ORDER)).body.evidence[0]!;
    expect(code(await manager.post(`/processes/${id}/approval`))).toBe('processes.condition-missing');
    const filed = await file(id, order.id);
    expect(filed.body.evidence[0]!.file).toEqual({ name: 'rīkojums.pdf', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(code(await file(id, order.id))).toBe('processes.file-kept-already');
    expect((await manager.post<Shown>(`/processes/${id}/approval`)).body.stage).toBe('approved');

    expect(code(await owner.post(`/processes/${id}/start`))).toBe('processes.no-live-record');
    await live(10);
    await database.query(
      `insert into platform.event_log (at, type, version, subject_type, subject_id, payload) values (now(), 'incidents.submitted', 1, 'ticket', $1, '{}')`,
      [randomUUID()],
    );
    expect(await watch().follow()).toBe(1);
    expect((await read(id)).stage).toBe('piloted');

    expect(failing(await read(id))).toEqual(['usage', 'conformance', 'metric', 'verifier']);
    await watch().count();
    await freeze(['KPI-09']);
    expect(failing(await read(id))).toEqual(['verifier']);
    expect(code(await manager.post(`/processes/${id}/implementation`))).toBe('processes.condition-missing');
    await manager.post(`/processes/${id}/evidence/${order.id}/verification`);
    const before = await count();
    const implemented = (await manager.post<Shown>(`/processes/${id}/implementation`)).body;
    expect([implemented.stage, failing(implemented), await count()]).toEqual(['implemented', [], before + 1]);
    expect(implemented.reviewDueOn).toMatch(/^20\d\d-/);
    expect(implemented.stages.map(({ stage }) => stage)).toEqual(['identified', 'designed', 'approved', 'piloted', 'implemented']);
    expect(code(await owner.post(`/processes/${id}/design`))).toBe('processes.transition-not-allowed');
  });

  it.each<[string, string, (id: string, order: string) => Promise<unknown>, string[]]>([
    [
      'withdrawing the order',
      'service-desk',
      (id, order) => owner.post(`/processes/${id}/evidence/${order}/withdrawal`, { reason: 'Atcelts' }),
      ['order', 'verifier'],
    ],
    ['withdrawing the owner', 'problem-management', (id) => manager.post(`/processes/${id}/owner`, { ownerId: null }), ['owner']],
    [
      'withdrawing the verification',
      'release-management',
      (id, order) => manager.delete(`/processes/${id}/evidence/${order}/verification`),
      ['verifier'],
    ],
    [
      'making the verifier its owner',
      'service-design',
      (id) => manager.post(`/processes/${id}/owner`, { ownerId: person('dace') }),
      ['verifier'],
    ],
  ])('counts no more at once after %s, and says why', async (_, practice, act, missing) => {
    const id = await piloted(practice);
    await manager.post(`/processes/${id}/implementation`);
    const before = await count();
    await act(id, (await read(id)).evidence[0]!.id);
    const after = await read(id);
    expect([after.stage, await count(), failing(after)]).toEqual(['suspended', before - 1, missing]);
    expect(after.stages.at(-1)).toEqual({ stage: 'suspended', cause: missing.join(' '), since: expect.any(String) });
    expect(after.conditions.filter(({ met }) => !met).every(({ text }) => text.length > 20)).toBe(true);
  });

  it('is at risk without conformance at the end of a month, restored with it, suspended after sixty days, and comes back by a new approval', async () => {
    const id = await piloted('service-level-management');
    await manager.post(`/processes/${id}/implementation`);
    await live(3, ['submitted', 'resolved', 'closed']);
    await watch().count();
    await watch().follow();
    const risky = await read(id);
    expect([risky.stage, failing(risky)]).toEqual(['at_risk', ['conformance']]);
    const { deviating } = (await manager.get<{ deviating: { deviations: string[] }[] }>(`/processes/${id}/conformance`)).body;
    expect(deviating).toHaveLength(9);
    expect(deviating[0]!.deviations).toEqual(['No „new” uz „resolved” šis process neved.']);
    const counted = await count();

    await live(100);
    await watch().count();
    await watch().follow();
    expect([(await read(id)).stage, await count()]).toEqual(['implemented', counted]);

    await live(100, ['submitted', 'closed']);
    await watch().count();
    await watch().follow();
    await database.query(`update processes.process set stage_since = now() - interval '60 days' where id = $1`, [id]);
    await watch().follow();
    expect((await read(id)).stage).toBe('suspended');
    expect((await manager.post<Shown>(`/processes/${id}/approval`)).body.stage).toBe('approved');
  });

  it('is reviewed each year with a new document', async () => {
    await live(1_000);
    await watch().count();
    const id = await piloted('change-enablement');
    await manager.post(`/processes/${id}/implementation`);
    expect(code(await owner.post(`/processes/${id}/review`))).toBe('processes.review-needs-evidence');
    await owner.post(`/processes/${id}/evidence`, { kind: 'review', document: 'Ikgadējais izvērtējums' });
    expect((await owner.post<Shown>(`/processes/${id}/review`)).status).toBe(200);
    expect(code(await owner.post(`/processes/${id}/review`))).toBe('processes.review-needs-evidence');
  });
});

describe('Nobody', () => {
  it('approves, implements or verifies a process of his own', async () => {
    const { id } = (await manager.post<Shown>('/processes', { practice: 'risk-management', ownerId: person('dace') })).body;
    await manager.put(`/processes/${id}/terms`, TERMS);
    await manager.post(`/processes/${id}/design`);
    const order = (await second.post<Shown>(`/processes/${id}/evidence`, ORDER)).body.evidence[0]!;
    expect(code(await manager.post(`/processes/${id}/evidence/${order.id}/verification`))).toBe('processes.verifier-is-owner');
    expect(code(await second.post(`/processes/${id}/evidence/${order.id}/verification`))).toBe('processes.verifier-is-owner');
    expect(code(await manager.post(`/processes/${id}/approval`))).toBe('processes.own-process');
    expect((await read(id)).abilities).toMatchObject({ approve: false, describe: true });
  });

  it('describes or proves the process of another, unless he is a manager', async () => {
    const { id } = (await manager.post<Shown>('/processes', { practice: 'supplier-management', ownerId: person('dace') })).body;
    expect(code(await owner.put(`/processes/${id}/terms`, TERMS))).toBe('processes.not-owner');
    expect(code(await owner.post(`/processes/${id}/evidence`, ORDER))).toBe('processes.not-owner');
    expect(code(await owner.post('/processes', { practice: 'project-management', ownerId: person('dace') }))).toBe('processes.not-owner');
  });
});

describe('A process outside the desk', () => {
  it('is shown by external evidence that another verified, as long as it holds', async () => {
    const { id } = (await owner.post<Shown>('/processes', { practice: 'workforce-and-talent-management', ownerId: person('viktors') }))
      .body;
    await owner.put(`/processes/${id}/terms`, { ...TERMS, lifecycle: null });
    await owner.post(`/processes/${id}/design`);
    for (const input of [ORDER, { kind: 'external', document: 'Iekšējā audita atzinums', validTo: '2099-12-31' }]) {
      const added = (await owner.post<Shown>(`/processes/${id}/evidence`, input)).body.evidence.find(({ kind }) => kind === input.kind)!;
      await file(id, added.id);
      await manager.post(`/processes/${id}/evidence/${added.id}/verification`);
    }
    for (const step of ['approval', 'start', 'implementation']) await (step === 'start' ? owner : manager).post(`/processes/${id}/${step}`);
    const shown = await read(id);
    expect([shown.stage, failing(shown)]).toEqual(['implemented', []]);
    await database.query(`update processes.evidence set valid_to = current_date - 2 where process_id = $1 and kind = 'external'`, [id]);
    await watch().follow();
    expect((await read(id)).stage).toBe('at_risk');
  });
});

describe('The file of a document', () => {
  it('is offered for saving only, as it was given', async () => {
    const { items } = (await manager.get<{ items: Shown[] }>('/processes')).body;
    const { evidence, id } = await read(items.find(({ stage }) => stage === 'implemented')!.id);
    const answer = await request(test.url)
      .get(`/api/v1/processes/${id}/evidence/${evidence.find((one) => one.file)!.id}/file`)
      .set(manager.headers())
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      });
    expect((answer.body as Buffer).toString()).toBe('%PDF-1.7 rīkojums');
    expect(answer.headers).toMatchObject({
      'content-disposition': `attachment; filename="r_kojums.pdf"; filename*=UTF-8''r%C4%ABkojums.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });
});
