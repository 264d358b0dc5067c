import { CalendarBook } from '#calendars';
import { readSeed } from '#platform';
import type { ChangeSeed } from '../../../apps/cli/src/demo/demo-changes.js';
import { layChanges } from '../../../apps/cli/src/demo/lay-changes.js';
import { layMeetings } from '../../../apps/cli/src/demo/lay-meetings.js';
import { ChangeDesk } from './change-desk.js';

let desk: ChangeDesk;

beforeAll(async () => {
  desk = await ChangeDesk.open();
});

afterAll(() => desk?.close());

const STATE: Readonly<Record<string, string>> = { awaiting: 'awaiting_authorisation', begun: 'implementing' };

describe('the changes of the demonstration', () => {
  it('each get as far as their story says', async () => {
    await layChanges(desk.desk.app.app);
    const { changes } = readSeed<ChangeSeed>('demo/changes.json');
    const listed = (await desk.ask('andris', 'get', '/changes?state=any&limit=100')) as unknown as {
      items: { title: string; state: string }[];
    };
    const states = Object.fromEntries(listed.items.map(({ title, state }) => [title, state]));
    expect(states).toEqual(Object.fromEntries(changes.map(({ title, until }) => [title, STATE[until] ?? until])));
  });

  it('are decided about at a meeting that has been called, with what awaits on its agenda', async () => {
    const app = desk.desk.app.app;
    await layMeetings(app, await app.get(CalendarBook, { strict: false }).byCode('lv-8x5'));
    const { items } = (await desk.ask('andris', 'get', '/cab-meetings')) as unknown as { items: { state: string; changes: number }[] };
    expect(items).toMatchObject([{ state: 'planned', changes: 3 }]);
  });
});
