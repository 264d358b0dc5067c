import { demoId } from '#identity';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { ApiClient } from '../../support/client.js';
import { type Cast, layCast } from '../../support/cast.js';

let app: TestApp;
let cast: Cast;
let database: Database;
let admin: ApiClient;

beforeAll(async () => {
  app = await startTestApp({ cast: true });
  cast = await layCast(app);
  database = app.app.get(Database);
  admin = await cast.signIn('admin');
});

afterAll(() => app?.close());

const ORDER = {
  name: 'Uzraudzība',
  institutionId: demoId('institution', 'order'),
  scopes: ['ticket.read', 'ticket.create', 'people.read'],
};

interface Program {
  readonly id: string;
  readonly token: string;
  readonly client: ApiClient;
}

async function program(more: object = {}): Promise<Program> {
  const added = await admin.post<{ id: string }>('/api-clients', { ...ORDER, readOnly: false, perMinute: 600, ...more });
  expect(added.status).toBe(201);
  const { id } = added.body;
  const { token } = (await admin.put<{ token: string }>(`/api-clients/${id}/token`, { days: 30 })).body;
  return { id, token, client: ApiClient.withToken(app.url, token) };
}

const code = ({ body }: { body: Record<string, unknown> }): unknown => body['code'];

describe('an API client', () => {
  it('files a ticket for somebody of its institution, without a browser’s token, and stands in its history by name', async () => {
    const { client } = await program();
    const report = { title: 'Disks ir pilns', description: 'Serveris FS-01.', affectedUserId: demoId('person', 'ilze') };
    const filed = await client.post<{ id: string; number: string }>('/incidents', report);
    expect(filed.status).toBe(201);
    expect((await client.get(`/tickets/${filed.body.id}`)).status).toBe(200);
    const history = await (
      await cast.signIn('elina')
    ).get<{ items: { actor: { name: string } | null }[] }>(`/tickets/${filed.body.id}/history`);
    expect(history.body.items.at(-1)?.actor?.name).toBe('Uzraudzība');
    // Nobody of another institution can be named, and he is as unknown as somebody who is not there.
    const strange = await client.post('/incidents', { ...report, affectedUserId: demoId('person', 'janis') });
    const nobody = await client.post('/incidents', { ...report, affectedUserId: crypto.randomUUID() });
    expect([strange.status, code(strange)]).toEqual([nobody.status, code(nobody)]);
    expect(strange.status).toBe(422);
  });

  it('is no person: it has no profile, is found by nobody, and cannot be signed in as', async () => {
    const { id, client } = await program();
    for (const path of ['/me', '/me/sessions', '/notices']) expect([path, (await client.get(path)).status]).toEqual([path, 403]);
    const found = await (await cast.signIn('elina')).get<{ items: { id: string }[] }>('/people?q=uzraudz');
    expect(found.body.items).toEqual([]);
    const left = await admin.get<{ items: { id: string }[] }>('/organisation/people?state=left&q=uzraudz');
    expect(left.body.items).toEqual([]);
    expect(await database.query(`select login, active from identity.app_user where id = $1`, [id])).toEqual([
      { login: null, active: false },
    ]);
  });

  it('is refused once its token is replaced, has run out or is revoked, and tokens are kept as hashes', async () => {
    const { id, token, client } = await program();
    const kept = await database.query(
      `select encode(token_hash, 'escape') as hash, token_prefix from identity.api_client where user_id = $1`,
      [id],
    );
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(JSON.stringify(await database.query(`select result from platform.idempotency_key`))).not.toContain(token);
    const renewed = (await admin.put<{ token: string }>(`/api-clients/${id}/token`, { days: 1 })).body.token;
    expect(code(await client.get('/people?q=a'))).toBe('identity.token-invalid');
    const next = ApiClient.withToken(app.url, renewed);
    expect((await next.get('/people?q=a')).status).toBe(200);
    await database.query(`update identity.api_client set expires_at = now() where user_id = $1`, [id]);
    expect((await next.get('/people?q=a')).status).toBe(401);
    const third = ApiClient.withToken(app.url, (await admin.put<{ token: string }>(`/api-clients/${id}/token`, { days: 1 })).body.token);
    expect((await third.get('/people?q=a')).status).toBe(200);
    expect((await admin.post(`/api-clients/${id}/revocation`)).status).toBe(204);
    expect((await third.get('/people?q=a')).status).toBe(401);
    expect((await admin.put(`/api-clients/${id}/token`, { days: 1 })).status).toBe(404);
    const events = await database.query<{ type: string }>(
      `select type from platform.event_log where subject_id = $1 and type like 'identity.api-%' order by id`,
      [id],
    );
    expect(events.map(({ type }) => type)).toEqual(
      ['added', 'issued', 'issued', 'issued', 'revoked'].map((act) =>
        act === 'issued' ? 'identity.api-token-issued' : `identity.api-client-${act}`,
      ),
    );
  });

  it('does not borrow a session that comes along with its token, nor the other way round', async () => {
    const { token } = await program({ scopes: ['institution.read'] });
    const ask = (headers: Record<string, string>) => fetch(`${app.url}/api/v1/people?q=a`, { headers });
    const session = (await cast.signIn('elina')).headers();
    expect((await ask({ ...session, authorization: `Bearer ${token}` })).status).toBe(403);
    expect((await ask({ ...session, authorization: 'Bearer atb_wrong' })).status).toBe(401);
    expect((await ask({ ...session, authorization: 'Basic eDp5' })).status).toBe(401);
    expect((await ask(session)).status).toBe(200);
  });

  it('is held to its number of requests a minute', async () => {
    const { client } = await program({ perMinute: 3 });
    const statuses = [];
    for (let n = 0; n < 4; n += 1) statuses.push((await client.get('/people?q=a')).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const refused = await client.get('/people?q=a');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });

  it.each([
    [{ scopes: ['admin.users'] }],
    [{ scopes: ['ticket.work'] }],
    [{ scopes: [] }],
    [{ perMinute: 0 }],
    [{ institutionId: 'x' }],
    [{ tokenHash: 'x' }],
  ])('cannot be made with %j', async (more) => {
    expect((await admin.post('/api-clients', { ...ORDER, readOnly: true, perMinute: 60, ...more })).status).toBe(422);
  });

  it('gets a token for a year at most', async () => {
    const { id } = await program();
    expect((await admin.put(`/api-clients/${id}/token`, { days: 366 })).status).toBe(422);
  });
});

describe('being away', () => {
  const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Riga' });

  it('is seen where somebody to work is looked for, with who stands in', async () => {
    const [rihards, elina] = [await cast.signIn('rihards'), await cast.signIn('elina')];
    const absence = { firstDay: day(0), lastDay: day(5), delegateId: demoId('person', 'elina') };
    expect((await rihards.post('/me/absences', absence)).body).toMatchObject({
      items: [{ lastDay: day(5), delegate: { name: 'Elīna Bērziņa' } }],
    });
    const [found] = (await elina.get<{ items: object[] }>('/people?q=rihards')).body.items;
    expect(found).toMatchObject({ absentUntil: day(5), delegate: { name: 'Elīna Bērziņa' } });
    const groups = (await elina.get<{ items: { members: { name: string; absentUntil: string | null }[] }[] }>('/groups')).body.items;
    const members = groups[0]!.members.map(({ name, absentUntil }) => [name, absentUntil]);
    expect(members).toContainEqual(['Rihards Liepiņš', day(5)]);
    expect(members).toContainEqual(['Elīna Bērziņa', null]);
  });

  it('neither overlaps nor lies behind, and is one’s own', async () => {
    const [rihards, elina] = [await cast.signIn('rihards'), await cast.signIn('elina')];
    expect(code(await rihards.post('/me/absences', { firstDay: day(5), lastDay: day(9) }))).toBe('identity.absence-overlaps');
    expect(code(await elina.post('/me/absences', { firstDay: day(-3), lastDay: day(-1) }))).toBe('identity.absence-past');
    expect(code(await elina.post('/me/absences', { firstDay: day(1), lastDay: day(2), delegateId: demoId('person', 'elina') }))).toBe(
      'identity.delegate-unknown',
    );
    const [{ id }] = (await rihards.get<{ items: { id: string }[] }>('/me/absences')).body.items as [{ id: string }];
    expect((await elina.delete(`/me/absences/${id}`)).status).toBe(404);
    expect((await rihards.delete(`/me/absences/${id}`)).status).toBe(204);
  });
});

describe('one’s profile', () => {
  it('keeps name, telephone and theme, finds the new name, and keeps neither in the events', async () => {
    const ilze = await cast.signIn('ilze');
    const change = { name: 'Ilze Kalniņa-Siliņa', phone: '+371 2000 0000', theme: 'dark' };
    expect((await ilze.patch('/me', change)).body).toMatchObject(change);
    const found = await (await cast.signIn('elina')).get<{ items: { name: string }[] }>('/people?q=kalnina-sil');
    expect(found.body.items.map(({ name }) => name)).toEqual([change.name]);
    expect((await ilze.patch('/me', { phone: null })).body).toMatchObject({ ...change, phone: null });
    const events = await database.query<{ payload: object }>(
      `select payload from platform.event_log where type = 'identity.profile-changed'`,
    );
    expect(events.map(({ payload }) => payload)).toEqual([{ fields: ['name', 'phone'] }, { fields: ['phone'] }]);
  });

  it.each([[{ phone: 'zvaniet' }], [{ name: ' ' }], [{ theme: 'pink' }], [{ email: 'x@y.example' }]])('takes no %j', async (change) => {
    expect((await (await cast.signIn('ilze')).patch('/me', change)).status).toBe(422);
  });
});
