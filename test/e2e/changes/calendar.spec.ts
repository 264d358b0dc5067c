import { seedAssetsDemo } from '#assets';
import { demoId } from '#identity';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';
import { type LaidChange, layChange } from './lay-change.js';

interface Shown {
  readonly changes: readonly { readonly id: string; readonly implementer: object | null; readonly movable: boolean }[];
  readonly freezes: readonly { readonly reason: string; readonly from: string }[];
  readonly maintenance: readonly { readonly from: string; readonly to: string }[];
  readonly services: readonly { readonly name: string; readonly institutions: number }[];
  readonly daysOff: readonly { readonly date: string; readonly kind: string; readonly name: string | null }[];
  readonly conflicts: readonly { readonly reason: string; readonly changeId: string; readonly otherId: string | null }[];
  readonly conflictCount: number;
}

const service = (code: string): string => demoId('service', code);
const institution = (key: string): string => demoId('institution', key);

describe('the change calendar', () => {
  let test: TestApp;
  let cast: Cast;
  let manager: ApiClient;

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    cast = await layCast(test);
    await test.unitOfWork.run((tx) => seedAssetsDemo(tx));
    manager = await cast.signIn('andris');
  });

  afterAll(() => test?.close());

  const lay = (change: LaidChange): Promise<string> => test.unitOfWork.run((tx) => layChange(tx, change));
  const read = async (query: string, who: ApiClient = manager): Promise<Shown> => {
    const { status, body } = await who.get<Shown>(`/change-calendar?${query}`);
    expect(status).toBe(200);
    return body;
  };
  const ids = (shown: Shown): string[] => shown.changes.map(({ id }) => id);

  it('shows changes, freezes, maintenance, days off and conflicts of a stretch of days', async () => {
    const first = await lay({ services: ['MAIL'], implementer: 'edgars', from: '2026-11-24T18:00:00Z', to: '2026-11-24T21:00:00Z' });
    const second = await lay({ services: ['MAIL', 'VPN'], from: '2026-11-24T19:00:00Z', to: '2026-11-24T20:00:00Z' });
    const waiting = await lay({
      services: ['VPN'],
      state: 'awaiting_authorisation',
      from: '2026-11-26T18:00:00Z',
      to: '2026-11-26T19:00:00Z',
    });
    const wish = await lay({ services: ['VPN'], state: 'draft', from: '2026-11-27T18:00:00Z', to: '2026-11-27T19:00:00Z' });
    await manager.post('/freeze-windows', { from: '2026-11-27T15:00:00Z', to: '2026-11-30T06:30:00Z', reason: 'Vēlēšanas' });
    await manager.post('/maintenance-windows', {
      serviceId: service('MAIL'),
      weekly: [{ weekday: 2, from: '20:00', to: '23:00' }],
      validFrom: '2026-01-01',
    });
    const shown = await read('from=2026-11-16&to=2026-11-30');
    expect(ids(shown)).toEqual([first, second, waiting]);
    expect(shown.changes.map(({ movable }) => movable)).toEqual([true, true, false]);
    expect(shown.freezes).toMatchObject([{ reason: 'Vēlēšanas', from: '2026-11-27T15:00:00.000Z' }]);
    expect(shown.maintenance.map(({ from }) => from)).toEqual(['2026-11-17T18:00:00.000Z', '2026-11-24T18:00:00.000Z']);
    expect(shown.services.map(({ name }) => name)).toEqual(['Attālinātais darbs un VPN', 'E-pasts un kalendārs']);
    expect(shown.daysOff.find(({ date }) => date === '2026-11-18')).toMatchObject({
      kind: 'holiday',
      name: expect.stringContaining('Proklamēšanas') as string,
    });
    expect(shown.conflicts).toMatchObject([{ reason: 'same_service', changeId: first, otherId: second }]);
    expect(ids(await read('from=2026-11-16&to=2026-11-30&wished=true'))).toContain(wish);
  });

  it('is filtered by service and by institution', async () => {
    const cases = await lay({ services: ['CASES'], from: '2026-12-01T18:00:00Z', to: '2026-12-01T19:00:00Z' });
    const events = await lay({ services: ['EVENTS'], from: '2026-12-02T18:00:00Z', to: '2026-12-02T19:00:00Z' });
    const december = (query: string) => read(`from=2026-12-01&to=2026-12-08&${query}`);
    expect(ids(await december(`serviceId=${service('CASES')}`))).toEqual([cases]);
    expect(ids(await december(`institutionId=${institution('calls')}`))).toEqual([events]);
    expect(ids(await december(`institutionId=${institution('order')}`))).toEqual([cases, events]);
    expect(ids(await december(`institutionId=${institution('police')}`))).toEqual([]);
  });

  it('shows coordinators what was agreed and touches their institution, without people and conflicts', async () => {
    const zane = await cast.signIn('zane');
    const hosting = await lay({ services: ['HOSTING'], implementer: 'edgars', from: '2026-12-14T18:00:00Z', to: '2026-12-14T19:00:00Z' });
    await lay({ services: ['HOSTING'], state: 'awaiting_authorisation', from: '2026-12-14T18:00:00Z', to: '2026-12-14T19:00:00Z' });
    await lay({ services: ['EVENTS'], restricted: true, from: '2026-12-15T18:00:00Z', to: '2026-12-15T19:00:00Z' });
    const shown = await read('from=2026-12-14&to=2026-12-21', zane);
    expect(shown).toMatchObject({ conflicts: [], conflictCount: 0, changes: [{ id: hosting, implementer: null, movable: false }] });
    expect(ids(await read(`from=2026-12-14&to=2026-12-21&institutionId=${institution('civil')}`, zane))).toEqual([]);
    expect((await (await cast.signIn('ilze')).get('/change-calendar?from=2026-12-14&to=2026-12-21')).status).toBe(403);
  });

  it('refuses more than 62 days, and days that do not follow each other', async () => {
    for (const query of ['from=2026-01-01&to=2026-03-05', 'from=2026-01-02&to=2026-01-02', 'from=2026-01-02&to=2026-01-01'])
      expect(await manager.get(`/change-calendar?${query}`)).toMatchObject({ status: 422, body: { code: 'changes.calendar-range' } });
    expect((await manager.get('/change-calendar?from=2026-01-01&to=2026-03-04')).status).toBe(200);
    expect((await manager.get('/change-calendar?from=2026-02-30&to=2026-03-04')).status).toBe(422);
  });

  it('finds the next free slot inside maintenance, past changes and freezes, and says what it passed over', async () => {
    const vpn = service('VPN');
    const thursdays = [{ weekday: 4, from: '20:00', to: '23:00' }];
    const { body: window } = await manager.post<{ id: string }>('/maintenance-windows', {
      serviceId: vpn,
      weekly: thursdays,
      validFrom: '2027-01-01',
    });
    const asked = await lay({
      services: ['VPN'],
      items: ['NET-0001'],
      state: 'assessing',
      from: '2027-01-05T18:00:00Z',
      to: '2027-01-05T20:00:00Z',
    });
    // The first Thursday is taken by a change, the second by a freeze.
    const taken = await lay({ items: ['NET-0001'], from: '2027-01-07T19:00:00Z', to: '2027-01-07T20:00:00Z' });
    await manager.post('/freeze-windows', {
      from: '2027-01-14T08:00:00Z',
      to: '2027-01-15T08:00:00Z',
      reason: 'Gada pārskats',
      serviceId: vpn,
    });
    const find = (query: string) => manager.get(`/changes/next-free-slot?from=2027-01-05T18:00:00Z&${query}`);
    const { body } = await find(`change=${asked}&minutes=120`);
    expect(body).toMatchObject({
      slot: { from: '2027-01-21T18:00:00.000Z', to: '2027-01-21T20:00:00.000Z' },
      insideMaintenance: true,
      skipped: [
        { reason: 'same_item', change: { id: taken } },
        { reason: 'freeze', freeze: { reason: 'Gada pārskats' } },
      ],
    });
    expect((await find(`service=${vpn}&minutes=200`)).body).toMatchObject({ slot: null });
    expect((await find('minutes=60')).body).toMatchObject({ slot: { from: '2027-01-05T18:00:00.000Z' }, skipped: [] });
    await manager.delete(`/maintenance-windows/${window.id}`);
  });
});
