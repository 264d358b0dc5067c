import { type Actor, peopleSql, importGroups, importInstitutions, importMembers, importPeople, stableId } from '#identity';
import { Database } from '#platform';
import { ticketCountsSql, ticketListSql, type TicketQuery } from '#tickets';
import { startTestApp, type TestApp } from '../../support/app.js';

/** So many tickets, one in twenty open; more may be asked for, to look at the times too. */
const TICKETS = Number(process.env['ATBALSTS_PLAN_TICKETS'] ?? 40_000);
/** Nobody's people, to be looked through. */
const PEOPLE = Number(process.env['ATBALSTS_PLAN_PEOPLE'] ?? 20_000);
const INSTITUTIONS = 20;
const GROUPS = 40;
const AGENTS = 250;
const REQUESTERS = 2_000;

const id = (kind: string, at: number): string => stableId('plans', kind, String(at));
const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

let app: TestApp;

async function layOut(): Promise<void> {
  await app.unitOfWork.run(async (tx) => {
    const name = (kind: string, at: number): { id: string; nameLv: string; nameEn: string } => ({
      id: id(kind, at),
      nameLv: `${kind} ${at}`,
      nameEn: `${kind} ${at}`,
    });
    await importInstitutions(
      tx,
      many(INSTITUTIONS, (at) => ({ ...name('institution', at), kind: 'agency' as const, isClient: true, activeFrom: '2020-01-01' })),
    );
    await importGroups(
      tx,
      many(GROUPS, (at) => ({ ...name('group', at), tier: at === 0 ? 1 : 2, isUserSupport: at === 0, calendarCode: 'lv-8x5' })),
    );
    await importPeople(
      tx,
      many(AGENTS + REQUESTERS, (at) => ({
        id: id('person', at),
        name: `Person ${at}`,
        institutionId: id('institution', at % INSTITUTIONS),
      })),
    );
    await importMembers(
      tx,
      many(AGENTS, (at) => ({ groupId: id('group', at % GROUPS), userId: id('person', at) })),
    );
    await tx.execute(
      `insert into tickets.ticket (id, number, type, title, description, requester_id, affected_user_id, created_by_id, institution_id, group_id, assignee_id,
         impact, urgency, priority, state, due_at, source, submitted_at, updated_at, resolved_at, closed_at)
       select gen_random_uuid(), 'INC-2020-' || lpad(n::text, 7, '0'), 'incident', 'Pieteikums ' || md5(n::text) || case when n % 7 = 0 then ' printeris' else '' end, 'text',
         r.id, r.id, r.id, r.institution, g.id, case when n % 3 > 0 then a.id end, 3, 2, 1 + n % 5,
         case when n % 20 = 0 then case when n % 3 > 0 then 'in_progress' else 'new' end else 'closed' end,
         case when n % 20 = 0 then now() + ((n % 2000) - 40) * interval '1 minute' end, 'portal',
         now() - (n * interval '1 minute'), now() - (n * interval '1 minute'), null, case when n % 20 > 0 then now() end
       from generate_series(1, $1) n
       join lateral (select ($2::uuid[])[1 + n % ${REQUESTERS}] as id, ($3::uuid[])[1 + (n % ${REQUESTERS}) % ${INSTITUTIONS}] as institution) r on true
       join lateral (select ($4::uuid[])[1 + (n / 20) % ${GROUPS}] as id) g on true
       join lateral (select ($5::uuid[])[1 + (n / 20) % ${AGENTS}] as id) a on true`,
      [
        TICKETS,
        many(REQUESTERS, (at) => id('person', AGENTS + at)),
        many(INSTITUTIONS, (at) => id('institution', at)),
        many(GROUPS, (at) => id('group', at)),
        many(AGENTS, (at) => id('person', at)),
      ],
    );
  });
  await app.unitOfWork.run(async (tx) => {
    await tx.execute(
      `insert into identity.app_user (id, name, search_text, institution_id)
       select gen_random_uuid(), 'X' || n, ' x' || md5(n::text) || case when n % 5000 = 0 then ' zzkalnina zq' else ' ' || md5((n + 1)::text) end, $2::uuid from generate_series(1, $1) n`,
      [PEOPLE, id('institution', 0)],
    );
  });
  await app.app.get(Database).query('vacuum analyze tickets.ticket');
  await app.app.get(Database).query('vacuum analyze identity.app_user');
}

beforeAll(async () => {
  app = await startTestApp();
  await layOut();
}, 1_200_000);

afterAll(() => app?.close());

const person = (roles: Actor['roles'], more: Partial<Actor>): Actor => {
  const grants = roles.map((role) => ({ role, scope: 'all' as const, scopeId: null }));
  return {
    id: id('person', 0),
    login: 'x',
    locale: 'lv',
    institutionId: id('institution', 0),
    roles,
    grants,
    groupIds: [],
    leadOfGroupIds: [],
    userSupport: false,
    ...more,
  };
};

const firstLine = person(['requester', 'agent'], { groupIds: [id('group', 0), id('group', 1)], userSupport: true });
const secondLine = person(['requester', 'agent'], { id: id('person', 2), groupIds: [id('group', 2), id('group', 3)] });
const requester = person(['requester'], { id: id('person', AGENTS + 7) });
const coordinator = person(['requester', 'institution_coordinator'], {});
const manager = person(['requester', 'manager'], {});

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
