import { demoId } from '#identity';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { eventually } from '../../support/eventually.js';
import { type Answer, type DemoPeople, layOutDemo, Visitor } from './visitor.js';

const PUBLIC_URL = 'https://desk.example';

let app: TestApp;
let people: DemoPeople;
let database: Database;
let admin: Visitor;

beforeAll(async () => {
  app = await startTestApp({ worker: true, settings: { publicUrl: PUBLIC_URL } });
  people = await layOutDemo(app);
  database = app.app.get(Database);
  admin = await people.visitor('admin');
});

afterAll(() => app?.close());
beforeEach(() => database.query('delete from identity.login_limit'));

interface Mail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const ask = (loginOrEmail: string, headers = {}): Promise<Answer> =>
  new Visitor(app.url).ask('POST', '/password-resets', { loginOrEmail }, { headers });

const emailOf = async (login: string): Promise<string> =>
  (await database.query<{ email: string }>(`select email from identity.app_user where login = $1`, [login]))[0]!.email;

async function mailsTo(login: string, subject: string): Promise<Mail[]> {
  const to = await emailOf(login);
  const { items } = (await admin.get('/mailbox?limit=100')).body as { items: Mail[] };
  const own = items.filter((mail) => mail.to === to && mail.subject === subject);
  return Promise.all(own.map(async ({ id }) => (await admin.get(`/mailbox/${id}`)).body as Mail));
}

/** Asks for a link and takes its token from the mail. */
async function tokenFor(login: string, asked = login): Promise<string> {
  const before = (await mailsTo(login, 'Jauna parole')).length;
  expect((await ask(asked)).status).toBe(202);
  let text = '';
  await eventually(async () => {
    const mails = await mailsTo(login, 'Jauna parole');
    expect(mails).toHaveLength(before + 1);
    text = mails[0]!.text;
  });
  const [, token = ''] = /https:\/\/desk\.example\/reset\/([\w-]{43})/.exec(text) ?? [];
  expect(token).not.toBe('');
  return token;
}

const use = (token: string, password: string): Promise<Answer> =>
  new Visitor(app.url).ask('POST', `/password-resets/${token}`, { password });

describe('somebody new', () => {
  it('gets in by the link of a mail that an administrator has asked for, which the mailbox keeps', async () => {
    const { body } = await admin.ask('POST', '/organisation/people', {
      ...{ name: 'Jānis Jaunais', login: 'janis.jaunais', email: 'janis.jaunais@order.example' },
      institutionId: demoId('institution', 'order'),
    });
    expect((await admin.ask('POST', `/organisation/people/${(body as { id: string }).id}/sign-in-link-mail`)).status).toBe(204);
    let text = '';
    await eventually(async () => {
      const mails = await mailsTo('janis.jaunais', 'Jums ir izveidots Atbalsta konts');
      expect(mails).toHaveLength(1);
      text = mails[0]!.text;
    });
    const [, token = ''] = /https:\/\/desk\.example\/reset\/([\w-]{43})/.exec(text) ?? [];
    expect((await use(token, 'a long first password')).status).toBe(204);
    await new Visitor(app.url).signIn('janis.jaunais', 'a long first password');
  });
});

describe('a forgotten password', () => {
  it('is set anew by the link of a mail, once; all sessions end, and the owner is told', async () => {
    const here = await people.visitor('ilze');
    const token = await tokenFor('ilze');
    const somebody = new Visitor(app.url);
    expect((await somebody.get(`/password-resets/${token}`)).body).toEqual({ valid: true, login: 'ilze' });
    expect((await use(token, 'short')).body).toMatchObject({ errors: [{ pointer: '/password', code: 'identity.password-too-short' }] });
    expect((await use(token, 'a long new password')).status).toBe(204);
    expect((await here.get('/me')).status).toBe(401);
    expect((await use(token, 'another long password')).body).toMatchObject({ status: 403, code: 'identity.reset-link-invalid' });
    expect((await somebody.get(`/password-resets/${token}`)).body).toEqual({ valid: false, login: null });
    await new Visitor(app.url).signIn('ilze', 'a long new password');
    await eventually(async () => expect(await mailsTo('ilze', 'Jūsu parole ir nomainīta')).toHaveLength(1));
  });

  it('is known by the mail address too, however it is written', async () => {
    const token = await tokenFor('janis', ` ${(await emailOf('janis')).toUpperCase()}`);
    expect((await new Visitor(app.url).get(`/password-resets/${token}`)).body).toMatchObject({ login: 'janis' });
  });

  it('of two uses at the same moment one counts', async () => {
    const token = await tokenFor('dace');
    const answers = await Promise.all(['first new password', 'second new password'].map((password) => use(token, password)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 403]);
  });

  it('answers and writes the same for who is not known, and no mail leaves', async () => {
    const trace = async (asked: string) => {
      const [{ last } = { last: 0 }] = await database.query<{ last: number }>(
        `select coalesce(max(id), 0)::int as last from platform.event_log`,
      );
      const { status, body } = await ask(asked);
      const events = await database.query(
        `select type, actor_id, payload, subject_type from platform.event_log where id > $1 and type like 'identity.password%' order by id`,
        [last],
      );
      return { status, body, events };
    };
    const known = await trace('rihards');
    expect(await trace('nobody-here')).toEqual(known);
    expect(await trace('nobody@nowhere.example')).toEqual(known);
    expect(known).toMatchObject({ status: 202, events: [{ type: 'identity.password-reset-asked', actor_id: null, payload: {} }] });
    await eventually(async () => expect(await mailsTo('rihards', 'Jauna parole')).toHaveLength(1));
    // What was typed may be a secret by mistake: it is gone as soon as it has been looked at.
    await eventually(async () => expect(await database.query(`select * from identity.reset_request`)).toEqual([]));
    const [row] = await database.query<{ n: number }>(`select count(*)::int as n from identity.reset_link where used_at is null`);
    expect(row!.n).toBe(2);
  });

  it('makes links by the configured address, whatever host the request names', async () => {
    const headers = { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
    expect((await ask('andris', headers)).status).toBe(202);
    await eventually(async () => expect(await mailsTo('andris', 'Jauna parole')).toHaveLength(1));
    const [{ text }] = (await mailsTo('andris', 'Jauna parole')) as [Mail];
    expect(text).toContain(`${PUBLIC_URL}/reset/`);
    expect(text).not.toContain('evil.example');
  });

  it('is out of date after an hour, after a new link, and after another way to a new password', async () => {
    const first = await tokenFor('inga');
    const second = await tokenFor('inga');
    expect((await use(first, 'a long new password')).status).toBe(403);
    await database.query(`update identity.reset_link set expires_at = now()`);
    expect((await use(second, 'a long new password')).status).toBe(403);
    const third = await tokenFor('inga');
    const change = { currentPassword: people.passwordOf('inga'), newPassword: 'a password by hand' };
    expect((await (await people.visitor('inga')).ask('PUT', '/me/password', change)).status).toBe(204);
    expect((await use(third, 'a long new password')).status).toBe(403);
  });

  it('is not for who has left', async () => {
    const token = await tokenFor('zane');
    await database.query(`update identity.app_user set active = false where login = 'zane'`);
    expect((await use(token, 'a long new password')).status).toBe(403);
  });

  it.each(['ilze', 'nobody-here'])('may be asked for "%s" three times in a quarter of an hour, known or not', async (asked) => {
    for (let n = 0; n < 3; n += 1) expect((await ask(asked)).status).toBe(202);
    const refused = await ask(asked);
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([429, 'identity.too-many-attempts']);
  });

  it('keeps of links only hashes', async () => {
    const token = await tokenFor('elina');
    const rows = await database.query(`select encode(token_hash, 'escape') as hash from identity.reset_link`);
    expect(JSON.stringify(rows)).not.toContain(token);
    const log = await database.query(`select payload from platform.event_log where type like 'identity.%'`);
    expect(JSON.stringify(log)).not.toContain(token);
  });
});

describe('the mailbox of an installation that is no demonstration', () => {
  it('shows an administrator no link by which he could take an account', async () => {
    const settings = { demo: false, publicUrl: PUBLIC_URL };
    const same = { url: app.databaseUrl, adminUrl: app.databaseUrl, drop: () => Promise.resolve() };
    const real = await startTestApp({ settings, database: same });
    try {
      const [{ id } = { id: '' }] = await database.query<{ id: string }>(
        `select id from notifications.delivery where kind = 'password-forgotten' and secret is not null limit 1`,
      );
      const reader = new Visitor(real.url);
      reader.cookie = admin.cookie;
      const { text } = (await reader.get(`/mailbox/${id}`)).body as Mail;
      expect(text).toContain('/reset/~secret~');
      expect(((await admin.get(`/mailbox/${id}`)).body as Mail).text).not.toContain('~secret~');
    } finally {
      await real.close();
    }
  });
});
