import { ApplyPeople } from '../../../libs/identity/src/use-cases/apply-people.js';
import { ApplyOrganisationImport } from '../../../libs/identity/src/use-cases/apply-organisation-import.js';
import { ContinueRuns, Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';

interface Line {
  readonly name: string;
  readonly changes: readonly { field: string; label: string; from: string | null; to: string | null }[];
}

interface File {
  readonly id: string;
  readonly code?: string;
  readonly state: string;
  readonly encoding: string;
  readonly added: number;
  readonly changed: number;
  readonly ended: number;
  readonly same: number;
  readonly missing: number | null;
  readonly faultLines: number;
  readonly consentNeededWithMissing: boolean;
  readonly faults: readonly { line: number; code: string; text: string; columnName: string | null }[];
  readonly shown: Readonly<Record<'added' | 'changed' | 'ended' | 'missing', readonly Line[]>>;
  readonly progress: { created: number; changed: number; ended: number; skipped: number } | null;
}

const ORDER = 'Sabiedriskās kārtības dienests';
const HEAD = 'Ārējais identifikators;Vārds, uzvārds;Lietotājvārds;E-pasts;Iestāde;Struktūrvienība;Spēkā';

describe('taking in institutions, units and people from files', () => {
  let test: TestApp;
  let cast: Cast;
  let admin: ApiClient;

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    cast = await layCast(test);
    admin = await cast.signIn('admin');
  });

  afterAll(() => test?.close());

  const send = async (kind: string, content: string | Buffer, source = 'hr', who = admin): Promise<{ status: number; body: File }> => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(Buffer.from(content))], { type: 'text/csv' }), 'datne.csv');
    const url = `${test.url}/api/v1/organisation/imports?kind=${kind}&source=${source}`;
    const response = await fetch(url, { method: 'POST', headers: who.headers(), body: form });
    return { status: response.status, body: (await response.json()) as File };
  };
  const check = async (kind: string, content: string | Buffer, source = 'hr'): Promise<File> => {
    const { status, body } = await send(kind, content, source);
    expect({ status, code: body.code }).toEqual({ status: 201, code: undefined });
    return body;
  };
  const apply = async (id: string, consent: object = { endMissing: false }): Promise<File> => {
    const answer = await admin.post(`/organisation/imports/${id}/application`, consent);
    expect({ status: answer.status, code: answer.body['code'] }).toEqual({ status: 202, code: undefined });
    const { work } = test.app.get(ApplyOrganisationImport, { strict: false });
    const [run] = await test.app.get(Database).query<{ id: string }>(`select id from identity.run where subject = $1`, [id]);
    while (await test.app.get(ContinueRuns).slice(work, run!.id));
    return (await admin.get<File>(`/organisation/imports/${id}`)).body;
  };
  const person = async (externalId: string): Promise<Record<string, unknown>> => {
    const [row] = await test.app.get(Database).query<Record<string, unknown>>(
      `select u.id, u.name, u.login, u.email, u.active, u.source, u.version, u.leaves_on as "leavesOn", n.name_lv as unit
       from identity.app_user u left join identity.org_unit n on n.id = u.unit_id where u.external_id = $1`,
      [externalId],
    );
    return row!;
  };
  const everything = (): Promise<unknown> =>
    test.app.get(Database).query(`select (select count(*) from platform.event_log where type like 'identity.%') as events,
      (select sum(version) from identity.app_user) as people, (select sum(version) from identity.org_unit) as units,
      (select sum(version) from identity.institution) as institutions`);
  const download = async (path: string): Promise<string> =>
    (await fetch(`${test.url}/api/v1/organisation/${path}`, { headers: admin.headers() })).text();

  it('takes in institutions, then their units as a tree, then people; nothing changes before it is applied, and nothing the second time', async () => {
    const institutions = 'external_id;name_lv;name_en;kind;parent\nI-2;Iecirknis;;pārvalde;I-1\nI-1;Jaunā pārvalde;New Office;office;\n';
    const units = `Ārējais identifikators,Iestāde,Nosaukums latviski,Augstāk stāvošā\nU-2,I-1,Lietvedība,U-1\nU-1,Jaunā pārvalde,Departaments,\n`;
    const people = `${HEAD}\nP-1;Anna Ozola;anna.ozola;anna@example.lv;I-1;U-2;jā\nP-2;=Cilvēks;;;New Office;Departaments;\n`;
    const before = await everything();
    const checked = await check('institutions', `\ufeff${institutions}`);
    expect(checked).toMatchObject({ state: 'checked', added: 2, faultLines: 0, encoding: 'utf-8' });
    expect(await everything()).toEqual(before);
    expect(await apply(checked.id)).toMatchObject({ state: 'done', progress: { created: 2, changed: 0, ended: 0, skipped: 0 } });
    expect(await apply((await check('units', units)).id)).toMatchObject({ progress: { created: 2 } });
    expect(await apply((await check('people', people)).id)).toMatchObject({ progress: { created: 2 } });
    expect(await person('P-1')).toMatchObject({ login: 'anna.ozola', unit: 'Lietvedība', source: 'file:hr', active: true, version: 1 });
    expect(await person('P-2')).toMatchObject({ name: '=Cilvēks', login: null, unit: 'Departaments' });
    const after = await everything();
    for (const [kind, file] of Object.entries({ institutions, units, people })) {
      const again = await check(kind, file);
      expect(again).toMatchObject({ added: 0, changed: 0, ended: 0, missing: 0, same: 2, faultLines: 0 });
      expect((await admin.post(`/organisation/imports/${again.id}/application`, { endMissing: false })).body['code']).toBe(
        'identity.import.nothing-to-do',
      );
    }
    expect(await everything()).toEqual(after);
    const history = await admin.get<{ items: { text: string; byImport: boolean; actor: { name: string } }[] }>(
      `/organisation/people/${String((await person('P-1'))['id'])}/history`,
    );
    expect(history.body.items).toMatchObject([{ byImport: true, actor: { name: expect.any(String) } }]);
    expect((await admin.get<{ items: File[] }>('/organisation/imports')).body.items).toHaveLength(3);
  });

  it('shows before and after, tells every fault with its line, and leaves faulty lines out', async () => {
    const file = [
      HEAD,
      `P-1;Anna Liepa;anna.ozola;anna@example.lv;I-1;U-2;`,
      `P-3;Juris;admin;;I-1;;`,
      `P-4;Māra;;nav adrese;Nekur;;varbūt`,
      `;Bez numura;;;I-1;;`,
      `P-1;Otrreiz;;;I-1;;`,
      `P-5;;;;;;`,
    ].join('\n');
    const checked = await check('people', file);
    expect(checked).toMatchObject({ added: 0, changed: 1, missing: null, faultLines: 5 });
    expect(checked.shown.changed).toMatchObject([
      { name: 'Anna Liepa', changes: [{ label: 'Vārds, uzvārds', from: 'Anna Ozola', to: 'Anna Liepa' }] },
    ]);
    expect(checked.faults.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '3 login-taken',
      '4 email',
      '4 institution-unknown',
      '4 yes-or-no',
      '5 key-missing',
      '6 twice',
      '7 needed-for-new',
    ]);
    expect((await admin.post(`/organisation/imports/${checked.id}/application`, { endMissing: true })).body['code']).toBe(
      'identity.import.missing-unknown',
    );
    expect(await apply(checked.id)).toMatchObject({ progress: { changed: 1, skipped: 0 } });
    expect(await person('P-1')).toMatchObject({ name: 'Anna Liepa', version: 2 });
  });

  it('reads Windows-1257 and says so; refuses what is no CSV, has no identifiers, or comes from a source without a name', async () => {
    const latin = Buffer.from([...Buffer.from('external_id;name;institution\nP-1;Anna Liep'), 0xe2, ...Buffer.from(';I-1\n')]);
    const read = await check('people', latin);
    expect(read).toMatchObject({ encoding: 'windows-1257', changed: 1 });
    expect(read.shown.changed[0]!.changes[0]!.to).toBe('Anna Liepā');
    expect((await send('people', 'external_id;"name\nx')).body.code).toBe('identity.import.not-csv');
    expect((await send('people', 'name;login\nA;b')).body.code).toBe('identity.import.no-key-column');
    expect((await send('people', 'external_id;name;Vārds, uzvārds\nA;b;c')).body.code).toBe('identity.import.column-twice');
    expect((await send('people', 'external_id\nA', 'ldap%3Amain')).status).toBe(422);
    expect((await send('roles', 'external_id\nA')).status).toBe(422);
  });

  it('never ends whoever is missing silently: it is chosen, and confirmed by the number where it is more than a tenth', async () => {
    const head = 'external_id;name;login;institution';
    const crowd = Array.from({ length: 30 }, (_, at) => `M-${at};Persona ${at};persona${at};I-1`);
    await apply((await check('people', [head, ...crowd].join('\n'), 'crowd')).id);
    const session = await cast.signIn('ilze');
    await test.app.get(Database).query(
      `update identity.session set user_id = (select id from identity.app_user where external_id = 'M-29')
       where user_id = (select id from identity.app_user where login = 'ilze')`,
    );
    expect((await session.get('/me')).status).toBe(200);
    const few = await check('people', [head, ...crowd.slice(0, 28)].join('\n'), 'crowd');
    expect(few).toMatchObject({ missing: 2, consentNeededWithMissing: false, ended: 0, same: 28 });
    expect(few.shown.missing.map(({ name }) => name)).toEqual(['Persona 28', 'Persona 29']);
    expect(await apply(few.id, { endMissing: true })).toMatchObject({ progress: { ended: 2 } });
    expect(await person('M-29')).toMatchObject({ active: false, leavesOn: null });
    expect((await session.get('/me')).status).toBe(401);
    const many = await check('people', [head, ...crowd.slice(0, 20)].join('\n'), 'crowd');
    expect(many).toMatchObject({ missing: 8, consentNeededWithMissing: true });
    const refused = await admin.post(`/organisation/imports/${many.id}/application`, { endMissing: true, endings: 7 });
    expect(refused).toMatchObject({ status: 409, body: { code: 'identity.import.endings-unconfirmed' } });
    expect(await apply(many.id, { endMissing: true, endings: 8 })).toMatchObject({ progress: { ended: 8 } });
    const back = await check('people', ['external_id;active', 'M-29;jā', 'M-28;nē'].join('\n'), 'crowd');
    expect(back).toMatchObject({ changed: 1, same: 1 });
    await apply(back.id);
    expect(await person('M-29')).toMatchObject({ active: true });
  });

  it('gives out what it takes in: a round trip changes nothing, formulas are harmless, and the examples are read without a fault', async () => {
    for (const kind of ['institutions', 'units', 'people']) {
      const file = await download(`exports/${kind}`);
      const again = await check(kind, file, 'other');
      expect({ kind, faults: again.faults }).toEqual({ kind, faults: [] });
      expect(again).toMatchObject({ added: 0, changed: 0, ended: 0, missing: 0 });
      expect(again.same).toBeGreaterThan(1);
    }
    expect(await download('exports/people')).toContain(`'=Cilvēks`);
    for (const kind of ['institutions', 'units']) expect((await check(kind, await download(`import-samples/${kind}`))).faults).toEqual([]);
    await apply((await check('units', await download('import-samples/units'), 'sample')).id);
    expect(await check('people', await download('import-samples/people'))).toMatchObject({ added: 2, faults: [] });
  });

  it('goes on after a kill, and judges each line anew', async () => {
    const lines = Array.from({ length: 1_500 }, (_, at) => `K-${at};Cilvēks ${at};k${at}x;${ORDER}`);
    const checked = await check('people', ['external_id;name;login;institution', ...lines].join('\n'), 'kill');
    expect((await admin.post(`/organisation/imports/${checked.id}/application`, { endMissing: false })).status).toBe(202);
    const database = test.app.get(Database);
    const { work } = test.app.get(ApplyOrganisationImport, { strict: false });
    const [run] = await database.query<{ id: string }>(`select id from identity.run where subject = $1`, [checked.id]);
    await test.app.get(ContinueRuns).slice(work, run!.id);
    expect((await admin.get(`/organisation/imports/${checked.id}`)).body).toMatchObject({ state: 'applying', done: 1_000, total: 1_500 });
    await database.query(`update identity.app_user set login = 'k1499x' where login = 'janis'`);
    while (await test.app.get(ContinueRuns).slice(work, run!.id));
    expect((await admin.get(`/organisation/imports/${checked.id}`)).body).toMatchObject({
      state: 'done',
      progress: { created: 1_499, skipped: 1 },
    });
    expect((await admin.post(`/organisation/imports/${checked.id}/application`, { endMissing: false })).body['code']).toBe(
      'identity.import.begun',
    );
  });

  it('applies a whole set of a directory: plans, adds, links by login where told, ends, and refuses to end too many', async () => {
    const people = test.app.get(ApplyPeople, { strict: false });
    const row = (at: number, more: object = {}) => ({
      ...{ externalId: `uid-${at}`, login: `dir${at}`, name: `Direktorija ${at}`, institutionCode: ORDER, active: true, ...more },
    });
    const rows = [row(1), row(2), row(3, { login: 'ilze' }), row(4, { active: false }), row(5, { institutionCode: 'Nekur' })];
    expect(await people.plan('ldap:main', rows)).toMatchObject({ created: 2, changed: 0, ended: 0, unchanged: 1, ofSource: 0 });
    expect(await people.plan('ldap:main', rows, { link: true })).toMatchObject({
      created: 2,
      changed: 1,
      errors: [{ externalId: 'uid-5', code: 'institution-unknown' }],
    });
    expect(await people.apply('ldap:main', rows, { link: true })).toMatchObject({ created: 2, changed: 1, unchanged: 1 });
    expect(await person('uid-3')).toMatchObject({ login: 'ilze', name: 'Direktorija 3', source: 'ldap:main' });
    await expect(people.apply('ldap:main', rows.slice(0, 2))).rejects.toMatchObject({ code: 'identity.import.endings-unconfirmed' });
    expect(await people.apply('ldap:main', rows.slice(0, 2), { endings: 1 })).toMatchObject({ ended: 1, unchanged: 2 });
    expect(await person('uid-3')).toMatchObject({ active: false });
  });
});
