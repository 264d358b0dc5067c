import { seedAssetsDemo } from '#assets';
import { Database } from '#platform';
import { ContinueImport } from '../../../libs/assets/src/use-cases/continue-import.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';

interface File {
  readonly id: string;
  readonly code?: string;
  readonly state: string;
  readonly lines: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly done: number;
  readonly faultLines: number;
  readonly faults: readonly { line: number; column: string | null; columnName: string; code: string; text: string }[];
  readonly additions: readonly { tag: string; name: string }[];
  readonly changes: readonly { tag: string; changes: readonly { label: string; from: string | null; to: string | null }[] }[];
}

const ORDER = 'Sabiedriskās kārtības dienests';

describe('taking in the register from a file', () => {
  let test: TestApp;
  let cast: Cast;
  let keeper: ApiClient;

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    cast = await layCast(test);
    await test.unitOfWork.run((tx) => seedAssetsDemo(tx));
    keeper = await cast.signIn('viktors');
  });

  afterAll(() => test?.close());

  const send = async (content: string | Uint8Array<ArrayBuffer>, who = keeper): Promise<{ status: number; body: File }> => {
    const form = new FormData();
    form.append('file', new Blob([content], { type: 'text/csv' }), 'iekartas.csv');
    const response = await fetch(`${test.url}/api/v1/configuration-item-imports`, { method: 'POST', headers: who.headers(), body: form });
    return { status: response.status, body: (await response.json()) as File };
  };
  const check = async (content: string | Uint8Array<ArrayBuffer>): Promise<File> => {
    const { status, body } = await send(content);
    expect({ status, code: body.code }).toEqual({ status: 201, code: undefined });
    return body;
  };
  const apply = async (id: string): Promise<File> => {
    expect((await keeper.post(`/configuration-item-imports/${id}/application`)).status).toBe(202);
    await test.app.get(ContinueImport, { strict: false }).execute(id);
    return (await keeper.get<File>(`/configuration-item-imports/${id}`)).body;
  };
  const item = async (tag: string): Promise<Record<string, unknown>> =>
    (await keeper.get(`/configuration-items/${encodeURIComponent(tag)}`)).body;
  const everything = (): Promise<unknown> =>
    test.app.get(Database).query(`select (select count(*) from platform.event_log where type like 'assets.%') as events,
      (select sum(version) from assets.configuration_item) as versions, (select count(*) from assets.status_change) as statuses`);

  it('shows what would change and changes nothing; applied, it is so, and applied again nothing is left to do', async () => {
    const file = [
      'Inventāra numurs;Nosaukums;Klase;Stāvoklis;Iestāde;Atbildīgā persona;Sērijas numurs;Atbalsts līdz;Cita kolonna',
      `N-1;Jauns dators;Portatīvais dators;Lietošanā;${ORDER};ilze;SN-1;31.12.2029.;x`,
      `n-2;Serveris;server;in stock;Public Order Service;;;2028-01-05;`,
      `IT-020000;;;;;;;;`,
    ].join('\r\n');
    const before = await everything();
    const checked = await check(`\ufeff${file}`);
    expect(checked).toMatchObject({ state: 'checked', lines: 3, added: 2, changed: 1, same: 0, faultLines: 0, done: 0 });
    expect(checked.additions).toMatchObject([
      { tag: 'N-1', name: 'Jauns dators' },
      { tag: 'N-2', name: 'Serveris' },
    ]);
    // An empty cell empties what may be empty; what every device has stays.
    expect(checked.changes[0]!.changes.map(({ label, to }) => [label, to])).toEqual([
      ['Atbildīgā persona', null],
      ['Sērijas numurs', null],
      ['Atbalsts līdz', null],
    ]);
    expect(await everything()).toEqual(before);
    expect(await apply(checked.id)).toMatchObject({ state: 'done', done: 3, added: 2, changed: 1 });
    expect(await item('N-1')).toMatchObject({
      status: 'in_use',
      custodian: { name: 'Ilze Kalniņa' },
      supportUntil: '2029-12-31',
      version: 1,
    });
    expect(await item('IT-020000')).toMatchObject({ custodian: null, serial: null, status: 'in_use' });
    expect((await keeper.post(`/configuration-item-imports/${checked.id}/application`)).body['code']).toBe('assets.import.begun');
    const after = await everything();
    const again = await check(file);
    expect(again).toMatchObject({ added: 0, changed: 0, same: 3 });
    expect((await keeper.post(`/configuration-item-imports/${again.id}/application`)).body['code']).toBe('assets.import.nothing-to-do');
    expect(await everything()).toEqual(after);
  });

  it('names the line and the column of every fault, and takes in the rest', async () => {
    const long = 'x'.repeat(201);
    const checked = await check(
      [
        'tag,name,class,status,institution,custodian,purchased_on,agent_seen_at,location',
        `F-1,Labs,laptop,in_use,${ORDER},,2024-02-29,2026-11-01T08:00:00+02:00,"1. stāvs,`,
        `101."`,
        `,Bez numura,laptop,in_use,${ORDER},,,,`,
        `COUNTS,Bez cipara,laptop,in_use,${ORDER},,,,`,
        `F-2,Divi,kuģis,lido,Nekāda iestāde,nekas@nekur,31.02.2024,vakar,${long}`,
        `F-1,Otrreiz,laptop,in_use,${ORDER},,,,`,
        `F-3,,,,,,,,`,
      ].join('\n'),
    );
    expect(checked.faults.map(({ line, column, code }) => [line, column, code])).toEqual([
      [4, 'tag', 'tag-missing'],
      [5, 'tag', 'tag-refused'],
      [6, 'class', 'class-unknown'],
      [6, 'status', 'status-unknown'],
      [6, 'institution', 'institution-unknown'],
      [6, 'custodian', 'custodian-unknown'],
      [6, 'purchased_on', 'date'],
      [6, 'agent_seen_at', 'instant'],
      [6, 'location', 'too-long'],
      [7, 'tag', 'tag-twice'],
      [8, 'class', 'needed-for-new'],
      [8, 'institution', 'needed-for-new'],
      [8, 'name', 'needed-for-new'],
    ]);
    expect(checked.faults[2]).toMatchObject({ columnName: 'Klase', text: 'klases „kuģis” nav' });
    expect(checked).toMatchObject({ lines: 6, added: 1, faultLines: 5 });
    await apply(checked.id);
    expect(await item('F-1')).toMatchObject({ agentSeenAt: '2026-11-01T06:00:00.000Z', location: '1. stāvs,\n101.' });
  });

  it('follows the life cycle: what was disposed of does not come into use by a file', async () => {
    const head = 'tag;class;name;institution;status';
    const line = (status: string): string => `${head}\nL-1;laptop;Dators;${ORDER};${status}`;
    await apply((await check(line('in_use'))).id);
    await apply((await check(line('disposed'))).id);
    expect((await check(line('in_use'))).faults).toMatchObject([{ line: 2, column: 'status', code: 'status-not-allowed' }]);
    await apply((await check(line('in_stock'))).id);
    const kept = await test.app
      .get(Database)
      .query<{ status: string }>(
        `select s.status from assets.status_change s join assets.configuration_item c on c.id = s.item_id where c.tag = 'L-1' order by s.id`,
      );
    expect(kept.map(({ status }) => status)).toEqual(['in_use', 'disposed', 'in_stock']);
  });

  it('judges each line anew when it is applied, since the register may have moved on', async () => {
    const file = (place: string): string => `tag;class;name;institution;location\nJ-1;laptop;Dators;${ORDER};${place}`;
    const first = await check(file('101'));
    await keeper.post('/configuration-items', {
      ...{ tag: 'J-1', name: 'Dators', class: 'laptop', location: '101' },
      institutionId: ((await item('IT-020000'))['institution'] as { id: string }).id,
    });
    await apply(first.id);
    expect(await item('J-1')).toMatchObject({ version: 1, location: '101' });
  });

  it('takes back what it wrote out, formulas and all, without a change', async () => {
    const nasty = `=HYPERLINK("http://evil.example")`;
    await apply((await check(`tag;class;name;institution;note\nX-1;laptop;"=1+1";${ORDER};"${nasty.replaceAll('"', '""')}"`)).id);
    const response = await fetch(`${test.url}/api/v1/configuration-items/export?format=csv`, { headers: keeper.headers() });
    const file = Buffer.from(await response.arrayBuffer());
    expect(file.toString('utf8')).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(file.toString('utf8')).not.toMatch(/(^|;)"?[=+@]/m);
    const back = await check(new Uint8Array(file));
    expect(back).toMatchObject({ added: 0, changed: 0, faultLines: 0 });
    expect(back.same).toBeGreaterThan(250);
  });

  it('reads what Excel writes in Latvia, and refuses what is no register', async () => {
    const bytes = new Uint8Array([...'tag;name;class;institution\nB-1;'].map((sign) => sign.charCodeAt(0)));
    const rest = new TextEncoder().encode(';laptop;Public Order Service');
    // "Galds Ā" in windows-1257.
    const checked = await check(new Uint8Array([...bytes, ...new TextEncoder().encode('Galds '), 0xc2, ...rest]));
    expect(checked.additions).toMatchObject([{ tag: 'B-1', name: 'Galds Ā' }]);
    const code = async (content: string): Promise<unknown> => (await send(content)).body.code;
    expect(await code('name;class\nx;laptop')).toBe('assets.import.no-tag-column');
    expect(await code('tag;Asset tag\n1;2')).toBe('assets.import.column-twice');
    expect(await code('tag;name\n1;"open')).toBe('assets.import.not-csv');
    expect(await code('')).toBe('assets.import.no-tag-column');
  });

  it('goes on after a slice where its worker was lost, and does nothing twice', async () => {
    const lines = Array.from({ length: 2_300 }, (_, at) => `G-${at};laptop;Dators ${at};${ORDER}`);
    const file = await check(['tag;class;name;institution', ...lines].join('\n'));
    expect((await keeper.post(`/configuration-item-imports/${file.id}/application`)).status).toBe(202);
    const work = test.app.get(ContinueImport, { strict: false });
    await Promise.all([work.execute(file.id), work.execute(file.id), work.execute(file.id)]);
    await work.execute(file.id);
    const { body } = await keeper.get<File>(`/configuration-item-imports/${file.id}`);
    expect(body).toMatchObject({ state: 'done', done: 2_300 });
    const [counted] = await test.app.get(Database).query<{ items: number; events: number; rows: number }>(
      `select (select count(*) from assets.configuration_item where tag like 'G-%') as items,
         (select count(*) from platform.event_log where type = 'assets.item-registered' and payload ->> 'tag' like 'G-%') as events,
         (select count(*) from assets.import_row where import_id = $1) as rows`,
      [file.id],
    );
    expect(counted).toEqual({ items: 2_300, events: 2_300, rows: 0 });
  });

  it('is nobody else’s business', async () => {
    const file = await check(`tag;class;name;institution\nP-1;laptop;Dators;${ORDER}`);
    const other = await cast.signIn('elina');
    expect((await other.get(`/configuration-item-imports/${file.id}`)).status).toBe(403);
    expect((await send('tag\n1', other)).status).toBe(403);
    expect((await keeper.get(`/configuration-item-imports/00000000-0000-8000-8000-000000000000`)).body['code']).toBe(
      'assets.import.not-found',
    );
  });
});
