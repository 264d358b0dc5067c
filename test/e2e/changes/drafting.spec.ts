import { group, person, service } from '../incidents/desk.js';
import { MEDIUM } from './change-story.js';
import { ChangeDesk, item, WISH } from './change-desk.js';

let desk: ChangeDesk;

beforeAll(async () => {
  desk = await ChangeDesk.open();
});

afterAll(() => desk?.close());

describe('asking for a change', () => {
  it('takes plain words from whoever asks, and shows him his own without the papers of the Centre', async () => {
    const asked = await desk.draft('ilze', { wishedBy: '2027-01-01' });
    expect(asked).toMatchObject({ state: 'draft', kind: 'normal', inFull: false, wishedBy: '2027-01-01', sections: [], risk: null });
    expect(asked.number).toMatch(/^CHG-20\d\d-\d{6}$/);
    expect(asked.abilities).toMatchObject({ editWords: true, edit: false, submit: false, cancel: true });
    expect(await desk.tries('ilze', 'patch', `/changes/${asked.id}`, { groupId: group('network') })).toEqual([
      422,
      'changes.field-not-yours',
    ]);
    expect(await desk.edit('ilze', asked, { title: 'Jauns lauks' })).toMatchObject({ title: 'Jauns lauks', version: 2 });
  });

  it('hides it from the people of another institution as if it were not there', async () => {
    const asked = await desk.draft('ilze');
    expect(await desk.tries('janis', 'get', `/changes/${asked.id}`)).toEqual([404, 'tickets.not-found']);
    expect(await desk.tries('janis', 'patch', `/changes/${asked.id}`, { title: 'x' })).toEqual([404, 'tickets.not-found']);
    expect((await desk.read('zane', asked)).id).toBe(asked.id);
  });

  it('stands in the file of the list for whoever may see it, and for nobody else', async () => {
    const asked = await desk.draft('ilze', { title: 'Izmaiņas failā' });
    const fileOf = async (login: string) => (await desk.desk.as(login)).text('/changes/export?format=csv');
    expect(await fileOf('andris')).toContain(`${asked.number};Izmaiņas failā;parastās;melnraksts;`);
    expect(await fileOf('ilze')).toContain(asked.number);
    expect(await fileOf('janis')).not.toContain(asked.number);
    expect(await desk.tries('andris', 'get', '/changes/export?format=csv&from=2027-01-02T00:00:00Z&to=2027-01-01T00:00:00Z')).toEqual([
      422,
      'changes.window-backwards',
    ]);
  });

  it('is completed by the change manager, part by part', async () => {
    const asked = await desk.draft('ilze');
    const written = await desk.edit('andris', asked, {
      ...{ serviceId: service('MAIL'), serviceIds: [service('EID')], itemIds: [item('SRV-0001')], groupId: group('servers') },
      ...{ assigneeId: person('gints'), reason: 'Grozījumi normatīvajos aktos.', costEuro: 7200, effortHours: 120, funding: 'requested' },
      plan: [{ text: 'Kopija', offsetMinutes: 10, who: 'Datubāzes' }, { text: 'Pārbaude' }],
      ...{ plannedFrom: '2027-01-05T18:00:00Z', plannedTo: '2027-01-05T21:00:00Z', outageMinutes: 40 },
    });
    expect(written).toMatchObject({
      ...{ inFull: true, reason: 'Grozījumi normatīvajos aktos.', costEuro: 7200, itemCount: 1, items: [{ tag: 'SRV-0001' }] },
      ...{ assignee: { id: person('gints') }, window: { from: '2027-01-05T18:00:00.000Z' }, outageMinutes: 40 },
      plan: [
        { text: 'Kopija', offsetMinutes: 10, who: 'Datubāzes' },
        { text: 'Pārbaude', offsetMinutes: null, who: null },
      ],
    });
    expect(written.services.map(({ id }) => id).sort()).toEqual([service('EID'), service('MAIL')].sort());
    expect(written.sections.map(({ code, state }) => [code, state])).toEqual([
      ['what', 'complete'],
      ['risk', 'missing'],
      ['plan', 'complete'],
      ['test', 'missing'],
      ['rollback', 'missing'],
      ['window', 'complete'],
      ['approvals', 'later'],
      ['outcome', 'later'],
    ]);
    expect(written.path).toMatchObject([{ state: 'draft' }]);
    expect(await desk.edit('andris', asked, { reason: '' })).toMatchObject({ reason: null });
  });

  it('names the field that names nothing', async () => {
    const asked = await desk.draft('elina');
    const nothing = '00000000-0000-8000-8000-000000000000';
    expect(await desk.tries('elina', 'patch', `/changes/${asked.id}`, { serviceId: nothing })).toEqual([422, 'changes.service-unknown']);
    expect(await desk.tries('elina', 'patch', `/changes/${asked.id}`, { itemIds: [nothing] })).toEqual([422, 'changes.item-unknown']);
    expect(await desk.tries('elina', 'patch', `/changes/${asked.id}`, { assigneeId: person('gints') })).toEqual([
      422,
      'changes.implementer-not-in-group',
    ]);
    const backward = { plannedFrom: '2027-01-05T18:00:00Z', plannedTo: '2027-01-05T17:00:00Z' };
    expect(await desk.tries('elina', 'patch', `/changes/${asked.id}`, backward)).toEqual([422, 'changes.window-backward']);
  });

  it('refuses a version that has moved on', async () => {
    const asked = await desk.draft('elina');
    const client = await desk.desk.as('elina');
    expect((await client.patch(`/changes/${asked.id}`, { title: 'Pirmais' }, { 'if-match': '"1"' })).status).toBe(200);
    expect((await client.patch(`/changes/${asked.id}`, { title: 'Otrais' }, { 'if-match': '"1"' })).status).toBe(412);
  });

  it('is listed for whoever may see it, found by service, state and number', async () => {
    const asked = await desk.draft('ilze', { title: 'Saraksta pārbaude' });
    await desk.edit('andris', asked, { serviceId: service('VPN') });
    const found = async (login: string, query: string): Promise<string[]> =>
      ((await desk.ask(login, 'get', `/changes?${query}`)) as unknown as { items: { id: string }[] }).items.map(({ id }) => id);
    expect(await found('andris', `serviceId=${service('VPN')}`)).toEqual([asked.id]);
    expect(await found('elina', `q=${asked.number}&state=any`)).toEqual([asked.id]);
    expect(await found('ilze', 'mine=true')).toContain(asked.id);
    expect(await found('janis', 'state=any')).not.toContain(asked.id);
    expect(await found('andris', 'state=closed')).toEqual([]);
  });

  it('is found by the level of its risk and by the days that its window touches', async () => {
    const asked = await desk.draft();
    await desk.edit('andris', asked, { kind: 'normal', plannedFrom: '2031-03-04T18:00:00Z', plannedTo: '2031-03-04T20:00:00Z' });
    await desk.ask('andris', 'post', `/changes/${asked.id}/risk`, { answers: MEDIUM });
    const found = async (query: string): Promise<boolean> => {
      const { items } = (await desk.ask('andris', 'get', `/changes?${query}`)) as unknown as { items: { id: string }[] };
      return items.some(({ id }) => id === asked.id);
    };
    expect([await found('risk=medium'), await found('risk=low'), await found('risk=high')]).toEqual([true, false, false]);
    expect(await found('from=2031-03-04T19:00:00Z&to=2031-03-05T00:00:00Z')).toBe(true);
    // Half-open: what ends at an instant does not touch what begins at it.
    expect([await found('from=2031-03-04T20:00:00Z'), await found('to=2031-03-04T18:00:00Z')]).toEqual([false, false]);
    expect([await found('from=2031-03-04T19:59:00Z'), await found('to=2031-03-04T18:01:00Z')]).toEqual([true, true]);
    expect(await desk.tries('andris', 'get', '/changes?from=2031-03-05T00:00:00Z&to=2031-03-04T00:00:00Z')).toEqual([
      422,
      'changes.window-backwards',
    ]);
  });

  it('is told in the history and talked about as any ticket', async () => {
    const asked = await desk.draft('ilze');
    const client = await desk.desk.as('ilze');
    expect((await client.post(`/tickets/${asked.id}/comments`, { body: 'Ļoti gaidām.', visibility: 'public' })).status).toBe(201);
    const history = await client.get<{ items: { text: string }[] }>(`/tickets/${asked.id}/history`);
    expect(history.body.items[0]?.text).toBe('Melnraksts: parastās izmaiņas');
    expect((await client.get(`/tickets/${asked.id}`)).body).toMatchObject({
      type: 'change',
      state: 'draft',
      description: WISH.description,
    });
  });
});
