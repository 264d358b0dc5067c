import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type DemoPeople, layOutDemo, Visitor } from './visitor.js';

let app: TestApp;
let people: DemoPeople;
let database: Database;

beforeAll(async () => {
  app = await startTestApp();
  people = await layOutDemo(app);
  database = app.app.get(Database);
});

afterAll(() => app?.close());

const visitor = (): Visitor => new Visitor(app.url);

describe('signing in', () => {
  it('answers who one is, and the cookie opens the rest', async () => {
    const somebody = visitor();
    const answer = await somebody.ask('POST', '/session', { login: ' Elina ', password: people.passwordOf('elina') });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      login: 'elina',
      name: 'Elīna Bērziņa',
      locale: 'lv',
      institution: { name: 'Valsts IT atbalsta centrs' },
      roles: ['requester', 'agent'],
      groups: [{ name: '1. līnija', lead: false }],
      home: 'desk',
      demo: true,
    });
    expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^atbalsts=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)]);
    expect((await somebody.get('/me')).body).toEqual(answer.body);
  });

  it('keeps of a session only a hash', async () => {
    const somebody = await people.visitor('ilze');
    const id = somebody.cookie!.split('=')[1]!;
    const rows = await database.query<{ hash: string }>(`select encode(id_hash, 'escape') as hash from identity.session`);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(id);
  });

  it('never takes over a session id that the browser brought', async () => {
    const somebody = visitor();
    somebody.cookie = 'atbalsts=chosen-by-somebody-else-chosen-by-somebody';
    await somebody.signIn('ilze', people.passwordOf('ilze'));
    expect(somebody.cookie).not.toContain('chosen');
    const first = somebody.cookie;
    await somebody.signIn('ilze', people.passwordOf('ilze'));
    expect(somebody.cookie).not.toBe(first);
    const old = visitor();
    old.cookie = first;
    expect((await old.get('/me')).status).toBe(401);
  });

  it('answers alike for an unknown login, a wrong password and an account without a password', async () => {
    await database.query(`update identity.app_user set password_hash = null where login = 'inga'`);
    const answers = [];
    for (const login of ['nobody-here', 'ilze', 'inga'])
      answers.push(await visitor().ask('POST', '/session', { login, password: 'not the password' }));
    const bodies = answers.map(({ body }) => ({ ...(body as object), instance: undefined }));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
    expect(bodies[0]).toMatchObject({ code: 'identity.wrong-credentials', title: 'Lietotājvārds vai parole nav pareiza.' });
  });

  it('lets nobody in who has left', async () => {
    const somebody = await people.visitor('andris');
    await database.query(`update identity.app_user set active = false where login = 'andris'`);
    expect((await somebody.get('/me')).status).toBe(401);
    expect((await visitor().ask('POST', '/session', { login: 'andris', password: people.passwordOf('andris') })).status).toBe(401);
    await database.query(`update identity.app_user set active = true where login = 'andris'`);
  });

  it.each([
    [{}],
    [{ login: 'ilze' }],
    [{ login: 'ilze', password: 1 }],
    [{ login: 'ilze', password: 'x', admin: true }],
    [{ login: { $ne: '' }, password: 'x' }],
  ])('refuses %j as invalid', async (body) => {
    expect((await visitor().ask('POST', '/session', body)).status).toBe(422);
  });
});

describe('a session', () => {
  it('ends with signing out', async () => {
    const somebody = await people.visitor('janis');
    const copy = visitor();
    copy.cookie = somebody.cookie;
    expect((await somebody.ask('DELETE', '/session')).status).toBe(204);
    expect(somebody.cookie).toBeUndefined();
    expect((await copy.get('/me')).status).toBe(401);
  });

  it.each([
    ['was not used for two hours', `last_seen_at = now() - interval '121 minutes'`],
    ['is twelve hours old', `created_at = now() - interval '12 hours', expires_at = now()`],
  ])('ends when it %s', async (_why, change) => {
    const somebody = await people.visitor('janis');
    await database.query(`update identity.session set ${change} where user_id = (select id from identity.app_user where login = 'janis')`);
    const answer = await somebody.get('/me');
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ code: 'identity.not-signed-in' });
  });

  it('goes on while it is used, and is noted at most once a minute', async () => {
    const somebody = await people.visitor('dace');
    const seen = async (): Promise<number> =>
      (
        await database.query<{ n: number }>(
          `select extract(epoch from now() - last_seen_at)::int as n from identity.session s join identity.app_user u on u.id = s.user_id where login = 'dace'`,
        )
      )[0]!.n;
    await database.query(`update identity.session set last_seen_at = now() - interval '50 seconds'`);
    await somebody.get('/me');
    expect(await seen()).toBeGreaterThanOrEqual(50);
    await database.query(`update identity.session set last_seen_at = now() - interval '119 minutes'`);
    await somebody.get('/me');
    expect(await seen()).toBeLessThan(5);
  });
});

describe('grants', () => {
  it('count by their time, from one request to the next', async () => {
    const somebody = await people.visitor('zane');
    const roles = async (): Promise<unknown> => ((await somebody.get('/me')).body as { roles: unknown }).roles;
    expect(await roles()).toEqual(['requester', 'institution_coordinator']);
    await database.query(`update identity.role_grant set valid_to = now() where role = 'institution_coordinator'`);
    expect(await roles()).toEqual(['requester']);
    await database.query(
      `update identity.role_grant set valid_to = null, valid_from = now() + interval '1 hour' where role = 'institution_coordinator'`,
    );
    expect(await roles()).toEqual(['requester']);
  });

  it('are refused by the database where somebody gives them to himself', async () => {
    const [admin] = await database.query<{ id: string }>(`select id from identity.app_user where login = 'admin'`);
    const insert = `insert into identity.role_grant (id, user_id, role, granted_by) values (gen_random_uuid(), $1, 'manager', $1)`;
    await expect(database.query(insert, [admin!.id])).rejects.toThrow('ck_role_grant_not_self');
  });
});
