import { type Actor, peopleSql } from '#identity';
import { Database } from '#platform';
import { listFrontierSql, ticketCountsSql, TicketList, ticketListSql, type TicketQuery, viewCountsSql } from '#tickets';
import { startTestApp, type TestApp } from '../../support/app.js';
import { AGENTS, coordinator, firstLine, id, layManyTickets, manager, requester, secondLine, TICKETS } from './many-tickets.js';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
  await layManyTickets(app);
}, 1_200_000);

afterAll(() => app?.close());

const page = (more: Partial<TicketQuery>): TicketQuery => ({
  view: 'all',
  states: undefined,
  priorities: [],
  sort: 'due',
  limit: 50,
  ...more,
});

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

function nodes(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodes)];
}

/** Runs a statement under EXPLAIN: nodes of its plan, rows of tickets that it touched, milliseconds. */
async function explain({ sql, values }: { sql: string; values: unknown[] }): Promise<{ nodes: Plan[]; touched: number; ms: number }> {
  const database = app.app.get(Database);
  const text = `explain (analyze, format json, timing off) ${sql}`;
  await database.query(text, values);
  const [row] = await database.query<{ 'QUERY PLAN': { Plan: Plan; 'Execution Time': number }[] }>(text, values);
  const explained = row!['QUERY PLAN'][0]!;
  const all = nodes(explained.Plan);
  const touched = all
    .filter((node) => node['Relation Name'] === 'ticket')
    .reduce((sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'], 0);
  if (TICKETS > 100_000)
    console.log(
      `${explained['Execution Time'].toFixed(1)} ms, ${touched} rows: ${all.map((node) => node['Index Name'] ?? node['Node Type']).join(' < ')}`,
    );
  return { nodes: all, touched, ms: explained['Execution Time'] };
}

const pages: [string, Actor, Partial<TicketQuery>][] = [
  ['mine', firstLine, { view: 'mine' }],
  ['my groups', firstLine, { view: 'group' }],
  ['my groups, by priority', firstLine, { view: 'group', sort: 'priority' }],
  ['unassigned', firstLine, { view: 'unassigned' }],
  ['about to breach', firstLine, { view: 'breaching' }],
  ['all, first line', firstLine, { view: 'all' }],
  ['all, newest', firstLine, { view: 'all', states: 'any', sort: '-submitted' }],
  ['all, by priority', firstLine, { view: 'all', sort: 'priority' }],
  ['all, last changed', firstLine, { view: 'all', sort: '-updated' }],
  ['a group, any state', firstLine, { view: 'all', states: 'any', groupId: id('group', 5), sort: '-submitted' }],
  ['about to breach, manager', manager, { view: 'breaching' }],
  ['requested', requester, { view: 'requested', sort: '-submitted' }],
  ['institution', coordinator, { view: 'institution', sort: '-submitted' }],
  ['a rare word', firstLine, { view: 'all', states: 'any', q: 'c4ca4238a0b9', sort: '-submitted' }],
  ['a common word', firstLine, { view: 'all', states: 'any', q: 'printeris', sort: '-submitted' }],
  ['a number', firstLine, { view: 'all', states: 'any', q: 'INC-2020-0000123', sort: '-submitted' }],
];

/** Everything that a person may narrow by, rare and common values of it. */
const narrowed: [string, Partial<TicketQuery>][] = [
  ['nothing', {}],
  ['a rare state', { states: ['cancelled'] }],
  ['a priority', { priorities: [1] }],
  ['a service', { serviceId: id('service', 3) }],
  ['an institution', { institutionId: id('institution', 3) }],
  ['a group', { groupId: id('group', 5) }],
  ['a person', { assigneeId: id('person', 5) }],
  ['nobody', { assigneeId: 'nobody' }],
  ['a requester', { requesterId: id('person', AGENTS + 7) }],
  ['a category', { category: 'kind_0' }],
  ['a category that few have', { category: 'rare' }],
  ['a type', { type: 'incident' }],
  ['a source that nothing has', { sources: ['monitoring'] }],
  ['a deadline', { dueBefore: 'today' }],
  ['days', { submittedFrom: 'week', submittedTo: '2099-01-01' }],
  ['a group, a priority and a source', { groupId: id('group', 5), priorities: [1, 2], sources: ['portal'] }],
];
const sorts = ['due', 'submitted', '-submitted', '-updated', 'priority'] as const;
const everyList = narrowed.flatMap(([name, more]) =>
  sorts.flatMap((sort): [string, string, Partial<TicketQuery>][] => [
    [name, sort, { sort, ...more }],
    [name, `${sort}, any state`, { sort, states: 'any', ...more }],
  ]),
);

/** Open tickets and a little more, or what one page may look through: no list reads more, whatever it is narrowed by. */
const BOUND = TICKETS / 20 + 3 * 20_000 + 1_000;

const readsWhole = (plan: { nodes: Plan[] }): Plan[] =>
  plan.nodes.filter((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'ticket');

describe('a list by any filter in any order', () => {
  it.each(everyList)('comes from an index, and its cost has a bound: %s by %s', async (_name, _sort, query) => {
    const plan = await explain(ticketListSql(firstLine, page(query), 2026));
    expect(readsWhole(plan)).toEqual([]);
    expect(plan.touched).toBeLessThan(BOUND);
    const frontier = listFrontierSql(firstLine, page(query), 0);
    if (frontier) expect(readsWhole(await explain(frontier))).toEqual([]);
  });

  it('of a category is read along its own index, among open tickets and among all', async () => {
    const names = async (query: Partial<TicketQuery>): Promise<(string | undefined)[]> =>
      (await explain(ticketListSql(firstLine, page({ category: 'rare', ...query }), 2026))).nodes.map((node) => node['Index Name']);
    expect(await names({ sort: 'due' })).toContain('ticket_open_category');
    expect(await names({ sort: '-submitted', states: 'any' })).toContain('ticket_category');
  });

  it('goes on where a page has looked through enough, until it has found all that there is', async () => {
    const found: unknown[] = [];
    const list = app.app.get(TicketList);
    const rare = page({ states: 'any', sort: 'submitted', priorities: [1], sources: ['phone'], limit: 7 });
    let cursor: string | null | undefined;
    let pages = 0;
    while (cursor !== null) {
      const next = await list.rows(firstLine, { ...rare, cursor });
      found.push(...next.items.map(({ id: one }) => one));
      cursor = next.nextCursor;
      pages += 1;
    }
    const all = await app.app
      .get(Database)
      .query<{ id: string }>(`select id from tickets.ticket where priority = 1 and source = 'phone' order by submitted_at, id`);
    expect(found).toEqual(all.map((row) => row.id));
    expect(pages).toBeLessThan(TICKETS / 20_000 + all.length / 7 + 3);
  });
});

describe('the counts of saved views', () => {
  it('are one statement that reads a bounded part of an index for each view', async () => {
    const queries = narrowed.flatMap(([, more]) => [page(more), page({ ...more, states: 'any' }), page({ ...more, view: 'group' })]);
    const plan = await explain(viewCountsSql(firstLine, queries, 2026));
    expect(readsWhole(plan)).toEqual([]);
    const entries = plan.nodes.filter((node) => node['Relation Name'] === 'ticket').map((node) => node['Actual Rows']);
    expect(Math.max(...entries)).toBeLessThanOrEqual(5_000);
  });

  it('tell the truth: exactly, or that there are more', async () => {
    const counted = async (more: Partial<TicketQuery>): Promise<unknown> => {
      const { sql, values } = viewCountsSql(firstLine, [page(more)], 2026);
      return (await app.app.get(Database).query<{ c0: unknown }>(sql, values))[0]?.c0;
    };
    const [open] = await app.app
      .get(Database)
      .query<{ n: number }>(`select count(*)::int as n from tickets.ticket where group_id = $1 and closed_at is null`, [id('group', 5)]);
    expect(await counted({ groupId: id('group', 5) })).toEqual({ count: Math.min(open!.n, 999), more: open!.n > 999 });
    expect(await counted({ states: 'any' })).toEqual({ count: 999, more: true });
    expect(await counted({ states: 'any', sources: ['monitoring'] })).toEqual({ count: 0, more: true });
    expect(await counted({ states: 'any', requesterId: id('person', 3) })).toEqual({ count: 0, more: false });
  });
});

describe('a page of the queue', () => {
  it.each(pages)('comes from an index and reads few rows: %s', async (_name, actor, query) => {
    const plan = await explain(ticketListSql(actor, page(query), 2026));
    expect(plan.nodes.filter((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'ticket')).toEqual([]);
    expect(plan.touched).toBeLessThan(Math.max(5_000, TICKETS / 20));
  });

  it('stays on an index in the middle of the list', async () => {
    const first = await app.app
      .get(Database)
      .query<{ dueAt: number; id: string }>(
        ticketListSql(firstLine, page({ limit: 199 }), 2026).sql,
        ticketListSql(firstLine, page({ limit: 199 }), 2026).values,
      );
    const last = first.at(-1)!;
    const cursor = Buffer.from(JSON.stringify([last.dueAt, last.id])).toString('base64url');
    const plan = await explain(ticketListSql(firstLine, page({ cursor }), 2026));
    expect(plan.touched).toBeLessThan(500);
  });

  it('comes without reading every ticket for a group that reads its own only', async () => {
    const plan = await explain(ticketListSql(secondLine, page({}), 2026));
    expect(plan.nodes.filter((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'ticket')).toEqual([]);
  });
});

describe('the look-up of people', () => {
  it.each([
    ['part of a name', 'zzkalni'],
    ['two letters', 'zq'],
    ['a name and its beginning', 'zzkalni zq'],
    ['nothing yet', ''],
  ])('comes from an index: %s', async (_name, q) => {
    const plan = await explain(peopleSql(firstLine, q));
    expect(plan.nodes.filter((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'app_user')).toEqual([]);
  });
});

describe('the counts beside the views', () => {
  it.each([
    ['first line', firstLine],
    ['second line', secondLine],
    ['a requester', requester],
    ['a coordinator', coordinator],
    ['a manager', manager],
  ] as [string, Actor][])('come from indexes for %s', async (_name, actor) => {
    const plan = await explain(ticketCountsSql(actor));
    expect(plan.nodes.filter((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'ticket')).toEqual([]);
  });

  it('are the same in one reading and apart', async () => {
    const counted = async (options: { apart: boolean }): Promise<unknown> => {
      const { sql, values } = ticketCountsSql(secondLine, options);
      return (await app.app.get(Database).query(sql, values))[0];
    };
    const apart = await counted({ apart: true });
    expect(await counted({ apart: false })).toEqual(apart);
    expect(
      Object.values(apart as Record<string, unknown>).filter((count) => typeof count === 'number' && count > 0).length,
    ).toBeGreaterThan(2);
  });

  it('read a coordinator’s open tickets and no others of his institution', async () => {
    const plan = await explain(ticketCountsSql(coordinator));
    expect(plan.nodes.map((node) => node['Index Name'])).toContain('ticket_open_institution');
    const [open] = await app.app
      .get(Database)
      .query<{ n: number }>(`select count(*)::int as n from tickets.ticket where institution_id = $1 and closed_at is null`, [
        id('institution', 0),
      ]);
    expect(plan.touched).toBeLessThanOrEqual(open!.n);
  });
});
