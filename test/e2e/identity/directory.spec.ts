import { demoId } from '#identity';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type DemoLogin, type DemoPeople, layOutDemo } from './visitor.js';

let app: TestApp;
let people: DemoPeople;

beforeAll(async () => {
  app = await startTestApp();
  people = await layOutDemo(app);
});

afterAll(() => app?.close());

interface Item {
  readonly id: string;
  readonly name: string;
  readonly institution?: { readonly name: string };
}

async function list(login: DemoLogin, path: string): Promise<Item[]> {
  const answer = await (await people.visitor(login)).get(path);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return (answer.body as { items: Item[] }).items;
}

const names = (items: Item[]): string[] => items.map(({ name }) => name);

describe('looking up people', () => {
  it('finds by parts of the name, without diacritics, beginnings first', async () => {
    expect(names(await list('elina', '/people?q=kalnina'))).toEqual(['Ilze Kalniņa']);
    expect(names(await list('elina', '/people?q=berz%20EL'))).toEqual(['Elīna Bērziņa']);
    expect(names(await list('elina', '/people?q=ra'))[0]).toBe('Raivis Ģērmanis');
  });

  it('takes % and _ for what they are', async () => {
    expect(await list('elina', '/people?q=%25')).toEqual([]);
    expect(await list('elina', '/people?q=_')).toEqual([]);
  });

  it('sorts Latvian names as Latvians do, and shows twenty at most', async () => {
    const found = names(await list('elina', '/people?q='));
    expect(found).toHaveLength(20);
    expect(found).toEqual([...found].sort(new Intl.Collator('lv').compare));
  });

  it('shows a coordinator his own institution only', async () => {
    const found = await list('zane', '/people?q=');
    expect(new Set(found.map(({ institution }) => institution?.name))).toEqual(new Set(['Sabiedriskās kārtības dienests']));
    expect(await list('zane', '/people?q=ozols')).toEqual([]);
  });

  it('is not for requesters', async () => {
    expect((await (await people.visitor('ilze')).get('/people?q=')).status).toBe(403);
  });
});

describe('groups and institutions', () => {
  it('show staff the groups with their members', async () => {
    const groups = (await list('elina', '/groups')) as (Item & { tier: number; isUserSupport: boolean; members: Item[] })[];
    expect(groups[0]).toMatchObject({ id: demoId('group', 'first-line'), name: '1. līnija', tier: 1, isUserSupport: true });
    expect(names(groups[0]!.members)).toEqual(['Elīna Bērziņa', 'Kristaps Jansons', 'Līga Balode', 'Rihards Liepiņš']);
    expect(names(groups)).toEqual(expect.arrayContaining(['Darba vietas', 'Tīkls un VPN', 'Lietojumi']));
  });

  it('show a requester no groups, and only his own institution', async () => {
    expect((await (await people.visitor('ilze')).get('/groups')).status).toBe(403);
    expect(names(await list('ilze', '/institutions'))).toEqual(['Sabiedriskās kārtības dienests']);
    expect(names(await list('zane', '/institutions'))).toEqual(['Sabiedriskās kārtības dienests']);
  });

  it('give institutions in pages, in order', async () => {
    const somebody = await people.visitor('elina');
    const whole = names(await list('elina', '/institutions'));
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { items, nextCursor } = (await somebody.get(`/institutions?limit=3&cursor=${cursor}`)).body as {
        items: Item[];
        nextCursor: string | null;
      };
      paged.push(...names(items));
      cursor = nextCursor;
    }
    expect(whole).toHaveLength(8);
    expect(paged).toEqual(whole);
    expect(whole).toEqual([...whole].sort(new Intl.Collator('lv').compare));
    expect((await somebody.get('/institutions?limit=201')).status).toBe(422);
    expect((await somebody.get('/institutions?cursor=nonsense')).status).toBe(422);
  });
});
