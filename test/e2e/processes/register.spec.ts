import request from 'supertest';
import type { ApiClient } from '../../support/client.js';
import { code, failing, ORDER, person, ProcessDesk, type Shown, TERMS } from './process-desk.js';

let desk: ProcessDesk;
let owner: ApiClient;
let manager: ApiClient;
let second: ApiClient;

beforeAll(async () => {
  desk = await ProcessDesk.open();
  ({ owner, manager, second } = desk);
});

afterAll(() => desk?.close());

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
    const filed = await desk.file(id, order.id);
    expect(filed.body.evidence[0]!.file).toEqual({ name: 'rīkojums.pdf', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(code(await desk.file(id, order.id))).toBe('processes.file-kept-already');
    expect((await manager.post<Shown>(`/processes/${id}/approval`)).body.stage).toBe('approved');

    expect(code(await owner.post(`/processes/${id}/start`))).toBe('processes.no-live-record');
    await desk.live(10);
    await desk.begin();
    expect(await desk.watch().follow()).toBe(1);
    expect((await desk.read(id)).stage).toBe('piloted');

    expect(failing(await desk.read(id))).toEqual(['usage', 'conformance', 'metric', 'verifier']);
    await desk.watch().count();
    await desk.freeze(['KPI-09']);
    expect(failing(await desk.read(id))).toEqual(['verifier']);
    expect(code(await manager.post(`/processes/${id}/implementation`))).toBe('processes.condition-missing');
    await manager.post(`/processes/${id}/evidence/${order.id}/verification`);
    const before = await desk.count();
    const implemented = (await manager.post<Shown>(`/processes/${id}/implementation`)).body;
    expect([implemented.stage, failing(implemented), await desk.count()]).toEqual(['implemented', [], before + 1]);
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
    const id = await desk.piloted(practice);
    await manager.post(`/processes/${id}/implementation`);
    const before = await desk.count();
    await act(id, (await desk.read(id)).evidence[0]!.id);
    const after = await desk.read(id);
    expect([after.stage, await desk.count(), failing(after)]).toEqual(['suspended', before - 1, missing]);
    expect(after.stages.at(-1)).toEqual({ stage: 'suspended', cause: missing.join(' '), since: expect.any(String) });
    expect(after.conditions.filter(({ met }) => !met).every(({ text }) => text.length > 20)).toBe(true);
  });

  it('is at risk without conformance at the end of a month, restored with it, suspended after sixty days, and comes back by a new approval', async () => {
    const id = await desk.piloted('service-level-management');
    await manager.post(`/processes/${id}/implementation`);
    await desk.live(3, ['submitted', 'resolved', 'closed']);
    await desk.watched();
    const risky = await desk.read(id);
    expect([risky.stage, failing(risky)]).toEqual(['at_risk', ['conformance']]);
    const { deviating } = (await manager.get<{ deviating: { deviations: string[] }[] }>(`/processes/${id}/conformance`)).body;
    expect(deviating).toHaveLength(9);
    expect(deviating[0]!.deviations).toEqual(['No „jauns” uz „atrisināts” šis process neved.']);
    const counted = await desk.count();

    await desk.live(100);
    await desk.watched();
    expect([(await desk.read(id)).stage, await desk.count()]).toEqual(['implemented', counted]);

    await desk.live(100, ['submitted', 'closed']);
    await desk.watched();
    await desk.database.query(`update processes.process set stage_since = now() - interval '60 days' where id = $1`, [id]);
    await desk.watch().follow();
    expect((await desk.read(id)).stage).toBe('suspended');
    expect((await manager.post<Shown>(`/processes/${id}/approval`)).body.stage).toBe('approved');
  });

  it('is reviewed each year with a new document', async () => {
    await desk.live(1_000);
    await desk.watch().count();
    const id = await desk.piloted('change-enablement');
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
    expect((await desk.read(id)).abilities).toMatchObject({ approve: false, describe: true });
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
      await desk.file(id, added.id);
      await manager.post(`/processes/${id}/evidence/${added.id}/verification`);
    }
    for (const step of ['approval', 'start', 'implementation']) await (step === 'start' ? owner : manager).post(`/processes/${id}/${step}`);
    const shown = await desk.read(id);
    expect([shown.stage, failing(shown)]).toEqual(['implemented', []]);
    await desk.database.query(`update processes.evidence set valid_to = current_date - 2 where process_id = $1 and kind = 'external'`, [
      id,
    ]);
    await desk.watch().follow();
    expect((await desk.read(id)).stage).toBe('at_risk');
  });
});

describe('The file of a document', () => {
  it('is offered for saving only, as it was given', async () => {
    const { items } = (await manager.get<{ items: Shown[] }>('/processes')).body;
    const { evidence, id } = await desk.read(items.find(({ stage }) => stage === 'implemented')!.id);
    const answer = await request(desk.test.url)
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
