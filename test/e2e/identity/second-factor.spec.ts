import { Secret, TOTP } from 'otpauth';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Answer, type DemoLogin, type DemoPeople, layOutDemo, Visitor } from './visitor.js';

let app: TestApp;
let people: DemoPeople;
let database: Database;

beforeAll(async () => {
  app = await startTestApp();
  people = await layOutDemo(app);
  database = app.app.get(Database);
});

afterAll(() => app?.close());
beforeEach(() => database.query('delete from identity.login_limit'));

/** The code of the authenticator so many half minutes from now. */
const codeOf = (secret: string, ahead = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + ahead * 30_000 });

/** As if no code had been used lately. */
const forgetStep = (): Promise<unknown> => database.query(`update identity.second_factor set last_step = 0`);

interface Enrolled {
  readonly secret: string;
  readonly codes: readonly string[];
  readonly here: Visitor;
}

async function enrol(login: DemoLogin): Promise<Enrolled> {
  const here = await people.visitor(login);
  const begun = await here.ask('PUT', '/me/second-factor/secret', { currentPassword: people.passwordOf(login) });
  const { secret } = begun.body as { secret: string };
  const done = await here.ask('PUT', '/me/second-factor', { code: codeOf(secret) });
  expect([begun.status, done.status]).toEqual([200, 200]);
  await forgetStep();
  return { secret, codes: (done.body as { recoveryCodes: string[] }).recoveryCodes, here };
}

/** Somebody whose password was right and whose code is still asked. */
async function halfWay(login: DemoLogin): Promise<Visitor> {
  const somebody = new Visitor(app.url);
  const answer = await somebody.ask('POST', '/session', { login, password: people.passwordOf(login) });
  expect([answer.status, answer.body]).toEqual([202, { step: 'code' }]);
  return somebody;
}

const enter = (somebody: Visitor, code: string): Promise<Answer> => somebody.ask('POST', '/session/code', { code });

describe('setting up a second factor', () => {
  it('asks for the password, shows a secret, and counts after the first code of it', async () => {
    const here = await people.visitor('ilze');
    const elsewhere = await people.visitor('ilze');
    expect((await here.ask('PUT', '/me/second-factor/secret', { currentPassword: 'wrong' })).status).toBe(422);
    const { secret, uri } = (await here.ask('PUT', '/me/second-factor/secret', { currentPassword: people.passwordOf('ilze') })).body as {
      secret: string;
      uri: string;
    };
    expect(uri).toMatch(/^otpauth:\/\/totp\/Atbalsts:ilze\?issuer=Atbalsts&secret=[A-Z2-7]{32}&algorithm=SHA1&digits=6&period=30$/);
    // Until then nothing has changed.
    await people.visitor('ilze');
    expect((await here.ask('PUT', '/me/second-factor', { code: '000000' })).body).toMatchObject({ code: 'identity.code-wrong' });
    const { recoveryCodes } = (await here.ask('PUT', '/me/second-factor', { code: codeOf(secret) })).body as { recoveryCodes: string[] };
    expect(recoveryCodes).toHaveLength(10);
    expect((await here.get('/me/second-factor')).body).toMatchObject({
      since: expect.any(String),
      recoveryCodesLeft: 10,
      obligatory: false,
    });
    expect((await elsewhere.get('/me')).status).toBe(401);
    const again = await here.ask('PUT', '/me/second-factor/secret', { currentPassword: people.passwordOf('ilze') });
    expect([again.status, (again.body as { code: string }).code]).toEqual([409, 'identity.second-factor-on']);
  });

  it('leaves neither the secret nor the codes in the database, in clear or for a repetition', async () => {
    const { secret, codes } = await enrol('rihards');
    const [row] = await database.query<{ all: string }>(
      `select (select string_agg(encode(sealed_secret, 'hex'), ',') from identity.second_factor) ||
         coalesce((select string_agg(r::text, ',') from identity.recovery_code r), '') ||
         coalesce((select string_agg(k::text, ',') from platform.idempotency_key k), '') ||
         coalesce((select string_agg(payload::text, ',') from platform.event_log), '') as all`,
    );
    const bytes = Buffer.from(Secret.fromBase32(secret).bytes);
    for (const told of [secret, bytes.toString('hex'), ...codes]) expect(row!.all).not.toContain(told);
  });
});

describe('signing in with a second factor', () => {
  let enrolled: Enrolled;

  beforeAll(async () => {
    enrolled = await enrol('elina');
  });

  beforeEach(forgetStep);

  it('opens nothing by the password alone', async () => {
    const somebody = await halfWay('elina');
    for (const path of ['/me', '/people?q=a', '/me/sessions', '/stream']) expect((await somebody.get(path)).status).toBe(401);
    expect((await somebody.get('/session/step')).body).toEqual({ step: 'code' });
    expect((await somebody.ask('DELETE', '/session')).status).toBe(401);
    // And setting up another authenticator is no way around it.
    expect((await somebody.ask('PUT', '/session/enrolment/secret')).body).toMatchObject({ status: 403, code: 'identity.sign-in-over' });
  });

  it('opens a session under a new id by a code, and each code counts once', async () => {
    const [somebody, other] = [await halfWay('elina'), await halfWay('elina')];
    const waiting = somebody.cookie;
    const code = codeOf(enrolled.secret);
    const answer = await enter(somebody, code);
    expect([answer.status, answer.body]).toMatchObject([200, { login: 'elina' }]);
    expect(somebody.cookie).not.toBe(waiting);
    expect((await somebody.get('/me')).status).toBe(200);
    expect((await enter(other, code)).body).toMatchObject({ errors: [{ pointer: '/code', code: 'identity.code-wrong' }] });
    expect((await enter(other, codeOf(enrolled.secret, 1))).status).toBe(200);
  });

  it('takes the same code at the same moment once', async () => {
    const visitors = await Promise.all([halfWay('elina'), halfWay('elina'), halfWay('elina')]);
    const code = codeOf(enrolled.secret);
    const answers = await Promise.all(visitors.map((one) => enter(one, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
  });

  it.each([-3, 3])('refuses a code %i half minutes off', async (ahead) => {
    expect((await enter(await halfWay('elina'), codeOf(enrolled.secret, ahead))).status).toBe(422);
  });

  it('is stopped after five wrong codes, also with a new password step, and does not tell that a code was right at last', async () => {
    for (let n = 0; n < 5; n += 1) expect((await enter(await halfWay('elina'), '123456')).status).toBe(422);
    expect((await enter(await halfWay('elina'), codeOf(enrolled.secret))).status).toBe(429);
  });

  it('is over after ten minutes, and leaves no session behind', async () => {
    const somebody = await halfWay('elina');
    await database.query(`update identity.session set created_at = now() - interval '601 seconds' where awaits is not null`);
    expect((await enter(somebody, codeOf(enrolled.secret))).body).toMatchObject({ status: 403, code: 'identity.sign-in-over' });
    expect((await somebody.get('/session/step')).body).toEqual({ step: null });
  });

  it('takes a recovery code instead, however it is typed, once', async () => {
    const code = enrolled.codes[0]!;
    expect((await enter(await halfWay('elina'), ` ${code.toUpperCase().replaceAll('-', ' ')} `)).status).toBe(200);
    expect((await enter(await halfWay('elina'), code)).status).toBe(422);
    expect((await enter(await halfWay('ilze'), enrolled.codes[1]!)).status).toBe(422);
    expect((await enrolled.here.get('/me/second-factor')).body).toMatchObject({ recoveryCodesLeft: 9 });
  });

  it('is asked for after a new password too', async () => {
    const change = { currentPassword: people.passwordOf('elina'), newPassword: people.passwordOf('elina') };
    expect((await enrolled.here.ask('PUT', '/me/password', change)).status).toBe(204);
    await halfWay('elina');
  });

  it('gives new recovery codes, and goes, only for password and code', async () => {
    const { here, secret, codes } = enrolled;
    const right = { currentPassword: people.passwordOf('elina') };
    const wrong = { code: codeOf(secret), currentPassword: 'wrong' };
    expect((await here.ask('POST', '/me/second-factor/removal', wrong)).body).toMatchObject({ code: 'identity.current-password-wrong' });
    expect((await here.ask('POST', '/me/second-factor/removal', { ...right, code: '123456' })).body).toMatchObject({
      code: 'identity.code-wrong',
    });
    const renewed = await here.ask('PUT', '/me/second-factor/recovery-codes', { ...right, code: codeOf(secret) });
    expect((renewed.body as { recoveryCodes: string[] }).recoveryCodes).toHaveLength(10);
    expect((await enter(await halfWay('elina'), codes[2]!)).status).toBe(422);
    expect((await here.ask('POST', '/me/second-factor/removal', { ...right, code: codeOf(secret, 1) })).status).toBe(204);
    await people.visitor('elina');
  });
});

describe('a second factor that is obligatory for staff', () => {
  const decide = async (secondFactorForStaff: boolean): Promise<void> => {
    const answer = await (await people.visitor('admin')).ask('PUT', '/sign-in-settings', { secondFactorForStaff });
    expect(answer.body).toEqual({ secondFactorForStaff });
  };

  afterEach(() => database.query(`delete from identity.setting`));

  it('is set up at the next sign-in, before anything else, and not by requesters', async () => {
    await decide(true);
    await people.visitor('janis');
    await people.visitor('zane');
    const somebody = new Visitor(app.url);
    const answer = await somebody.ask('POST', '/session', { login: 'dace', password: people.passwordOf('dace') });
    expect([answer.status, answer.body]).toEqual([202, { step: 'enrolment' }]);
    expect((await somebody.get('/me')).status).toBe(401);
    // Without an authenticator no code opens it.
    expect((await enter(somebody, '123456')).status).toBe(403);
    const { secret } = (await somebody.ask('PUT', '/session/enrolment/secret')).body as { secret: string };
    expect((await somebody.ask('PUT', '/session/enrolment', { code: '123456' })).status).toBe(422);
    const done = await somebody.ask('PUT', '/session/enrolment', { code: codeOf(secret) });
    expect(done.body).toMatchObject({ me: { login: 'dace' }, recoveryCodes: { length: 10 } });
    somebody.csrfToken = (done.body as { me: { csrfToken: string } }).me.csrfToken;
    expect((await somebody.get('/me/second-factor')).body).toMatchObject({ obligatory: true });
    await halfWay('dace');
  });

  it('is taken away by an administrator with a reason, which ends all sessions and stands in the audit', async () => {
    const { here } = await enrol('andris');
    const me = (await here.get('/me')).body as { id: string };
    const admin = await people.visitor('admin');
    const own = ((await admin.get('/me')).body as { id: string }).id;
    const reset = (id: string): Promise<Answer> => admin.ask('POST', `/people/${id}/second-factor-reset`, { reason: 'Pazudis tālrunis.' });
    const list = (await admin.get('/second-factors?limit=100')).body as { items: { login: string; since: string | null }[] };
    expect(list.items.find(({ login }) => login === 'andris')?.since).not.toBeNull();
    expect(list.items.some(({ login }) => login === 'janis' || login === 'zane')).toBe(false);
    expect((await reset(own)).body).toMatchObject({ code: 'identity.second-factor-own' });
    expect((await reset(me.id)).status).toBe(204);
    expect((await here.get('/me')).status).toBe(401);
    await people.visitor('andris');
    expect((await reset(me.id)).status).toBe(409);
    const events = await database.query(`select actor_id, payload from platform.event_log where type = 'identity.second-factor-reset'`);
    expect(events).toEqual([{ actor_id: own, payload: { reason: 'Pazudis tālrunis.', endedSessions: 1 } }]);
  });
});

describe('one’s sessions', () => {
  const FIREFOX = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0' };

  interface Listed {
    readonly id: string;
    readonly current: boolean;
  }
  const sessionsOf = async (somebody: Visitor): Promise<Listed[]> =>
    ((await somebody.get('/me/sessions')).body as { items: Listed[] }).items;

  it('are listed with device and address, the present one first, and end one by one or all but this', async () => {
    const here = new Visitor(app.url);
    await here.ask('POST', '/session', { login: 'janis', password: people.passwordOf('janis') }, { headers: FIREFOX });
    await here.ask('DELETE', '/me/sessions');
    const [second, third] = [await people.visitor('janis'), await people.visitor('janis')];
    const [own, other] = await sessionsOf(here);
    expect(own).toMatchObject({ browser: 'Firefox', system: 'Windows', address: '127.0.0.1', current: true });
    expect(other).toMatchObject({ current: false });
    const ofThird = (await sessionsOf(third)).find(({ current }) => current)!;
    expect((await here.ask('DELETE', `/me/sessions/${ofThird.id}`)).status).toBe(204);
    expect([(await third.get('/me')).status, (await second.get('/me')).status]).toEqual([401, 200]);
    expect((await here.ask('DELETE', '/me/sessions')).body).toEqual({ ended: 1 });
    expect([(await second.get('/me')).status, (await here.get('/me')).status]).toEqual([401, 200]);
  });

  it('of others are hidden like those that are not there', async () => {
    const [own, stranger] = [await people.visitor('janis'), await people.visitor('admin')];
    const [{ id }] = (await sessionsOf(own)) as [Listed];
    const answers = [
      await stranger.ask('DELETE', `/me/sessions/${id}`),
      await stranger.ask('DELETE', `/me/sessions/${crypto.randomUUID()}`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect((await own.get('/me')).status).toBe(200);
  });
});
