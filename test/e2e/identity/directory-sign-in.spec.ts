import { demoId, SynchroniseDirectory } from '#identity';
import { Database } from '#platform';
import { readLdapDirectories } from '../../../libs/identity/src/domain/ldap-directory.js';
import { LdapClient } from '../../../libs/identity/src/outside/ldap-client.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { Slapd, slapdIsPresent } from '../../support/slapd.js';
import { type DemoPeople, layOutDemo, Visitor } from './visitor.js';

const PASSWORD = 'parole-123';
const DESK = 'cn=Desk,ou=groups,dc=vm,dc=test';
const BOARD = 'cn=Board,ou=groups,dc=vm,dc=test';

let app: TestApp;
let people: DemoPeople;
let database: Database;
let slapd: Slapd;

const settings = (more: object = {}) => ({
  ...{ code: 'ad', nameLv: 'Valsts mežu katalogs', nameEn: 'Directory of the forests', url: slapd.url, base: `ou=people,${Slapd.base}` },
  ...{ bindDn: Slapd.serviceDn, bindPassword: Slapd.servicePassword, people: '(objectClass=inetOrgPerson)' },
  ...{ institutions: ['order'], add: { from: 'o' } },
  roles: { from: 'memberOf', map: { [DESK]: ['agent'], [BOARD.toLowerCase()]: ['manager'] } },
  ...more,
});

async function signIn(login: string, password: string): Promise<{ status: number; body: unknown; here: Visitor }> {
  const here = new Visitor(app.url);
  const { status, body } = await here.ask('POST', '/session', { login, password });
  return { status, body, here };
}

const known = async (login: string) =>
  (
    await database.query<{ source: string | null; active: boolean; name: string; institution_id: string }>(
      `select source, active, name, institution_id from identity.app_user where login = $1`,
      [login],
    )
  )[0];

const rolesOf = async (login: string): Promise<string[]> => {
  const rows = await database.query<{ role: string }>(
    `select g.role from identity.role_grant g join identity.app_user u on u.id = g.user_id
     where u.login = $1 and g.source = 'ldap:ad' and (g.valid_to is null or g.valid_to > now()) order by g.role`,
    [login],
  );
  return rows.map(({ role }) => role);
};

(slapdIsPresent ? describe : describe.skip)('people of a directory', () => {
  beforeAll(async () => {
    slapd = await Slapd.start();
    app = await startTestApp({ settings: { ldap: [settings()] } });
    people = await layOutDemo(app);
    database = app.app.get(Database);
    for (const key of ['order', 'civil'])
      await database.query(`update identity.institution set external_id = $2 where id = $1`, [demoId('institution', key), key]);
    await slapd.add({ login: 'egle', name: 'Egle Priede', guid: 'guid-egle', mail: 'Egle@Mezi.example', groups: [DESK] });
    await slapd.add({ login: 'osis', name: 'Osis Bērzs', guid: 'guid-osis', disabled: true });
    await slapd.add({ login: 'svesais', name: 'Svešais', guid: 'guid-other', company: 'civil' });
    await slapd.add({ login: 'ilze', name: 'Ilze no kataloga', guid: 'guid-ilze' });
  });

  afterAll(async () => {
    await app?.close();
    await slapd?.stop();
  });
  beforeEach(() => database.query('delete from identity.login_limit'));

  it('sign in by its password, and are taken in when they come first', async () => {
    const { status, here } = await signIn('EGLE ', PASSWORD);
    expect(status).toBe(201);
    expect((await here.get('/me')).body).toMatchObject({
      ...{ login: 'egle', name: 'Egle Priede', email: 'egle@mezi.example' },
      ownPassword: false,
    });
    expect(await known('egle')).toMatchObject({ source: 'ldap:ad', institution_id: demoId('institution', 'order') });
    expect((await signIn('egle', PASSWORD)).status).toBe(201);
  });

  it('are refused alike, whatever is wrong', async () => {
    const refusals = [
      await signIn('egle', 'wrong'),
      await signIn('nobody', PASSWORD),
      await signIn('osis', PASSWORD),
      await signIn('svesais', PASSWORD),
      await signIn('egle', ''),
      await signIn('ilze', 'wrong'),
    ];
    const said = refusals.map(({ status, body }) => JSON.stringify([status, { ...(body as object), instance: '' }]));
    expect([new Set(said).size, refusals[0]!.status]).toEqual([1, 401]);
    for (const login of ['osis', 'svesais']) expect(await known(login)).toBeUndefined();
  });

  it.each(['*', 'eg*', 'egle)(uid=*', 'x)(|(uid=*)', '*)(uid=*))(|(uid=*', 'egle\\2a', 'egle\0', 'egle,ou=people'])(
    'are not found by a login that would be a part of the filter: %j',
    async (login) => expect([401, 422]).toContain((await signIn(login, PASSWORD)).status),
  );

  it('have no password of ours: neither one that was set before, nor a link for a new one', async () => {
    await database.query(
      `update identity.app_user set password_hash = (select password_hash from identity.app_user where login = 'ilze') where login = 'egle'`,
    );
    expect((await signIn('egle', people.passwordOf('ilze'))).status).toBe(401);
    const { here } = await signIn('egle', PASSWORD);
    const changed = await here.ask('PUT', '/me/password', { currentPassword: PASSWORD, newPassword: 'a long new password' });
    expect([changed.status, (changed.body as { code: string }).code]).toEqual([409, 'identity.password-elsewhere']);
    // What asks for the password once more asks for the directory's.
    expect((await here.ask('PUT', '/me/second-factor/secret', { currentPassword: people.passwordOf('ilze') })).status).toBe(422);
    expect((await here.ask('PUT', '/me/second-factor/secret', { currentPassword: PASSWORD })).status).toBe(200);
    await database.query(
      `insert into identity.reset_link (token_hash, user_id, expires_at) select sha256('token'), id, now() + interval '1 hour' from identity.app_user where login = 'egle'`,
    );
    expect((await here.ask('POST', '/password-resets/token', { password: 'a long new password' })).status).toBe(403);
  });

  it('take over nobody whose password is ours, by the same login', async () => {
    expect((await signIn('ilze', PASSWORD)).status).toBe(401);
    expect((await signIn('ilze', people.passwordOf('ilze'))).status).toBe(201);
    expect((await known('ilze'))?.source).toBeNull();
  });

  it('have the roles of their groups, and lose them with these; a second approver’s role is asked for', async () => {
    expect(await rolesOf('egle')).toEqual(['agent']);
    await slapd.change('egle', 'memberOf', BOARD);
    await signIn('egle', PASSWORD);
    expect(await rolesOf('egle')).toEqual([]);
    const asked = await database.query(`select role, source, requested_by, state from identity.grant_request`);
    expect(asked).toEqual([{ role: 'manager', source: 'ldap:ad', requested_by: null, state: 'pending' }]);
    await slapd.change('egle', 'memberOf', DESK);
    await signIn('egle', PASSWORD);
    expect(await rolesOf('egle')).toEqual(['agent']);
  });

  it('are refused once the account is switched off there, and when somebody else has the login', async () => {
    await slapd.change('egle', 'userAccountControl', '66050');
    expect((await signIn('egle', PASSWORD)).status).toBe(401);
    await slapd.change('egle', 'userAccountControl', '512');
    await slapd.change('egle', 'objectGUID', 'another-guid-000');
    expect((await signIn('egle', PASSWORD)).status).toBe(401);
    await slapd.change('egle', 'objectGUID', 'guid-egle'.padEnd(16, '0'));
    await database.query(`update identity.app_user set active = false, leaves_on = current_date where login = 'egle'`);
    expect((await signIn('egle', PASSWORD)).status).toBe(401);
    await database.query(`update identity.app_user set active = true, leaves_on = null where login = 'egle'`);
    expect((await signIn('egle', PASSWORD)).status).toBe(201);
  });

  it('wait while it is away, and are told so; people of ours sign in', async () => {
    await slapd.pause();
    for (const login of ['egle', 'nobody', 'ilze']) {
      const { status, body } = await signIn(login, PASSWORD);
      expect([status, (body as { code: string }).code]).toEqual([503, 'identity.directory-away']);
    }
    expect((await signIn('ilze', people.passwordOf('ilze'))).status).toBe(201);
    await slapd.resume();
    expect((await signIn('egle', PASSWORD)).status).toBe(201);
  });

  it('are kept to the limits of all', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) await signIn('egle', 'wrong');
    expect((await signIn('egle', PASSWORD)).status).toBe(429);
  });

  it('are asked for over a connection that nobody reads, with a server that is known', async () => {
    const client = new LdapClient();
    const reads = async (more: object): Promise<string> => {
      const [directory] = readLdapDirectories([settings(more)]);
      return client.verify(directory!, 'egle', PASSWORD).then(
        (person) => person?.name ?? 'nobody',
        (error: { code: string }) => error.code,
      );
    };
    const caFile = slapd.certificate;
    expect(await reads({ url: slapd.tlsUrl, caFile })).toBe('Egle Priede');
    expect(await reads({ url: slapd.url.replace('127.0.0.1', 'localhost'), startTls: true, caFile })).toBe('Egle Priede');
    expect(await reads({ url: slapd.tlsUrl })).toBe('identity.directory-away');
    expect(await reads({ url: slapd.url.replace('127.0.0.1', 'localhost'), startTls: true })).toBe('identity.directory-away');
    expect(await reads({ bindPassword: 'wrong' })).toBe('identity.directory-away');
  });

  describe('are read as a whole', () => {
    let admin: Visitor;
    let synchronise: SynchroniseDirectory;

    interface Outcome {
      readonly state: string;
      readonly refusal: string | null;
      readonly created: number;
      readonly changed: number;
      readonly ended: number;
      readonly unchanged: number;
      readonly elsewhere: number;
      readonly faults: readonly { readonly code: string }[];
    }

    /** Somebody presses the button, a worker does it, and the page shows what became of it. */
    const read = async (body: object = {}): Promise<Outcome> => {
      const asked = await admin.ask('POST', '/sign-in-sources/directories/ad/syncs', body);
      expect(asked.status).toBe(202);
      await synchronise.execute((asked.body as { id: string }).id);
      const sources = (await admin.get('/sign-in-sources')).body as { directories: { syncs: Outcome[] }[] };
      return sources.directories[0]!.syncs[0]!;
    };

    beforeAll(async () => {
      admin = await people.visitor('admin');
      synchronise = app.app.get(SynchroniseDirectory, { strict: false });
      for (let at = 1; at <= 12; at += 1)
        await slapd.add({ login: `koks${at}`, name: `Koks ${at}`, guid: `guid-${at}-koks`, groups: at === 1 ? [DESK] : [] });
    });

    it('show in a dry run what would be done, and do nothing', async () => {
      const plan = await synchronise.plan('ad');
      expect(plan).toMatchObject({ created: 12, changed: 0, ended: 0, elsewhere: 1 });
      // Whose login is somebody's of ours is left out, and said.
      expect(plan.errors.map(({ code }) => code)).toEqual(['login-taken']);
      expect(await read({ dry: true })).toMatchObject({ state: 'done', created: 12 });
      expect(await known('koks1')).toBeUndefined();
    });

    it('come in with the roles of their groups; a second reading changes nothing', async () => {
      expect(await read()).toMatchObject({
        state: 'done',
        created: 12,
        changed: 0,
        ended: 0,
        elsewhere: 1,
        faults: [{ code: 'login-taken' }],
      });
      expect([await known('koks1'), await rolesOf('koks1'), await rolesOf('koks2')]).toMatchObject([
        { source: 'ldap:ad', active: true },
        ['agent'],
        [],
      ]);
      expect(await read()).toMatchObject({ state: 'done', created: 0, changed: 0, ended: 0 });
      expect((await signIn('koks2', PASSWORD)).status).toBe(201);
    });

    it('are not ended in numbers before somebody has said how many; then they are, and their sessions with them', async () => {
      const { here } = await signIn('koks2', PASSWORD);
      await slapd.change('koks1', 'displayName', 'Koks Pirmais');
      await slapd.change('koks2', 'userAccountControl', '514');
      await slapd.remove('koks3');
      expect(await read()).toMatchObject({ state: 'refused', refusal: 'identity.import.endings-unconfirmed', ended: 2 });
      expect([await known('koks1'), await known('koks3')]).toMatchObject([{ name: 'Koks 1' }, { active: true }]);
      expect(await read({ endings: 1 })).toMatchObject({ state: 'refused', ended: 2 });
      expect(await read({ endings: 2 })).toMatchObject({ state: 'done', changed: 1, ended: 2 });
      expect([await known('koks1'), await known('koks2'), await known('koks3')]).toMatchObject([
        { name: 'Koks Pirmais', active: true },
        { active: false },
        { active: false },
      ]);
      expect((await here.get('/me')).status).toBe(401);
      // Whom people keep by hand no directory ends; whom it has again it brings back.
      expect((await known('janis'))?.active).toBe(true);
      await slapd.change('koks2', 'userAccountControl', '512');
      expect(await read()).toMatchObject({ state: 'done', ended: 0 });
      expect((await known('koks2'))?.active).toBe(true);
    });

    it('stay as they are while the directory is away, and one reading is under way at a time', async () => {
      await slapd.pause();
      expect(await read()).toMatchObject({ state: 'failed', refusal: 'identity.directory-away', ended: 0 });
      expect((await known('koks4'))?.active).toBe(true);
      await slapd.resume();
      const first = await admin.ask('POST', '/sign-in-sources/directories/ad/syncs', {});
      const second = await admin.ask('POST', '/sign-in-sources/directories/ad/syncs', {});
      expect([first.status, second.status, (second.body as { code: string }).code]).toEqual([202, 409, 'identity.sync-running']);
    });
  });
});
