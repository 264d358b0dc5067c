import { demoItemId, seedAssetsDemo } from '#assets';
import { demoId } from '#identity';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';

interface Relation {
  readonly kind: string;
  readonly direction: string;
  readonly item: { readonly tag: string };
}
interface Items<One> {
  readonly items: readonly One[];
}

describe('how items hang together', () => {
  let test: TestApp;
  let cast: Cast;
  let keeper: ApiClient;
  const path = (tag: string): string => `/configuration-items/${tag}`;

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    cast = await layCast(test);
    await test.unitOfWork.run((tx) => seedAssetsDemo(tx));
    keeper = await cast.signIn('viktors');
  });

  afterAll(() => test?.close());

  const relate = (tag: string, kind: string, target: string) => keeper.post(`${path(tag)}/relations`, { kind, target });
  const relations = async (tag: string): Promise<string[]> =>
    (await keeper.get<Items<Relation>>(`${path(tag)}/relations`)).body.items.map(
      ({ kind, direction, item }) => `${direction} ${kind} ${item.tag}`,
    );

  it('is told from both ends', async () => {
    expect(await relations('APP-0001')).toEqual(['out depends_on DB-0001', 'out runs_on VM-0003', 'out runs_on VM-0004']);
    expect(await relations('VM-0003')).toEqual(['in runs_on APP-0001', 'out runs_on SRV-0001']);
    expect(await relations('NET-0002')).toEqual(['out connected_to NET-0001', 'out connected_to SRV-0003', 'out connected_to SRV-0004']);
  });

  it('refuses an item on itself, a circle by way of others, and a target that is not there', async () => {
    expect((await relate('SRV-0001', 'depends_on', 'SRV-0001')).body['code']).toBe('assets.relation-to-itself');
    expect((await relate('SRV-0001', 'runs_on', 'APP-0001')).body['code']).toBe('assets.relation-circle');
    expect((await relate('SRV-0001', 'part_of', 'NOTHING-1')).body).toMatchObject({
      code: 'assets.target-unknown',
      errors: [{ pointer: '/target' }],
    });
    expect((await relate('DB-0001', 'depends_on', 'APP-0001')).status).toBe(201);
  });

  it('keeps a connection once, whichever end names it, and takes it back from either', async () => {
    await relate('UPS-0001', 'connected_to', 'UPS-0002');
    await relate('UPS-0002', 'connected_to', 'UPS-0001');
    expect((await relations('UPS-0002')).filter((one) => one.includes('connected_to'))).toEqual(['out connected_to UPS-0001']);
    const gone = await keeper.delete(`${path('UPS-0002')}/relations/connected_to/${demoItemId('UPS-0001')}`);
    expect(gone.status).toBe(204);
    expect((await relations('UPS-0001')).filter((one) => one.includes('connected_to'))).toEqual([]);
  });

  it('lets one of two through who close a circle at the same moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [one, other] = ['IT-040000', 'IT-040001'];
      const answers = await Promise.all([relate(one, 'part_of', other), relate(other, 'part_of', one)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
      for (const [from, to] of [
        [one, other],
        [other, one],
      ] as const)
        await keeper.delete(`${path(from)}/relations/part_of/${demoItemId(to)}`);
    }
  });

  it('says which services stand on an item', async () => {
    const vpn = demoId('service', 'VPN');
    const { body } = await keeper.put<{ services: readonly { id: string }[] }>(`${path('NET-0001')}/services/${vpn}`, {});
    expect(body.services.map(({ id }) => id)).toContain(vpn);
    expect((await keeper.put(`${path('NET-0001')}/services/${demoId('person', 'ilze')}`, {})).status).toBe(404);
    await keeper.delete(`${path('NET-0001')}/services/${vpn}`);
    const events = (await keeper.get<Items<{ text: string }>>(`${path('NET-0001')}/history`)).body.items.map(({ text }) => text);
    expect(events.slice(-2)).toEqual([
      'Uz iekārtas balstās pakalpojums „Attālinātais darbs un VPN”',
      'Uz iekārtas vairs nebalstās pakalpojums „Attālinātais darbs un VPN”',
    ]);
  });

  it('does not name what the reader may not see', async () => {
    const ilze = await cast.signIn('ilze');
    await relate('IT-020000', 'connected_to', 'IT-020001');
    expect((await ilze.get<Items<Relation>>(`${path('IT-020000')}/relations`)).body.items).toEqual([]);
  });
});

describe('the device of a ticket', () => {
  let test: TestApp;
  let cast: Cast;
  const mine = demoItemId('IT-020000');
  const report = { title: 'Nedarbojas dators', description: 'Neieslēdzas.' };

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    cast = await layCast(test);
    await test.unitOfWork.run((tx) => seedAssetsDemo(tx));
  });

  afterAll(() => test?.close());

  const devices = async (who: ApiClient, id: string): Promise<string[]> =>
    (await who.get<Items<{ tag: string }>>(`/tickets/${id}/configuration-items`)).body.items.map(({ tag }) => tag);

  it('is named when it is filed, one of the reporter’s own, and told in the history to staff', async () => {
    const [ilze, elina] = [await cast.signIn('ilze'), await cast.signIn('elina')];
    const filed = await ilze.post<{ id: string; number: string }>('/incidents', { ...report, configurationItemId: mine });
    expect(filed.status).toBe(201);
    expect(await devices(ilze, filed.body.id)).toEqual(['IT-020000']);
    const { body } = await elina.get<Items<{ text: string }>>(`/tickets/${filed.body.id}/history`);
    expect(body.items.map(({ text }) => text)).toContain('Pievienota iekārta IT-020000');
    const tickets = await elina.get<Items<{ number: string }>>(`/configuration-items/IT-020000/tickets`);
    expect(tickets.body.items.map(({ number }) => number)).toEqual([filed.body.number]);
  });

  it('is not somebody else’s: then nothing is filed', async () => {
    const ilze = await cast.signIn('ilze');
    const count = async (): Promise<unknown> => (await ilze.get<{ requested_all: number }>('/tickets/counts')).body;
    const before = await count();
    for (const tag of ['IT-020001', 'NOTHING-1']) {
      const refused = await ilze.post('/incidents', { ...report, configurationItemId: demoItemId(tag) });
      expect(refused).toMatchObject({
        status: 422,
        body: { code: 'incidents.item-unknown', errors: [{ pointer: '/configurationItemId' }] },
      });
    }
    expect(await count()).toEqual(before);
  });

  it('is added by who works on the ticket, and a server among them is not shown to the requester', async () => {
    const [ilze, elina, janis] = [await cast.signIn('ilze'), await cast.signIn('elina'), await cast.signIn('janis')];
    const { id } = (await ilze.post<{ id: string }>('/incidents', { ...report, configurationItemId: mine })).body;
    expect((await ilze.post(`/tickets/${id}/configuration-items`, { itemId: mine })).status).toBe(403);
    const server = demoItemId('SRV-0001');
    await elina.post(`/tickets/${id}/configuration-items`, { itemId: server });
    await elina.post(`/tickets/${id}/configuration-items`, { itemId: server });
    expect(await devices(elina, id)).toEqual(['IT-020000', 'SRV-0001']);
    expect(await devices(ilze, id)).toEqual(['IT-020000']);
    expect((await janis.get(`/tickets/${id}/configuration-items`)).status).toBe(404);
    const unknown = await elina.post(`/tickets/${id}/configuration-items`, { itemId: demoItemId('NOTHING-1') });
    expect(unknown.body['code']).toBe('tickets.item-unknown');
    await elina.delete(`/tickets/${id}/configuration-items/${server}`);
    expect(await devices(elina, id)).toEqual(['IT-020000']);
    // A device shows the tickets that its reader may see.
    expect((await (await cast.signIn('zane')).get<Items<object>>('/configuration-items/IT-020000/tickets')).body.items).toHaveLength(2);
    expect((await (await cast.signIn('viktors')).get<Items<object>>('/configuration-items/IT-020000/tickets')).body.items).toEqual([]);
  });
});
