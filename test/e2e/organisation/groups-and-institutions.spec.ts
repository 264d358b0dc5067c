import { demoId } from '#identity';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';

const ORDER = demoId('institution', 'order');
const GROUP = { nameLv: 'Drukas iekārtas', nameEn: 'Printers', tier: 2, isUserSupport: false, calendarCode: 'lv-8x5' };
const INSTITUTION = { nameLv: 'Mežu dienests', nameEn: 'Forest Service', kind: 'service', isClient: true, activeFrom: '2026-01-01' };

interface Group {
  readonly id: string;
  readonly version: number;
  readonly members: readonly { name: string; lead: boolean; works: boolean }[];
}

interface Institution {
  readonly id: string;
  readonly version: number;
}

interface Unit {
  readonly id: string;
  readonly nameLv: string;
  readonly parentId: string | null;
  readonly version: number;
}

interface Entry {
  readonly text: string;
  readonly changes: readonly { label: string; from: string | null; to: string | null }[];
}

describe('groups, institutions and units', () => {
  let test: TestApp;
  let cast: Cast;
  let admin: ApiClient;

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    cast = await layCast(test);
    admin = await cast.signIn('admin');
  });

  afterAll(() => test?.close());

  const told = async (path: string): Promise<readonly Entry[]> => (await admin.get<{ items: Entry[] }>(`${path}/history`)).body.items;
  const units = async (id: string): Promise<readonly Unit[]> =>
    (await admin.get<{ items: Unit[] }>(`/organisation/institutions/${id}/units`)).body.items;

  it('makes a group, puts people into it, names its lead and tells all of it', async () => {
    const { status, body: made } = await admin.post<Group>('/organisation/groups', GROUP);
    expect(status).toBe(201);
    const path = `/organisation/groups/${made.id}`;
    for (const person of ['liga', 'ilze']) expect((await admin.put(`${path}/members/${demoId('person', person)}`)).status).toBe(204);
    expect((await admin.put(`${path}/members/${demoId('person', 'liga')}`)).status).toBe(204);
    const named = await admin.patch<Group>(path, { leadId: demoId('person', 'liga') }, { 'if-match': `"${made.version}"` });
    expect(named.body.members).toEqual([
      expect.objectContaining({ name: 'Ilze Kalniņa', lead: false, works: false }),
      expect.objectContaining({ name: 'Līga Balode', lead: true }),
    ]);
    expect((await admin.patch(path, { leadId: demoId('person', 'elina') })).body).toMatchObject({ code: 'identity.lead-not-member' });
    expect((await admin.delete(`${path}/members/${demoId('person', 'liga')}`)).status).toBe(204);
    expect((await admin.get<Group>(path)).body.members.map(({ lead }) => lead)).toEqual([false]);
    expect((await told(path)).map(({ text }) => text)).toEqual([
      'Grupa izveidota',
      'Dalībnieks pievienots: Līga Balode',
      'Dalībnieks pievienots: Ilze Kalniņa',
      'Grupas dati mainīti',
      'Grupas dati mainīti',
      'Dalībnieks izņemts: Līga Balode',
    ]);
    expect((await told(path))[3]!.changes).toEqual([expect.objectContaining({ label: 'Vadītājs', from: null, to: 'Līga Balode' })]);
  });

  it('refuses a group whose name or calendar cannot be, and a change by a stale version', async () => {
    expect((await admin.post('/organisation/groups', { ...GROUP, nameLv: '1. līnija' })).body).toMatchObject({
      code: 'identity.name-taken',
    });
    expect((await admin.post('/organisation/groups', { ...GROUP, nameLv: 'X', calendarCode: 'none' })).body).toMatchObject({
      code: 'identity.calendar-unknown',
    });
    const path = `/organisation/groups/${demoId('group', 'network')}`;
    expect((await admin.patch(path, { nameEn: 'Nets' }, { 'if-match': '"9"' })).status).toBe(412);
    expect((await admin.patch(path, { nameLv: null })).status).toBe(422);
  });

  it('keeps institutions: added, renamed, ended, found, with what was before', async () => {
    const { body: made } = await admin.post<Institution>('/organisation/institutions', INSTITUTION);
    const path = `/organisation/institutions/${made.id}`;
    const changed = await admin.patch<Institution>(
      path,
      { nameLv: 'Valsts mežu dienests', activeTo: '2026-12-31', parentId: ORDER, registrationNo: '90000012345' },
      { 'if-match': `"${made.version}"` },
    );
    expect(changed.body).toMatchObject({ nameLv: 'Valsts mežu dienests', parent: { id: ORDER }, activeTo: '2026-12-31', version: 2 });
    expect((await admin.patch(path, { activeTo: '2025-01-01' })).body).toMatchObject({ code: 'identity.ends-before-start' });
    expect((await admin.patch(`/organisation/institutions/${ORDER}`, { parentId: made.id })).body).toMatchObject({
      code: 'identity.parent-below',
    });
    expect((await admin.patch(`/organisation/institutions/${demoId('institution', 'centre')}`, { kind: 'office' })).body).toMatchObject({
      code: 'identity.provider-stays',
    });
    const found = await admin.get<{ items: Institution[] }>('/organisation/institutions?q=90000012345');
    expect(found.body.items.map(({ id }) => id)).toEqual([made.id]);
    expect((await told(path)).at(-1)!.changes).toEqual([
      expect.objectContaining({ label: 'Nosaukums latviski', from: 'Mežu dienests', to: 'Valsts mežu dienests' }),
      expect.objectContaining({ label: 'Līdz', from: null, to: '2026-12-31' }),
      expect.objectContaining({ label: 'Augstāk stāvošā', to: 'Sabiedriskās kārtības dienests' }),
      expect.objectContaining({ label: 'Reģistrācijas numurs', to: '90000012345' }),
    ]);
  });

  it('keeps units as a tree that never becomes a ring', async () => {
    const add = async (nameLv: string, parentId: string | null = null): Promise<Unit> => {
      const answer = await admin.post<{ items: Unit[] }>(`/organisation/institutions/${ORDER}/units`, { nameLv, nameEn: nameLv, parentId });
      return answer.body.items.find((unit) => unit.nameLv === nameLv)!;
    };
    const office = await add('Galvenā pārvalde');
    const division = await add('Ārkārtas nodaļa', office.id);
    await add('Apkalpošanas nodaļa', office.id);
    expect((await units(ORDER)).map(({ nameLv }) => nameLv)).toEqual(['Galvenā pārvalde', 'Apkalpošanas nodaļa', 'Ārkārtas nodaļa']);
    expect((await admin.patch(`/organisation/units/${office.id}`, { parentId: division.id })).body).toMatchObject({
      code: 'identity.parent-below',
    });
    const foreign = demoId('institution', 'civil');
    expect(
      (await admin.post(`/organisation/institutions/${foreign}/units`, { nameLv: 'A', nameEn: 'A', parentId: office.id })).body,
    ).toMatchObject({
      code: 'identity.unit.not-found',
    });
    const ended = await admin.patch(`/organisation/units/${division.id}`, { active: false }, { 'if-match': `"${division.version}"` });
    expect(ended.status).toBe(204);
    expect((await told(`/organisation/institutions/${ORDER}`)).map(({ text }) => text).slice(-2)).toEqual([
      'Struktūrvienība pievienota: Apkalpošanas nodaļa',
      'Struktūrvienības dati mainīti: Ārkārtas nodaļa',
    ]);
    const person = await admin.patch(`/organisation/people/${demoId('person', 'ilze')}`, { unitId: division.id });
    expect(person.body).toMatchObject({ code: 'identity.unit.not-found' });
    expect((await admin.patch(`/organisation/people/${demoId('person', 'ilze')}`, { unitId: office.id })).body).toMatchObject({
      unit: { name: 'Galvenā pārvalde' },
    });
  });
});
