import { demoId } from '#identity';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { eventually } from '../../support/eventually.js';
import { layChange, type LaidChange } from './lay-change.js';

let test: TestApp;
let cast: Cast;

beforeAll(async () => {
  test = await startTestApp({ cast: true, worker: true });
  cast = await layCast(test);
});

afterAll(() => test?.close());

describe('the bell', () => {
  it('tells the change manager of what is asked for in the portal, once', async () => {
    const wish = { title: 'Jauns lauks', description: 'Vajadzīgs jauns lauks.' };
    const { body } = await (await cast.signIn('ilze')).post<{ number: string }>('/changes', wish);
    const manager = await cast.signIn('andris');
    await eventually(async () => {
      const { items } = (await manager.get<{ items: { kind: string; text: string }[] }>('/notices')).body;
      const found = items.filter(({ kind }) => kind === 'change-asked').map(({ text }) => text);
      expect(found).toEqual([`Lūdz izmaiņas: ${body.number} „Jauns lauks”`]);
    });
  });

  it('tells the implementer of a scheduled change that a freeze now stands in its way, once, and nobody of an emergency', async () => {
    const window = { services: ['MAIL'], implementer: 'elina', from: '2030-02-04T18:00:00Z', to: '2030-02-04T20:00:00Z' };
    const changes = [
      window,
      { ...window, kind: 'emergency' },
      { ...window, state: 'awaiting_authorisation' },
      { ...window, services: ['PRINT'] },
    ];
    await test.unitOfWork.run(async (tx) => {
      for (const change of changes) await layChange(tx, { title: 'Pasta serveris', ...change } as LaidChange);
    });
    const freeze = { from: '2030-02-04T00:00:00Z', to: '2030-02-05T00:00:00Z', serviceId: demoId('service', 'MAIL'), reason: 'Vēlēšanas' };
    const manager = await cast.signIn('andris');
    const { body } = await manager.post<{ id: string }>('/freeze-windows', freeze);
    await manager.put(`/freeze-windows/${body.id}`, { ...freeze, to: '2030-02-06T00:00:00Z' });
    await eventually(async () => {
      const waiting = await test.app.get(Database).query(`select 1 from platform.pending_reaction limit 1`);
      expect(waiting).toEqual([]);
    });
    const { items } = (await (await cast.signIn('elina')).get<{ items: { kind: string; text: string }[] }>('/notices')).body;
    const told = items.filter(({ kind }) => kind === 'change-frozen').map(({ text }) => text);
    expect(told).toEqual([expect.stringMatching(/^CHG-.*aizlieguma periods \(Vēlēšanas\) – Pasta serveris$/)]);
  });

  it('tells the members of a meeting that it is called, moved and cancelled, by mail too, and not whoever does it', async () => {
    const manager = await cast.signIn('andris');
    const memberIds = ['andris', 'dace'].map((login) => demoId('person', login));
    const asked = { title: 'Padome', startsAt: '2030-01-07T08:00:00Z', place: '214.', memberIds, changeIds: [] };
    const { body } = await manager.post<{ id: string }>('/cab-meetings', asked);
    await manager.patch(`/cab-meetings/${body.id}`, { startsAt: '2030-01-08T08:00:00Z' });
    await manager.patch(`/cab-meetings/${body.id}`, { minutes: 'Sagatave.' });
    await manager.post(`/cab-meetings/${body.id}/cancellation`, {});
    await eventually(async () => {
      const told = await meetingsTold('dace');
      expect(told.map(({ kind }) => kind)).toEqual(['meeting-called', 'meeting-cancelled', 'meeting-moved']);
      expect(told.map(({ page }) => page)).toEqual(Array.from({ length: 3 }, () => `/desk/meetings/${body.id}`));
      const mails = (await (await cast.signIn('admin')).get<{ items: { subject: string }[] }>('/mailbox')).body.items;
      expect(mails.filter(({ subject }) => subject.endsWith('Padome'))).toHaveLength(3);
    });
    expect(await meetingsTold('andris')).toEqual([]);
  });
});

interface ToldOfMeeting {
  readonly kind: string;
  readonly page: string | null;
}

async function meetingsTold(login: string): Promise<ToldOfMeeting[]> {
  const { items } = (await (await cast.signIn(login)).get<{ items: ToldOfMeeting[] }>('/notices')).body;
  return items.filter(({ kind }) => kind.startsWith('meeting-')).sort((a, b) => a.kind.localeCompare(b.kind));
}
