import { type Actor, demoId } from '#identity';
import { instant, parseInstant } from '#kernel';
import { Database } from '#platform';
import { changeListSql, type ChangeQuery } from '../../../apps/api/src/views/changes/change-list-sql.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { layCast } from '../../support/cast.js';

/** One in three is open, one in fifty is of high risk; each has its hour of the last years and the weeks to come. */
const CHANGES = Number(process.env['ATBALSTS_PLAN_CHANGES'] ?? 100_000);
const DAY = 86_400_000_000;

let app: TestApp;
const now = parseInstant('2026-11-22T10:00:00Z');

beforeAll(async () => {
  app = await startTestApp({ cast: true });
  await layCast(app);
  await app.unitOfWork.run(async (tx) => {
    await tx.execute(
      `with laid as (
         insert into tickets.ticket (id, number, type, title, description, requester_id, affected_user_id, created_by_id, institution_id, group_id,
           impact, urgency, priority, state, source, submitted_at, updated_at, closed_at)
         select gen_random_uuid(), 'CHG-2020-' || lpad(n::text, 7, '0'), 'change', 'Izmaiņas ' || n, 'Teksts', $2, $2, $2, $3, $4, 3, 3, 5,
           case when n % 3 = 0 then 'scheduled' else 'closed' end, 'portal', $5::timestamptz - n * interval '20 minutes', $5, case when n % 3 > 0 then $5::timestamptz end
         from generate_series(1, $1) n returning id, submitted_at, substr(number, 10)::int as n
       )
       insert into changes.change (ticket_id, kind, planned_from, planned_to, likelihood, risk_impact)
       select id, 'normal', submitted_at + interval '14 days', submitted_at + interval '14 days 2 hours',
         case when n % 50 = 0 then 3 when n % 2 = 0 then 1 end, case when n % 50 = 0 then 3 when n % 2 = 0 then 1 + n % 4 / 2 end from laid`,
      [
        CHANGES,
        demoId('person', 'andris'),
        demoId('institution', 'centre'),
        demoId('group', 'network'),
        new Date(now / 1000).toISOString(),
      ],
    );
  });
  await app.app.get(Database).query('vacuum analyze tickets.ticket');
  await app.app.get(Database).query('vacuum analyze changes.change');
}, 600_000);

afterAll(() => app?.close());

const manager: Actor = {
  ...{ id: demoId('person', 'andris'), login: 'andris', locale: 'lv', institutionId: demoId('institution', 'centre') },
  ...{ roles: ['change_manager'], grants: [{ role: 'change_manager', scope: 'all', scopeId: null }] },
  ...{ groupIds: [], leadOfGroupIds: [], userSupport: false },
};

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

async function explained(query: Partial<ChangeQuery>): Promise<{ scanned: string[]; touched: number }> {
  const { sql, values } = changeListSql(manager, { states: undefined, limit: 50, ...query }, 2026);
  const [row] = await app.app
    .get(Database)
    .query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`explain (analyze, format json, timing off) ${sql}`, values);
  const all = nodes(row!['QUERY PLAN'][0]!.Plan);
  const rows = ({ 'Actual Rows': kept, 'Actual Loops': loops, ...node }: Plan): number =>
    (kept + (node['Rows Removed by Filter'] ?? 0)) * loops;
  return {
    scanned: all.flatMap((node) => (node['Node Type'] === 'Seq Scan' && node['Relation Name'] ? [node['Relation Name']] : [])),
    touched: all
      .filter((node) => node['Relation Name'] === 'change' || node['Relation Name'] === 'ticket')
      .reduce((sum, node) => sum + rows(node), 0),
  };
}

const span = (fromDays: number, toDays: number) => ({ from: instant(now + fromDays * DAY), to: instant(now + toDays * DAY) });
const questions: [string, Partial<ChangeQuery>][] = [
  ['open', {}],
  ['low risk', { risk: 'low' }],
  ['high risk', { risk: 'high' }],
  ['high risk, any state', { risk: 'high', states: 'any' }],
  ['no change has it', { risk: 'medium', states: 'any' }],
  ['a week', span(0, 7)],
  ['a week long ago, any state', { ...span(-700, -693), states: 'any' }],
  ['from now on', { from: now }],
  ['until long ago', { to: instant(now - 1_355 * DAY), states: 'any' }],
  ['a month of high risk', { ...span(-30, 0), risk: 'high' }],
];

describe('the list of changes among a hundred thousand', () => {
  it.each(questions)('comes from an index and reads few rows: %s', async (_name, query) => {
    const { scanned, touched } = await explained(query);
    expect(scanned).toEqual([]);
    expect(touched).toBeLessThan(CHANGES / 8);
  });
});
