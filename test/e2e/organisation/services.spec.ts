import { demoId } from '#identity';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { ApiClient } from '../../support/client.js';

const ORDER = demoId('institution', 'order');
const SERVICE = { code: 'PRINT-2', nameLv: 'Druka', nameEn: 'Printing', criticality: 'low', kinds: ['incident'] };
const WHOLE = {
  descriptionLv: 'Drukas iekārtas un to uzturēšana.',
  descriptionEn: 'Printers and their upkeep.',
  ownerId: demoId('person', 'dace'),
  defaultGroupId: demoId('group', 'workplaces'),
};

interface Service {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly abilities: { readonly change: boolean; readonly publish: boolean; readonly retire: boolean };
}

interface Hours {
  readonly always: boolean;
  readonly open: boolean;
  readonly until: string | null;
  readonly opensAt: string | null;
  readonly days: readonly object[];
  readonly number: { readonly phone: string } | null;
}

interface Subscription {
  readonly id: string;
  readonly institution: { readonly name: string };
  readonly holds: boolean;
}

describe('services, who receives them, and when and how the desk is reached', () => {
  let test: TestApp;
  let cast: Cast;
  let admin: ApiClient;
  let manager: ApiClient;

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    cast = await layCast(test);
    admin = await cast.signIn('admin');
    manager = await cast.signIn('dace');
  });

  afterAll(() => test?.close());

  const draft = async (more: object = {}): Promise<string> => {
    const { status, body } = await admin.post<Service>('/catalogue/services', { ...SERVICE, ...more });
    expect(status).toBe(201);
    return `/catalogue/services/${body.id}`;
  };
  const offered = async (): Promise<string[]> => {
    const { body } = await (await cast.signIn('ilze')).get<{ items: { name: string }[] }>('/services');
    return body.items.map(({ name }) => name);
  };

  it('is drafted by one and published by a manager, and only then chosen where it is received', async () => {
    const path = await draft({ ...WHOLE });
    expect((await admin.post(`${path}/subscriptions`, { institutionId: ORDER, validFrom: '2026-01-01' })).status).toBe(204);
    expect(await offered()).not.toContain('Druka');
    expect((await admin.post(`${path}/publication`)).status).toBe(403);
    const read = (await manager.get<Service>(path)).body;
    expect(read.abilities).toEqual({ change: false, publish: true, retire: false });
    expect((await manager.post<Service>(`${path}/publication`, {}, { 'if-match': `"${read.version}"` })).body.status).toBe('published');
    expect(await offered()).toContain('Druka');
    expect((await admin.patch(path, { code: 'OTHER' })).body).toMatchObject({ code: 'catalogue.code-stays' });
    expect((await admin.patch(path, { descriptionEn: null })).body).toMatchObject({ code: 'catalogue.not-whole' });
    expect((await manager.post<Service>(`${path}/retirement`)).body.status).toBe('retired');
    expect(await offered()).not.toContain('Druka');
    const { body } = await admin.get<{ items: { text: string }[] }>(`${path}/history`);
    expect(body.items.map(({ text }) => text)).toEqual([
      'Pakalpojums sagatavots',
      'Sāk saņemt no 2026-01-01: Sabiedriskās kārtības dienests',
      'Pakalpojums publicēts',
      'Pakalpojums izbeigts',
    ]);
  });

  it('is not published half, nor changed by a stale version, nor with what does not exist', async () => {
    const path = await draft({ code: 'HALF' });
    expect((await manager.post(`${path}/publication`)).body).toMatchObject({ code: 'catalogue.not-whole' });
    expect((await admin.patch(path, { nameEn: 'Half' }, { 'if-match': '"5"' })).status).toBe(412);
    expect((await admin.patch(path, { ownerId: ORDER })).body).toMatchObject({ code: 'identity.user.not-found' });
    expect((await admin.patch(path, { defaultGroupId: ORDER })).body).toMatchObject({ code: 'identity.group.not-found' });
    expect((await admin.post('/catalogue/services', { ...SERVICE, code: 'HALF' })).body).toMatchObject({ code: 'catalogue.code-taken' });
  });

  it('is received by an institution once at a time, up to a day', async () => {
    const path = await draft({ code: 'TWICE', ...WHOLE });
    const subscribe = (validFrom: string, validTo: string | null = null) =>
      admin.post(`${path}/subscriptions`, { institutionId: ORDER, validFrom, validTo });
    const list = async (): Promise<Subscription[]> => (await admin.get<{ items: Subscription[] }>(`${path}/subscriptions`)).body.items;
    expect((await subscribe('2026-01-01')).status).toBe(204);
    expect((await subscribe('2026-06-01')).body).toMatchObject({ code: 'catalogue.subscription-overlaps' });
    expect((await subscribe('2026-06-01', '2026-05-01')).body).toMatchObject({ code: 'identity.ends-before-start' });
    const [only] = await list();
    expect(only).toMatchObject({ institution: { name: 'Sabiedriskās kārtības dienests' }, holds: true });
    expect((await admin.post(`/catalogue/subscriptions/${only!.id}/end`, { on: '2026-02-01' })).status).toBe(204);
    expect((await list()).map(({ holds }) => holds)).toEqual([false]);
    expect((await admin.post(`/catalogue/subscriptions/${only!.id}/end`, { on: '2026-03-01' })).body).toMatchObject({
      code: 'catalogue.ends-later',
    });
    expect((await subscribe('2026-02-01')).status).toBe(204);
    expect((await admin.post(`/catalogue/subscriptions/${only!.id}/end`, { on: '2026-01-01' })).status).toBe(204);
    expect(await list()).toHaveLength(1);
  });

  it('tell anybody when the desk is open, by the calendar of the first user-support group', async () => {
    const nobody = new ApiClient(admin.url);
    const { status, body } = await nobody.get<Hours>('/desk-hours');
    expect(status).toBe(200);
    expect(body.days).toHaveLength(7);
    expect(body.open ? body.until : body.opensAt).toMatch(/^\d{4}-/);
    expect(body.always).toBe(false);
    const group = `/organisation/groups/${demoId('group', 'first-line')}`;
    expect((await admin.patch(group, { calendarCode: '24x7' })).status).toBe(200);
    expect((await nobody.get<Hours>('/desk-hours')).body).toMatchObject({ always: true, open: true, until: null, opensAt: null });
    expect((await admin.get('/desk-contact')).body).toMatchObject({ calendarCode: '24x7' });
    expect((await admin.patch(group, { calendarCode: 'lv-8x5' })).status).toBe(200);
  });

  it('have a number to ring, kept under a version, refused where it is none, told in the history', async () => {
    const nobody = new ApiClient(admin.url);
    const { body: before } = await admin.get<{ phone: string | null; version: number }>('/desk-contact');
    const stale = { 'if-match': '"99"' };
    expect((await admin.patch('/desk-contact', { phone: '+371 6700 0199' }, stale)).status).toBe(412);
    const match = { 'if-match': `"${before.version}"` };
    const given = { phone: ' +371 6700 0199 ', noteLv: 'Darbdienās', noteEn: 'On working days' };
    expect((await admin.patch('/desk-contact', given, match)).body).toMatchObject({ phone: '+371 6700 0199', version: before.version + 1 });
    expect((await nobody.get<Hours>('/desk-hours')).body.number).toEqual({
      phone: '+371 6700 0199',
      noteLv: 'Darbdienās',
      noteEn: 'On working days',
    });
    for (const phone of ['tel', '<b>1</b>', '+371 javascript:1']) expect((await admin.patch('/desk-contact', { phone })).status).toBe(422);
    expect((await admin.patch('/desk-contact', { phone: null })).body).toMatchObject({ code: 'catalogue.note-needs-phone' });
    expect((await manager.patch('/desk-contact', { phone: '112' })).status).toBe(403);
    const { body: told } = await admin.get<{ items: { changes: { label: string; to: string | null }[] }[] }>('/desk-contact/history');
    expect(told.items.at(-1)!.changes).toEqual(
      expect.arrayContaining([expect.objectContaining({ label: 'Tālrunis', to: '+371 6700 0199' })]),
    );
    expect((await admin.patch('/desk-contact', { phone: '', noteLv: '', noteEn: null })).body).toMatchObject({ phone: null, noteLv: null });
    expect((await nobody.get<Hours>('/desk-hours')).body.number).toBeNull();
  });
});
