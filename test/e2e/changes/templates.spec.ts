import { randomUUID } from 'node:crypto';
import { demoId } from '#identity';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';
import { eventually } from '../../support/eventually.js';
import { layFinishedChange } from './finished-changes.js';

interface Version {
  readonly version: number;
  readonly name: string;
  readonly authors: { id: string }[];
  readonly order: { number: string; date: string; by: { id: string } } | null;
}

interface Shown {
  readonly id: string;
  readonly state: string;
  readonly current: Version;
  readonly draft: Version | null;
  readonly success: { numerator: number; denominator: number; display: string; value: number | null };
  readonly record: Record<string, number>;
  readonly suspension: { cause: string; failures: number | null; of: number | null } | null;
  readonly abilities: Record<string, boolean>;
}

let test: TestApp;
let cast: Cast;
let changeManager: ApiClient;
let manager: ApiClient;

const code = (answer: { body: unknown }): unknown => (answer.body as { code?: string }).code;
const WHOLE = {
  nameLv: 'Darbstaciju atjauninājumi',
  nameEn: 'Workstation updates',
  steps: [{ text: 'Atjaunināt pirmo desmitnieku', offsetMinutes: 0, who: 'Darbvietu grupa' }, { text: 'Atjaunināt pārējās' }],
  testPlan: 'Pieslēgties desmit darbstacijās.',
  rollbackPlan: 'Atgriezt iepriekšējo versiju no attēla.',
  maxRisk: 2,
  minutes: 120,
  outageMinutes: 15,
  serviceId: demoId('service', 'WORKPLACE'),
  groupId: demoId('group', 'workplaces'),
};
const ORDER = { orderNumber: '1-12/34', orderDate: '2026-01-15' };

beforeAll(async () => {
  test = await startTestApp({ cast: true, worker: true });
  cast = await layCast(test);
  changeManager = await cast.signIn('andris');
  manager = await cast.signIn('dace');
});

afterAll(() => test?.close());

const drafted = async (terms: object = {}): Promise<Shown> =>
  (await changeManager.post<Shown>('/change-templates', { ...WHOLE, ...terms })).body;
const approved = async (terms: object = {}): Promise<Shown> => {
  const { id } = await drafted(terms);
  return (await manager.post<Shown>(`/change-templates/${id}/approval`, ORDER)).body;
};
const read = async (id: string): Promise<Shown> => (await changeManager.get<Shown>(`/change-templates/${id}`)).body;

describe('A template', () => {
  it('is a draft until a manager puts it in force by an order', async () => {
    const draft = await drafted();
    expect(draft).toMatchObject({ state: 'draft', draft: { version: 1, order: null }, abilities: { change: true, approve: false } });
    expect(code(await changeManager.post(`/change-templates/${draft.id}/approval`, ORDER))).toBe('identity.right-missing');
    const answer = await manager.post<Shown>(`/change-templates/${draft.id}/approval`, ORDER);
    expect(answer.body).toMatchObject({ state: 'active', draft: null });
    expect(answer.body.current.order).toMatchObject({ number: '1-12/34', date: '2026-01-15', by: { id: demoId('person', 'dace') } });
    expect(code(await manager.post(`/change-templates/${draft.id}/approval`, ORDER))).toBe('changes.template-in-force');
  });

  it('is not put in force by somebody who wrote on it', async () => {
    await test.app
      .get(Database)
      .query(
        `insert into identity.role_grant (id, user_id, role, scope, valid_from) values ($1, $2, 'change_manager', 'all', now() - interval '1 day')`,
        [randomUUID(), demoId('person', 'dace')],
      );
    const { id } = await drafted();
    expect((await manager.put(`/change-templates/${id}/draft`, { ...WHOLE, minutes: 90 })).status).toBe(200);
    const refused = await manager.post(`/change-templates/${id}/approval`, ORDER);
    expect([refused.status, code(refused)]).toEqual([403, 'changes.own-template']);
    await test.app
      .get(Database)
      .query(`delete from identity.role_grant where user_id = $1 and role = 'change_manager'`, [demoId('person', 'dace')]);
  });

  it('names what it lacks before an order can name it', async () => {
    const { id } = await drafted({ steps: [], testPlan: ' ', rollbackPlan: null, serviceId: null, groupId: null });
    const answer = await manager.post<{ errors: { pointer: string }[] }>(`/change-templates/${id}/approval`, ORDER);
    expect([answer.status, code(answer)]).toEqual([422, 'changes.template-incomplete']);
    expect(answer.body.errors.map(({ pointer }) => pointer)).toEqual(['/steps', '/testPlan', '/rollbackPlan', '/serviceId', '/groupId']);
  });

  it('may say why there is no way back, and then has no rollback plan', async () => {
    const twice = await changeManager.post('/change-templates', { ...WHOLE, rollbackNotNeeded: 'Nav ko atgriezt.' });
    expect([twice.status, code(twice)]).toEqual([422, 'changes.template-refused']);
    expect((await approved({ rollbackPlan: null, rollbackNotNeeded: 'Nav ko atgriezt.' })).state).toBe('active');
  });

  it('refuses an order of tomorrow, an outage longer than the window and a risk that is high', async () => {
    const { id } = await drafted();
    expect(code(await manager.post(`/change-templates/${id}/approval`, { ...ORDER, orderDate: '2099-01-01' }))).toBe(
      'changes.template-order-in-future',
    );
    expect(code(await changeManager.post('/change-templates', { ...WHOLE, outageMinutes: 121 }))).toBe('changes.template-refused');
    expect((await changeManager.post('/change-templates', { ...WHOLE, maxRisk: 6 })).status).toBe(422);
  });

  it('stays in force as it was while its next version is written', async () => {
    const { id } = await approved();
    await changeManager.put(`/change-templates/${id}/draft`, { ...WHOLE, nameLv: 'Jaunais nosaukums' });
    const shown = await read(id);
    expect(shown).toMatchObject({
      state: 'active',
      current: { version: 1, name: WHOLE.nameLv },
      draft: { version: 2, name: 'Jaunais nosaukums' },
    });
    const after = await manager.post<Shown>(`/change-templates/${id}/approval`, { ...ORDER, orderNumber: '1-12/35' });
    expect(after.body).toMatchObject({ current: { version: 2, name: 'Jaunais nosaukums', order: { number: '1-12/35' } }, draft: null });
  });

  it('is not changed by somebody who looked at an earlier revision', async () => {
    const { id } = await drafted();
    expect((await changeManager.put(`/change-templates/${id}/draft`, WHOLE, { 'if-match': '"1"' })).status).toBe(412);
  });

  it('is retired for good with a reason', async () => {
    const { id } = await approved();
    expect((await changeManager.post<Shown>(`/change-templates/${id}/retirement`, { reason: 'Vairs nelietojam' })).body.state).toBe(
      'retired',
    );
    expect(code(await changeManager.put(`/change-templates/${id}/draft`, WHOLE))).toBe('changes.template-retired');
    expect(code(await manager.post(`/change-templates/${id}/approval`, ORDER))).toBe('changes.template-retired');
  });
});

describe('The success of a template', () => {
  it('counts as successes only changes that went well and caused no incident within five working days', async () => {
    const { id } = await approved({ failureLimit: 9 });
    const well = await layFinishedChange(test, { templateId: id, outcome: 'successful', actualTo: '2026-03-02T10:00:00Z' });
    const later = await layFinishedChange(test, { templateId: id, outcome: 'successful', actualTo: '2026-03-02T10:00:00Z' });
    await layFinishedChange(test, { templateId: id, outcome: 'successful', actualTo: '2026-03-02T10:00:00Z' });
    await layFinishedChange(test, { templateId: id, outcome: 'with_issues', actualTo: '2026-03-03T10:00:00Z' });
    await layFinishedChange(test, { templateId: id, outcome: 'failed', actualTo: '2026-03-04T10:00:00Z' });
    // The fifth working day after Monday, 2 March ends with 9 March in Riga: the last millisecond counts, midnight does not (as of KPI-10).
    await blame(well, '2026-03-09T21:59:59.999Z');
    await blame(later, '2026-03-09T22:00:00Z');
    const shown = await read(id);
    expect(shown.record).toEqual({ finished: 5, successful: 2, withIssues: 1, failed: 1, causedIncident: 1 });
    expect(shown.success).toMatchObject({ numerator: 2, denominator: 5, display: 'counts', value: null });
  });

  it('suspends it by itself at the second failure, tells of it, and another order brings it back with a clean record', async () => {
    const { id } = await approved();
    const soon = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
    await layFinishedChange(test, { templateId: id, outcome: 'failed', actualTo: soon(1) });
    await layFinishedChange(test, { templateId: id, outcome: 'successful', actualTo: soon(2) });
    await layFinishedChange(test, { templateId: id, outcome: 'rolled_back', actualTo: soon(3) });
    await eventually(async () => {
      expect(await read(id)).toMatchObject({ state: 'suspended', suspension: { cause: 'failures', failures: 2, of: 3 } });
    });
    for (const person of [manager, changeManager])
      await eventually(async () => {
        const { body } = await person.get<{ items: { kind: string; text: string }[] }>('/notices');
        expect(body.items.find(({ kind }) => kind === 'template-suspended')?.text).toContain(WHOLE.nameLv);
      });
    const back = await manager.post<Shown>(`/change-templates/${id}/approval`, { ...ORDER, orderNumber: '1-12/40' });
    expect(back.body).toMatchObject({ state: 'active', suspension: null, current: { version: 1, order: { number: '1-12/40' } } });
  });

  it('counts failures from the order in force on', async () => {
    const { id } = await approved();
    for (const outcome of ['failed', 'rolled_back', 'failed'] as const)
      await layFinishedChange(test, { templateId: id, outcome, actualTo: '2026-02-02T10:00:00Z' });
    await eventually(async () => {
      const waiting = await test.app.get(Database).query(`select 1 from platform.pending_reaction limit 1`);
      expect(waiting).toEqual([]);
    });
    expect((await read(id)).state).toBe('active');
  });
});

/** Links an incident, filed long after the change, at `linkedAt` to the change as caused by it. */
async function blame(changeId: string, linkedAt: string): Promise<void> {
  const agent = await cast.signIn('elina');
  const { body } = await agent.post<{ id: string }>('/incidents', { title: 'Nestrādā', description: 'Kopš vakardienas nestrādā.' });
  await test.app
    .get(Database)
    .query(`insert into tickets.link (ticket_id, kind, target_id, added_at) values ($1, 'caused_by', $2, $3)`, [
      body.id,
      changeId,
      linkedAt,
    ]);
}
