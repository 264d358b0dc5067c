import { IssueSetupLink } from '#identity';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { Visitor } from './visitor.js';

let app: TestApp;

beforeEach(async () => {
  app = await startTestApp({ settings: { demo: false } });
});

afterEach(() => app?.close());

const newLink = (): Promise<string | undefined> => app.app.get(IssueSetupLink).execute();
const tokenOf = (link: string | undefined): string => new URL(link!).searchParams.get('token')!;
const admin = (token: string) => ({
  token,
  login: 'maris',
  name: 'Māris Zariņš',
  email: 'maris@centrs.example',
  password: 'first of all passwords',
});

async function isValid(token: string): Promise<unknown> {
  return ((await new Visitor(app.url).get(`/setup?token=${token}`)).body as { valid: unknown }).valid;
}

describe('setting up an empty installation', () => {
  it('creates the first administrator once, in the institution that provides the services', async () => {
    const token = tokenOf(await newLink());
    expect(await isValid(token)).toBe(true);
    expect((await new Visitor(app.url).ask('POST', '/setup', admin(token))).status).toBe(204);
    const somebody = await new Visitor(app.url).signIn('maris', 'first of all passwords');
    expect((await somebody.get('/me')).body).toMatchObject({
      roles: ['administrator'],
      home: 'admin',
      demo: false,
      institution: { name: 'IT atbalsta centrs' },
      rights: expect.arrayContaining(['admin.users', 'admin.mailbox']),
    });
    expect(await isValid(token)).toBe(false);
    const again = await new Visitor(app.url).ask('POST', '/setup', { ...admin(token), login: 'other' });
    expect(again.body).toMatchObject({ status: 403, code: 'identity.setup-link-invalid' });
    expect(await newLink()).toBeUndefined();
  });

  it('lets exactly one of many through at the same moment', async () => {
    const token = tokenOf(await newLink());
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, n) => new Visitor(app.url).ask('POST', '/setup', { ...admin(token), login: `maris${n}` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 403, 403, 403, 403]);
  });

  it('takes only the newest link, for a day, and keeps of it only a hash', async () => {
    const old = tokenOf(await newLink());
    const token = tokenOf(await newLink());
    expect([await isValid(old), await isValid(token)]).toEqual([false, true]);
    const database = app.app.get(Database);
    expect(JSON.stringify(await database.query(`select encode(token_hash, 'escape') as kept from identity.setup_link`))).not.toContain(
      token,
    );
    await database.query(`update identity.setup_link set expires_at = now()`);
    expect(await isValid(token)).toBe(false);
    expect((await new Visitor(app.url).ask('POST', '/setup', admin(token))).status).toBe(403);
  });

  it('leaves the link usable where the password is not good enough', async () => {
    const token = tokenOf(await newLink());
    const answer = await new Visitor(app.url).ask('POST', '/setup', { ...admin(token), password: 'short' });
    expect(answer.body).toMatchObject({ status: 422, errors: [{ pointer: '/password', code: 'identity.password-too-short' }] });
    expect(await isValid(token)).toBe(true);
  });
});
