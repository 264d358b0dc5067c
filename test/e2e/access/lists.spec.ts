import { demoId } from '#identity';
import { type Ids, type Owner, OWNERS, PEOPLE, type Person, SEES } from './row.js';
import { World } from './world.js';

let world: World;
let records: Record<Owner, Ids>;

beforeAll(async () => {
  world = await World.start();
  records = { order: await world.readOnly('order'), civil: await world.readOnly('civil'), restricted: await world.readOnly('restricted') };
});

afterAll(() => world?.test.close());

interface Page {
  readonly items: readonly { readonly id: string }[];
  readonly nextCursor: string | null;
}

async function pageOf(person: Person, query: string): Promise<Page> {
  const { status, body } = await world.call(await world.client(person), 'GET /tickets', { query });
  if (status !== 200) throw new Error(`${person} ${query}: ${status} ${JSON.stringify(body)}`);
  return body as Page;
}

const ids = ({ items }: Page): string[] => items.map(({ id }) => id);
const seenBy = (person: Person): string[] =>
  OWNERS.filter((owner) => SEES[owner].includes(person)).flatMap((owner) => [records[owner].ticket, records[owner].other]);
const everything = (): string[] => OWNERS.flatMap((owner) => [records[owner].ticket, records[owner].other]);
const readers = PEOPLE.filter((person) => person !== 'admin');

describe('lists of tickets', () => {
  it.each(readers)('hold for %s what he may open, and nothing else', async (person) => {
    expect(ids(await pageOf(person, '?view=all&state=any')).sort()).toEqual(seenBy(person).sort());
  });

  it.each(readers)('never widen for %s by a view, a search or a filter', async (person) => {
    const hidden = new Set(everything().filter((id) => !seenBy(person).includes(id)));
    const filters = [
      ...['mine', 'group', 'unassigned', 'breaching', 'requested', 'institution'].map((view) => `view=${view}`),
      'q=Nedarbojas',
      `q=${records.civil.number}`,
      `q=${records.restricted.number}`,
      `institutionId=${demoId('institution', 'civil')}`,
      `institutionId=${demoId('institution', 'order')}`,
      `requesterId=${demoId('person', 'janis')}`,
      `requesterId=${demoId('person', 'ilze')}`,
      `groupId=${demoId('group', 'first-line')}`,
      `serviceId=${demoId('service', 'MAIL')}`,
    ];
    for (const filter of filters) {
      const { status, body } = await world.call(await world.client(person), 'GET /tickets', { query: `?state=any&${filter}` });
      const found = status === 200 ? ids(body as Page) : [];
      expect([filter, status < 500, found.filter((id) => hidden.has(id))]).toEqual([filter, true, []]);
    }
  });

  it('answer a filter by another institution like one by an institution that does not exist', async () => {
    const ask = async (institution: string) =>
      world.call(await world.client('ilze'), 'GET /tickets', { query: `?state=any&institutionId=${institution}` });
    expect(await ask(demoId('institution', 'civil'))).toEqual(await ask(demoId('institution', 'no such one')));
  });

  it('give no page beyond what one sees, whatever the cursor says', async () => {
    const first = await pageOf('elina', '?view=all&state=any&limit=1&sort=submitted');
    expect(first.nextCursor).not.toBeNull();
    const { status, body } = await world.call(await world.client('janis'), 'GET /tickets', {
      query: `?view=all&state=any&limit=200&sort=submitted&cursor=${first.nextCursor}`,
    });
    const found = status === 200 ? ids(body as Page) : [];
    expect(found.filter((id) => !seenBy('janis').includes(id))).toEqual([]);
  });

  it.each(readers)('count for %s no more than they show', async (person) => {
    const { body } = await world.call(await world.client(person), 'GET /tickets/counts', {});
    const { groups = [], ...views } = body as { groups?: { id: string; count: number }[] };
    for (const [name, count] of [...Object.entries(views as Record<string, number>), ...groups.map((g) => [g.id, g.count] as const)]) {
      expect([name, count <= seenBy(person).length]).toEqual([name, true]);
    }
  });

  it.each(['title; drop table tickets.ticket', "due' or '1'='1", '-priority--', '(select 1)'])(
    'take no SQL for an order: %s',
    async (sort) => {
      const { status } = await world.call(await world.client('elina'), 'GET /tickets', { query: `?sort=${encodeURIComponent(sort)}` });
      expect(status).toBe(422);
    },
  );
});

describe('ids in bodies', () => {
  const outcome = async (person: Person, route: string, id: string, body: object) =>
    world.call(await world.client(person), route, { params: { id }, body });

  it('of people of another institution answer like those of nobody', async () => {
    const file = (affectedUserId: string) =>
      outcome('ilze', 'POST /incidents', '', { title: 'Nedrukā', description: 'Neko.', affectedUserId });
    const foreign = await file(demoId('person', 'janis'));
    expect(foreign.status).toBeGreaterThanOrEqual(400);
    expect(foreign).toEqual(await file(demoId('person', 'nobody')));
  });

  it('of services that the institution does not get answer like those of none', async () => {
    const file = (serviceId: string) => outcome('janis', 'POST /incidents', '', { title: 'Nedrukā', description: 'Neko.', serviceId });
    const foreign = await file(demoId('service', 'CASES'));
    expect(foreign.status).toBeGreaterThanOrEqual(400);
    expect(foreign).toEqual(await file(demoId('service', 'none')));
  });

  it('of a hidden duplicate answer like those of none', async () => {
    const cancel = (duplicateOfId: string) =>
      outcome('ilze', 'POST /incidents/{id}/cancellation', records.order.ticket, { reason: 'duplicate', duplicateOfId });
    const foreign = await cancel(records.civil.ticket);
    expect(foreign.status).toBeGreaterThanOrEqual(400);
    expect(foreign).toEqual(await cancel(demoId('service', 'none')));
  });

  it('of a hidden ticket cannot be linked', async () => {
    const link = (ticket: string) => outcome('elina', 'POST /tickets/{id}/links', records.order.ticket, { ticket });
    const hidden = await link(records.restricted.ticket);
    expect(hidden.status).toBe(404);
    expect(hidden).toEqual(await link(demoId('service', 'none')));
  });
});
