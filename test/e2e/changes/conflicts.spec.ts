import { demoItemId, seedAssetsDemo } from '#assets';
import { ConflictCheck } from '#changes';
import { demoId } from '#identity';
import { parseInstant } from '#kernel';
import type { Tx } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';
import { type LaidChange, layChange } from './lay-change.js';

interface Found {
  readonly reason: string;
  readonly blocking: boolean;
  readonly change: { readonly id: string; readonly number: string } | null;
  readonly item: { readonly tag: string } | null;
  readonly freeze: { readonly reason: string } | null;
}

describe('the conflicts of a change', () => {
  let test: TestApp;
  let cast: Cast;
  let manager: ApiClient;
  /** Each test has a day of its own. */
  let day = 0;
  const window = (from = '18:00', to = '20:00') => {
    const date = `2027-0${1 + Math.floor(day / 28)}-${String(1 + (day % 28)).padStart(2, '0')}`;
    return { from: `${date}T${from}:00Z`, to: `${date}T${to}:00Z` };
  };

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    cast = await layCast(test);
    await test.unitOfWork.run((tx) => seedAssetsDemo(tx));
    manager = await cast.signIn('andris');
  });

  beforeEach(() => {
    day += 1;
  });

  afterAll(() => test?.close());

  const lay = (change: Partial<LaidChange>): Promise<string> => test.unitOfWork.run((tx) => layChange(tx, { ...window(), ...change }));
  const conflicts = async (id: string, query = ''): Promise<Found[]> => {
    const { status, body } = await manager.get<{ items: Found[] }>(`/changes/${id}/conflicts${query}`);
    expect(status).toBe(200);
    return body.items;
  };
  const told = async (id: string) => (await conflicts(id)).map(({ reason, change, item }) => [reason, change?.id, item?.tag]);

  it('name a dependent item from both ends, by way of others too', async () => {
    const app = await lay({ items: ['APP-0001'] });
    const host = await lay({ items: ['SRV-0001'] });
    expect(await told(app)).toEqual([['dependent_item', host, 'SRV-0001']]);
    expect(await told(host)).toEqual([['dependent_item', app, 'APP-0001']]);
  });

  it('end where two systems depend on each other, and do not go over mere connections', async () => {
    const keeper = await cast.signIn('viktors');
    await keeper.post('/configuration-items/DB-0001/relations', { kind: 'depends_on', target: 'APP-0001' });
    const app = await lay({ items: ['APP-0001'] });
    const database = await lay({ items: ['DB-0001'] });
    const network = await lay({ items: ['NET-0001'] });
    const other = await lay({ items: ['NET-0002'] });
    expect(await told(app)).toEqual([['dependent_item', database, 'DB-0001']]);
    expect(await told(database)).toEqual([['dependent_item', app, 'APP-0001']]);
    for (const id of [network, other]) expect((await told(id)).filter(([reason]) => reason !== 'same_service')).toEqual([]);
  });

  it('name the same item, a part, the same service and the same implementer', async () => {
    const keeper = await cast.signIn('viktors');
    await keeper.post('/configuration-items/IT-040000/relations', { kind: 'part_of', target: 'IT-040001' });
    const first = await lay({ items: ['IT-040000'], services: ['PRINT'], implementer: 'edgars' });
    const same = await lay({ items: ['IT-040000'] });
    const whole = await lay({ items: ['IT-040001'], implementer: 'edgars' });
    const service = await lay({ services: ['MAIL', 'PRINT'] });
    expect(await told(first)).toEqual([
      ['same_item', same, 'IT-040000'],
      ['parent_item', whole, 'IT-040001'],
      ['same_service', service, undefined],
      ['implementer_busy', whole, undefined],
    ]);
    expect((await conflicts(first)).map(({ blocking }) => blocking)).toEqual([true, false, false, false]);
  });

  it('reckon with what has a place in the calendar, not with wishes and with what is over', async () => {
    const asked = await lay({ items: ['SRV-0002'], state: 'draft' });
    for (const state of ['draft', 'assessing', 'review', 'closed', 'rejected', 'cancelled']) await lay({ items: ['SRV-0002'], state });
    expect(await conflicts(asked)).toEqual([]);
    for (const state of ['awaiting_authorisation', 'scheduled', 'implementing']) await lay({ items: ['SRV-0002'], state });
    expect(await conflicts(asked)).toHaveLength(3);
    const later = window('20:00', '22:00');
    expect(await conflicts(asked, `?from=${later.from}&to=${later.to}`)).toEqual([]);
    const half = await manager.get(`/changes/${asked}/conflicts?from=${later.from}`);
    expect([half.status, half.body['code']]).toEqual([422, 'changes.window-half']);
  });

  it('name a freeze that blocks, for all, for a service and for an institution, and let an emergency through with a warning', async () => {
    const change = await lay({ services: ['CASES'] });
    const emergency = await lay({ services: ['CASES'], kind: 'emergency', state: 'draft', ...window('19:00', '19:30') });
    const set = (more: object) =>
      manager.post<{ id: string }>('/freeze-windows', { ...window('17:00', '23:00'), reason: 'Vēlēšanas', ...more });
    const scopes = [{}, { serviceId: demoId('service', 'CASES') }, { institutionId: demoId('institution', 'order') }];
    for (const scope of scopes) {
      const { status, body } = await set(scope);
      expect(status).toBe(201);
      expect(await conflicts(change)).toMatchObject([{ reason: 'freeze', blocking: true, freeze: { reason: 'Vēlēšanas' } }]);
      expect((await conflicts(emergency)).filter(({ reason }) => reason === 'freeze')).toMatchObject([{ blocking: false }]);
      expect((await manager.delete(`/freeze-windows/${body.id}`)).status).toBe(204);
      expect(await conflicts(change)).toEqual([]);
    }
    // An institution that uses no service of this change.
    const { body } = await set({ institutionId: demoId('institution', 'calls') });
    expect(await conflicts(change)).toEqual([]);
    await manager.delete(`/freeze-windows/${body.id}`);
  });

  it('warn outside the maintenance of a service', async () => {
    const change = await lay({ services: ['MOBILE'] });
    const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '20:00', to: '21:00' }));
    const { body } = await manager.post<{ id: string }>('/maintenance-windows', {
      serviceId: demoId('service', 'MOBILE'),
      weekly,
      validFrom: '2026-12-01',
    });
    expect(await conflicts(change)).toMatchObject([
      { reason: 'outside_maintenance', blocking: false, from: window('19:00').from.replace('Z', '.000Z') },
    ]);
    await manager.delete(`/maintenance-windows/${body.id}`);
  });

  it('are caught both ways where two are scheduled in the same moment, on connections of their own', async () => {
    const check = test.app.get(ConflictCheck, { strict: false });
    const schedule = (id: string, tag: string) => (tx: Tx) => scheduleInto(tx, check, id, tag, window());
    for (let round = 0; round < 40; round += 1) {
      day = 100 + round;
      const app = await lay({ items: ['APP-0001'], state: 'draft' });
      const host = await lay({ items: ['SRV-0001'], state: 'draft' });
      const seen = await Promise.all([test.unitOfWork.run(schedule(app, 'APP-0001')), test.unitOfWork.run(schedule(host, 'SRV-0001'))]);
      // Whoever came second saw the first; nobody both.
      expect(seen.filter((ids) => ids.length === 1)).toHaveLength(1);
      expect(await told(app)).toEqual([['dependent_item', host, 'SRV-0001']]);
      expect(await told(host)).toEqual([['dependent_item', app, 'APP-0001']]);
    }
  });

  it('hide the name of a restricted change from those who may not see it', async () => {
    const change = await lay({ items: ['SRV-0003'] });
    await lay({ items: ['SRV-0003'], restricted: true });
    const { body } = await (await cast.signIn('elina')).get<{ items: Found[] }>(`/changes/${change}/conflicts`);
    expect(body.items).toMatchObject([{ reason: 'same_item', change: null }]);
  });

  it('are not told of a change that is not there', async () => {
    expect((await manager.get(`/changes/${demoItemId('SRV-0001')}/conflicts`)).status).toBe(404);
  });
});

/** What a use-case that schedules does: takes the calendar, looks, writes. Answers the others that it saw. */
async function scheduleInto(
  tx: Tx,
  check: ConflictCheck,
  id: string,
  tag: string,
  { from, to }: { from: string; to: string },
): Promise<string[]> {
  await check.lock(tx);
  const found = await check.of(tx, {
    ...{ changeId: id, itemIds: [demoItemId(tag)], serviceIds: [], implementerId: null },
    ...{ from: parseInstant(from), to: parseInstant(to) },
  });
  await tx.execute(`update tickets.ticket set state = 'scheduled' where id = $1`, [id]);
  return found.flatMap(({ change }) => (change ? [change.id] : []));
}
