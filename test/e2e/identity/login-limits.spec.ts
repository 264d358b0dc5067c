import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Answer, type DemoPeople, layOutDemo, Visitor } from './visitor.js';

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

const attempt = (login: string, password: string): Promise<Answer> => new Visitor(app.url).ask('POST', '/session', { login, password });

describe('guessing passwords', () => {
  it.each(['ilze', 'nobody-here'])('is stopped after ten attempts on "%s", known or not, and says how long', async (login) => {
    for (let n = 0; n < 10; n += 1) expect((await attempt(login, 'wrong')).status).toBe(401);
    const refused = await attempt(login, 'wrong');
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({ code: 'identity.too-many-attempts', detail: 'Mēģiniet vēlreiz pēc 15 minūtēm.' });
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(880);
    expect(wait).toBeLessThanOrEqual(900);
  });

  it('does not tell that the password was right at last', async () => {
    for (let n = 0; n < 10; n += 1) await attempt('ilze', 'wrong');
    expect((await attempt('ilze', people.passwordOf('ilze'))).status).toBe(429);
    expect((await attempt('janis', people.passwordOf('janis'))).status).toBe(201);
  });

  it('gains nothing by many attempts at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => attempt('ilze', 'wrong')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(20);
  });

  it('is forgotten when the window is over, and attempts while it lasts do not make it longer', async () => {
    for (let n = 0; n < 12; n += 1) await attempt('ilze', 'wrong');
    await database.query(`update identity.login_limit set window_ends_at = now()`);
    expect((await attempt('ilze', people.passwordOf('ilze'))).status).toBe(201);
  });

  it('starts afresh after a success', async () => {
    for (let n = 0; n < 9; n += 1) await attempt('ilze', 'wrong');
    expect((await attempt('ilze', people.passwordOf('ilze'))).status).toBe(201);
    for (let n = 0; n < 10; n += 1) expect((await attempt('ilze', 'wrong')).status).toBe(401);
  });

  it('is stopped by address, whichever logins are tried', async () => {
    await attempt('first-one', 'wrong');
    await database.query(`update identity.login_limit set attempts = 100 where kind = 'address'`);
    expect((await attempt('another', 'wrong')).status).toBe(429);
    expect((await attempt('ilze', people.passwordOf('ilze'))).status).toBe(429);
  });

  it('does not count those who get in', async () => {
    for (let n = 0; n < 3; n += 1) expect((await attempt('ilze', people.passwordOf('ilze'))).status).toBe(201);
    expect(await database.query(`select kind, attempts from identity.login_limit`)).toEqual([{ kind: 'address', attempts: 0 }]);
  });

  it('takes about as long for an unknown login as for a wrong password', async () => {
    const timed = async (login: string): Promise<number> => {
      const start = performance.now();
      await attempt(login, 'wrong');
      return performance.now() - start;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let n = 0; n < 7; n += 1) {
      known.push(await timed('ilze'));
      unknown.push(await timed('nobody-here'));
    }
    const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
    // Hashing takes tens of milliseconds, a look-up alone one or two: a third tells them apart on a busy machine, too.
    expect(median(unknown)).toBeGreaterThan(median(known) / 3);
  });
});
