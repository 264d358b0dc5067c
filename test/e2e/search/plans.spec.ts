import { type Actor, importGroups, importInstitutions, importPeople, stableId } from '#identity';
import type { Instant } from '#kernel';
import { Database } from '#platform';
import { KEY_BASE, sliceSql } from '#search';
import { foundSql, type Statement, type TicketSearch } from '../../../apps/api/src/views/search/found-sql.js';
import { similarSql } from '../../../apps/api/src/views/search/similar-sql.js';
import { startTestApp, type TestApp } from '../../support/app.js';

/** So many tickets over two years; more may be asked for, to look at the times too. */
const TICKETS = Number(process.env['ATBALSTS_PLAN_TICKETS'] ?? 20_000);
const WEEKS = 104;
const AT_ONCE = 20_000;
const INSTITUTIONS = 20;
const PEOPLE = 200;

/** Terms of the documents: in every second one, in every thousandth, marks of the institutions, in open titles. */
const COMMON = 1;
const RARE = 2;
const INSTITUTION_MARK = 100;
const OPEN_TITLE = 3;

const id = (kind: string, at: number): string => stableId('search plans', kind, String(at));
const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

let app: TestApp;

async function layOut(): Promise<void> {
  const name = (kind: string, at: number): { id: string; nameLv: string; nameEn: string } => ({
    id: id(kind, at),
    nameLv: `${kind} ${at}`,
    nameEn: `${kind} ${at}`,
  });
  await app.unitOfWork.run(async (tx) => {
    await importInstitutions(
      tx,
      many(INSTITUTIONS, (at) => ({ ...name('institution', at), kind: 'agency' as const, isClient: true, activeFrom: '2020-01-01' })),
    );
    await importGroups(tx, [{ ...name('group', 0), tier: 1, isUserSupport: true, calendarCode: 'lv-8x5' }]);
    await importPeople(
      tx,
      many(PEOPLE, (at) => ({ id: id('person', at), name: `Person ${at}`, institutionId: id('institution', at % INSTITUTIONS) })),
    );
  });
  for (let from = 1; from <= TICKETS; from += AT_ONCE) await layTickets(from, Math.min(from + AT_ONCE - 1, TICKETS));
  for (const table of ['tickets.ticket', 'search.document']) await app.app.get(Database).query(`vacuum analyze ${table}`);
}

async function layTickets(from: number, to: number): Promise<void> {
  await app.unitOfWork.run(async (tx) => {
    await tx.execute(
      `insert into tickets.ticket (id, number, type, title, description, requester_id, affected_user_id, created_by_id, institution_id, group_id,
         impact, urgency, priority, state, source, submitted_at, updated_at, closed_at)
       select gen_random_uuid(), 'INC-2020-' || lpad(n::text, 7, '0'), 'incident', 'Printeris ' || n, 'text', p, p, p, ($3::uuid[])[1 + n % ${INSTITUTIONS}], $4, 3, 2, 3,
         case when n % 20 = 0 then 'new' else 'closed' end, 'portal', now() - (n * interval '${WEEKS} weeks' / $1::int), now(), case when n % 20 > 0 then now() end
       from generate_series($5::int, $6::int) n join lateral (select ($2::uuid[])[1 + n % ${PEOPLE}] as p) p on true`,
      [TICKETS, many(PEOPLE, (at) => id('person', at)), many(INSTITUTIONS, (at) => id('institution', at)), id('group', 0), from, to],
    );
    await tx.execute(
      `insert into search.document (ticket_id, submitted_at, keys, title_terms, internal_terms, indexed_at)
       select t.id, t.submitted_at, array(select s.slice::bigint * ${KEY_BASE} + w from unnest(array[
           case when n % 2 = 0 then ${COMMON} end, case when n % 1000 = 0 then ${RARE} end, case when n % 20 = 0 then ${OPEN_TITLE} end,
           ${INSTITUTION_MARK} + n % ${INSTITUTIONS}, 1000 + n % 997, 2000 + n % 1009, 4000 + n % 5003, 10000 + n]) w where w is not null),
         array[${COMMON}], '{}', now()
       from tickets.ticket t, lateral (select right(t.number, 7)::int as n) x, lateral (select ${sliceSql('t.submitted_at')} as slice) s where n between $1 and $2`,
      [from, to],
    );
  });
}

beforeAll(async () => {
  app = await startTestApp();
  await layOut();
}, 1_200_000);

afterAll(() => app?.close());

const actor = (roles: Actor['roles'], more: Partial<Actor> = {}): Actor => ({
  ...{
    id: id('person', 0),
    login: 'x',
    locale: 'lv',
    institutionId: id('institution', 0),
    roles,
    groupIds: [],
    leadOfGroupIds: [],
    userSupport: false,
  },
  grants: roles.map((role) => ({ role, scope: 'all' as const, scopeId: null })),
  ...more,
});

const manager = actor(['requester', 'manager']);
const coordinator = actor(['requester', 'institution_coordinator']);
const now = (Date.now() * 1000) as Instant;

const search = (words: number[][], marks: number[][] = []): TicketSearch => ({
  ...{ words, marks, types: ['incident', 'change', 'problem'], openOnly: false, limit: 21 },
});

interface Node {
  'Node Type': string;
  'Index Name'?: string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  Plans?: Node[];
}

interface Looked {
  rows: number;
  /** Weeks that were looked into. */
  weeks: number;
  /** Documents that were fetched. */
  documents: number;
  wholeTables: string[];
  milliseconds: number;
}

async function look({ sql, values }: Statement): Promise<Looked> {
  const rows = await app.app
    .get(Database)
    .query<{ 'QUERY PLAN': [{ Plan: Node; 'Execution Time': number }] }>(`explain (analyze, format json) ${sql}`, values);
  const [{ Plan: top, 'Execution Time': milliseconds }] = rows[0]!['QUERY PLAN'];
  const all = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(all)];
  const nodes = all(top);
  const index = nodes.filter((node) => node['Index Name'] === 'document_keys');
  expect(index).toHaveLength(1);
  const heap = nodes.filter((node) => node['Node Type'] === 'Bitmap Heap Scan' && node['Relation Name'] === 'document');
  if (TICKETS > 100_000) console.log(`${milliseconds.toFixed(1)} ms, ${index[0]!['Actual Loops']} weeks`);
  return {
    rows: top['Actual Rows'],
    weeks: index[0]!['Actual Loops'],
    // Rows are an average over the loops.
    documents: Math.round(heap.reduce((sum, node) => sum + node['Actual Rows'] * node['Actual Loops'], 0)),
    wholeTables: nodes.filter((node) => node['Node Type'].includes('Seq Scan')).map((node) => node['Relation Name'] ?? ''),
    milliseconds,
  };
}

const A_WEEK = TICKETS / WEEKS;

describe('The walk', () => {
  it('ends in the newest weeks for a word that is in every second ticket', async () => {
    const found = await look(foundSql(manager, search([[COMMON]]), now));
    expect(found).toMatchObject({ rows: 21, wholeTables: [] });
    expect(found.weeks).toBeLessThan(4);
    expect(found.documents).toBeLessThan(2 * A_WEEK);
  });

  it('reads nothing but the hits of a rare word, and of words that seldom meet', async () => {
    const rare = await look(foundSql(manager, search([[RARE]]), now));
    expect(rare).toMatchObject({ rows: Math.min(21, TICKETS / 1000), wholeTables: [] });
    expect(rare.documents).toBeLessThan(2 * A_WEEK);
    const met = await look(foundSql(manager, search([[COMMON], [RARE]]), now));
    expect(met.documents).toBe(rare.documents);
  });

  it('stays within an institution for whoever reads no other', async () => {
    const found = await look(foundSql(coordinator, search([[COMMON]], [[INSTITUTION_MARK]]), now));
    expect(found).toMatchObject({ rows: 21, wholeTables: [] });
    // Every second of its tickets, which are one in twenty.
    expect(found.documents).toBeLessThan(60 + A_WEEK / 30);
  });

  it('looks once into each week for a word that is in one old ticket', async () => {
    const found = await look(foundSql(manager, search([[10_000 + TICKETS]]), now));
    expect(found).toMatchObject({ rows: 1, documents: 1, wholeTables: [] });
    expect(found.weeks).toBeLessThan(WEEKS + 3);
  });

  it('goes on at the week where a page ended', async () => {
    const after = { at: (now - 50 * 7 * 86_400 * 1_000_000) as Instant, id: id('ticket', 0) };
    const found = await look(foundSql(manager, { ...search([[COMMON]]), after }, now));
    expect(found).toMatchObject({ rows: 21, wholeTables: [] });
    expect(found.weeks).toBeLessThan(4);
  });

  it('finds similar tickets among the open ones of the last quarter', async () => {
    const asked = { marks: [OPEN_TITLE], terms: [COMMON], oneWord: true, serviceId: undefined, except: undefined };
    const found = await look(similarSql(manager, asked, now));
    expect(found.wholeTables).toEqual([]);
    expect(found.rows).toBe(Math.min(60, Math.floor(found.documents)));
    expect(found.weeks).toBeLessThanOrEqual(14);
  });
});
