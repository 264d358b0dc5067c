import { demoId } from '#identity';
import { Database } from '#platform';
import { KeepPeople } from '../../../libs/identity/src/use-cases/keep-people.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { ApiClient } from '../../support/client.js';

const ORDER = demoId('institution', 'order');
const CIVIL = demoId('institution', 'civil');

interface Person {
  readonly id: string;
  readonly code?: string;
  readonly name: string;
  readonly active: boolean;
  readonly version: number;
  readonly roles: readonly string[];
  readonly grants: readonly {
    id: string;
    role: string;
    holds: boolean;
    reason: string | null;
    endedReason: string | null;
    approvedBy: { name: string } | null;
  }[];
}

interface Request {
  readonly id: string;
  readonly role: string;
  readonly person: { readonly id: string };
  readonly state: string;
  readonly abilities: { readonly decide: boolean; readonly withdraw: boolean };
}

interface Entry {
  readonly type: string;
  readonly text: string;
  readonly actor: { name: string } | null;
  readonly changes: readonly { label: string; from: string | null; to: string | null; personal: boolean }[];
}

describe('people and their roles', () => {
  let test: TestApp;
  let cast: Cast;
  let admin: ApiClient;
  let manager: ApiClient;
  let sequence = 0;

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    cast = await layCast(test);
    admin = await cast.signIn('admin');
    manager = await cast.signIn('dace');
  });

  afterAll(() => test?.close());

  const add = async (more: object = {}): Promise<Person> => {
    sequence += 1;
    const answer = await admin.post<Person>('/organisation/people', { name: `Pēteris Āboliņš ${sequence}`, institutionId: ORDER, ...more });
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 201, code: undefined });
    return answer.body;
  };
  const person = async (id: string): Promise<Person> => (await admin.get<Person>(`/organisation/people/${id}`)).body;
  const history = async (id: string): Promise<readonly Entry[]> =>
    (await admin.get<{ items: Entry[] }>(`/organisation/people/${id}/history`)).body.items;
  const give = (id: string, body: object, by = admin) => by.post(`/organisation/people/${id}/roles`, { reason: 'Jauns amats.', ...body });
  const pendingFor = async (id: string, by = manager): Promise<Request | undefined> =>
    (await by.get<{ items: Request[] }>('/organisation/grant-requests')).body.items.find((request) => request.person.id === id);

  it('lets somebody new in by a link of one use, and nobody who has a password', async () => {
    const { id } = await add({ login: 'j.jauns' });
    const link = (): Promise<{ status: number; body: { url: string; code?: string } }> =>
      admin.put(`/organisation/people/${id}/sign-in-link`);
    const first = await link();
    const second = await link();
    const token = ({ body }: { body: { url: string } }): string => body.url.slice(body.url.lastIndexOf('/') + 1);
    const nobody = new ApiClient(admin.url);
    expect((await nobody.get(`/password-resets/${token(first)}`)).body).toEqual({ valid: false, login: null });
    expect((await nobody.get(`/password-resets/${token(second)}`)).body).toEqual({ valid: true, login: 'j.jauns' });
    expect((await nobody.post(`/password-resets/${token(second)}`, { password: 'a long new password' })).status).toBe(204);
    await nobody.signIn('j.jauns', 'a long new password');
    expect((await link()).body.code).toBe('identity.link-has-password');
    expect((await admin.put(`/organisation/people/${demoId('person', 'dace')}/sign-in-link`)).status).toBe(409);
    expect((await admin.post(`/organisation/people/${(await add()).id}/sign-in-link-mail`)).body.code).toBe('identity.link-needs-login');
    expect((await admin.post(`/organisation/people/${(await add({ login: 'bez.pasta' })).id}/sign-in-link-mail`)).body.code).toBe(
      'identity.link-needs-mail',
    );
    expect((await history(id)).map(({ text }) => text)).toContain('Izsniegta vienreizēja pieslēgšanās saite');
    expect(JSON.stringify(await history(id))).not.toContain(token(second));
  });

  it('adds a person, changes what is known of him, and tells both without keeping what is personal', async () => {
    const { id, version } = await add({ login: 'P.Abolins', email: 'peteris@example.lv', externalId: 'P-100' });
    const changed = await admin.patch<Person>(
      `/organisation/people/${id}`,
      { email: 'p.abolins@example.lv', institutionId: CIVIL },
      { 'if-match': `"${version}"` },
    );
    expect(changed).toMatchObject({ status: 200, body: { login: 'p.abolins', institution: { id: CIVIL }, version: version + 1 } });
    const told = await history(id);
    expect(told.map(({ text, actor }) => [text, actor?.name])).toEqual([
      ['Cilvēks pievienots', 'Māris Zariņš'],
      ['Dati mainīti', 'Māris Zariņš'],
    ]);
    expect(told[1]!.changes).toEqual([
      expect.objectContaining({ label: 'E-pasts', from: null, to: null, personal: true }),
      expect.objectContaining({ label: 'Iestāde', from: 'Sabiedriskās kārtības dienests', personal: false }),
    ]);
    expect(
      JSON.stringify(await test.app.get(Database).query(`select payload from platform.event_log where subject_id = $1`, [id])),
    ).not.toMatch(/example|abolins|P-100/i);
  });

  it('refuses a change of what somebody else changed meanwhile, and what is another’s', async () => {
    const { id } = await add({ login: 'viens', externalId: 'X-1' });
    const stale = await admin.patch(`/organisation/people/${id}`, { phone: '+371 67000000' }, { 'if-match': '"7"' });
    expect(stale).toMatchObject({ status: 412, body: { code: 'platform.version-mismatch' } });
    for (const [field, code] of [
      [{ login: 'ilze' }, 'identity.login-taken'],
      [{ login: 'a b' }, 'identity.login-invalid'],
      [{ unitId: demoId('group', 'network') }, 'identity.unit.not-found'],
      [{ institutionId: demoId('institution', 'nowhere') }, 'identity.institution.not-found'],
    ] as const)
      expect((await admin.patch(`/organisation/people/${id}`, field)).body).toMatchObject({ code });
    const twin = await admin.post('/organisation/people', { name: 'Otrs', institutionId: ORDER, externalId: 'X-1' });
    expect(twin).toMatchObject({ status: 409, body: { code: 'identity.external-id-taken' } });
    const ilze = await admin.patch(`/organisation/people/${demoId('person', 'ilze')}`, { login: null });
    expect(ilze.body).toMatchObject({ code: 'identity.login-needed' });
  });

  it('lists by words, institution, role and state, page by page', async () => {
    const names = async (query: string): Promise<string[]> =>
      (await admin.get<{ items: Person[] }>(`/organisation/people?${query}`)).body.items.map(({ name }) => name);
    expect(await names('q=vitola')).toEqual(['Dace Vītola']);
    expect(await names('role=auditor')).toEqual(['Inga Pētersone']);
    expect((await names(`institutionId=${ORDER}&limit=200`)).includes('Jānis Ozols')).toBe(false);
    const whole = await names('limit=200');
    const paged: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body }: { body: { items: Person[]; nextCursor: string | null } } = await admin.get(
        `/organisation/people?limit=9&cursor=${cursor}`,
      );
      paged.push(...body.items.map(({ name }) => name));
      cursor = body.nextCursor;
    }
    expect(paged).toEqual(whole);
  });

  it('gives an ordinary role at once, to nobody twice and to nobody himself', async () => {
    const { id } = await add();
    expect((await give(id, { role: 'agent' })).body).toEqual({ state: 'granted' });
    expect((await person(id)).roles).toEqual(['agent']);
    expect((await give(id, { role: 'agent' })).body).toMatchObject({ code: 'identity.grant-held' });
    expect((await give(demoId('person', 'admin'), { role: 'agent' })).body).toMatchObject({ code: 'identity.grant-to-self' });
    expect((await give(id, { role: 'institution_coordinator', scope: 'institution' })).body).toMatchObject({
      code: 'identity.grant-scope-incomplete',
    });
    expect((await give(id, { role: 'institution_coordinator', scope: 'institution', scopeId: ORDER })).status).toBe(201);
    expect((await history(id)).at(-1)!.text).toBe('Piešķirta loma: iestādes koordinators (Sabiedriskās kārtības dienests): Jauns amats.');
  });

  it.each(['manager', 'auditor', 'administrator'] as const)('lets the role %s wait for a manager who did not ask for it', async (role) => {
    const { id } = await add();
    expect((await give(id, { role })).body).toEqual({ state: 'pending' });
    expect((await person(id)).roles).toEqual([]);
    expect((await give(id, { role })).body).toMatchObject({ code: 'identity.grant-asked' });
    const asked = (await pendingFor(id))!;
    expect(asked.abilities).toEqual({ decide: true, withdraw: false });
    expect((await pendingFor(id, admin))!.abilities).toEqual({ decide: false, withdraw: true });
    expect((await admin.post(`/organisation/grant-requests/${asked.id}/approval`)).status).toBe(403);
    expect((await manager.post(`/organisation/grant-requests/${asked.id}/approval`)).status).toBe(204);
    expect(await person(id)).toMatchObject({ roles: [role], grants: [{ role, approvedBy: { name: 'Dace Vītola' } }] });
    expect((await manager.post(`/organisation/grant-requests/${asked.id}/refusal`, { reason: 'Nē.' })).body).toMatchObject({
      code: 'identity.grant-request-decided',
    });
  });

  it('gives nothing where the manager refuses or the administrator withdraws', async () => {
    const { id } = await add();
    await give(id, { role: 'auditor' });
    expect(
      (await manager.post(`/organisation/grant-requests/${(await pendingFor(id))!.id}/refusal`, { reason: 'Nav pamata.' })).status,
    ).toBe(204);
    await give(id, { role: 'auditor' });
    expect((await admin.post(`/organisation/grant-requests/${(await pendingFor(id))!.id}/withdrawal`)).status).toBe(204);
    expect((await person(id)).roles).toEqual([]);
    expect((await history(id)).slice(-3).map(({ text }) => text)).toEqual([
      'Lomas lūgums noraidīts: auditors: Nav pamata.',
      'Lūgta loma: auditors: Jauns amats.',
      'Lomas lūgums atsaukts: auditors',
    ]);
    const { body } = await manager.get<{ items: Request[] }>('/organisation/grant-requests?state=decided');
    expect(body.items.slice(0, 2).map(({ state }) => state)).toEqual(['withdrawn', 'refused']);
  });

  it('does not let a manager decide about his own role', async () => {
    const dace = demoId('person', 'dace');
    expect((await give(dace, { role: 'auditor' })).body).toEqual({ state: 'pending' });
    const asked = (await pendingFor(dace))!;
    expect(asked.abilities.decide).toBe(false);
    const own = await manager.post(`/organisation/grant-requests/${asked.id}/approval`);
    expect(own).toMatchObject({ status: 403, body: { code: 'identity.grant-own-request' } });
    await admin.post(`/organisation/grant-requests/${asked.id}/withdrawal`);
  });

  it('ends a role with a reason, from the next request on, but never that of the last administrator or manager', async () => {
    const { id } = await add();
    await give(id, { role: 'survey_officer' });
    const [held] = (await person(id)).grants;
    expect((await admin.post(`/organisation/grants/${held!.id}/end`, { reason: 'Cits darbs.' })).status).toBe(204);
    expect(await person(id)).toMatchObject({ roles: [], grants: [{ holds: false, endedReason: 'Cits darbs.' }] });
    expect((await admin.post(`/organisation/grants/${held!.id}/end`, { reason: 'Vēlreiz.' })).status).toBe(404);
    await test.app
      .get(Database)
      .query(`update identity.role_grant set valid_to = now() where role in ('administrator', 'manager') and user_id <> all($1)`, [
        [demoId('person', 'admin'), demoId('person', 'dace')],
      ]);
    const [own] = (await person(demoId('person', 'admin'))).grants;
    expect((await admin.post(`/organisation/grants/${own!.id}/end`, { reason: 'Pietiek.' })).body).toMatchObject({
      code: 'identity.last-administrator',
    });
    const last = demoId('person', 'dace');
    const managers = (await person(last)).grants.filter(({ role }) => role === 'manager');
    expect((await admin.post(`/organisation/grants/${managers[0]!.id}/end`, { reason: 'Pietiek.' })).body).toMatchObject({
      code: 'identity.last-manager',
    });
    expect((await admin.post(`/organisation/people/${last}/departure`, { on: '2026-01-31' })).body).toMatchObject({
      code: 'identity.last-manager',
    });
  });

  it('closes an account at once or on its day, ends its sessions, and opens it again', async () => {
    const janis = await cast.signIn('janis');
    const id = demoId('person', 'janis');
    expect((await admin.post<Person>(`/organisation/people/${id}/departure`, { on: '2026-01-31' })).body.active).toBe(false);
    expect((await janis.get('/me')).status).toBe(401);
    expect((await admin.post<Person>(`/organisation/people/${id}/return`)).body).toMatchObject({ active: true, leavesOn: null });
    expect((await admin.post<Person>(`/organisation/people/${id}/departure`, { on: '2099-12-31' })).body).toMatchObject({
      active: true,
      leavesOn: '2099-12-31',
    });
    await test.app.get(Database).query(`update identity.app_user set leaves_on = '2026-01-31' where id = $1`, [id]);
    expect(await test.app.get(KeepPeople, { strict: false }).endThoseWhoLeft()).toBe(1);
    expect((await person(id)).active).toBe(false);
    expect((await history(id)).map(({ text }) => text)).toEqual([
      'Noteikts aiziešanas datums',
      'Konts atjaunots',
      'Noteikts aiziešanas datums',
      'Konts slēgts',
    ]);
    const self = await admin.post(`/organisation/people/${demoId('person', 'admin')}/departure`, { on: '2026-01-31' });
    expect(self.body).toMatchObject({ code: 'identity.leaving-self' });
  });
});
