import { instant } from '#kernel';
import { Database } from '#platform';
import { Params } from '#tickets';
import { latePausesSql, pausesSql, relaxationsSql } from '../../../libs/kpis/src/reads/honest-sql.js';
import type { Selection } from '../../../libs/kpis/src/reads/selection.js';
import { agreedChangesSql } from '../../../libs/kpis/src/reads/tallies.js';
import { startTestApp, type TestApp } from '../../support/app.js';

const FACTS = 30_000;
const NOW = instant(1_760_000_000_000_000);

const selection: Selection = {
  code: 'KPI-09',
  months: ['2025-03' as Selection['months'][number]],
  scope: { all: true, institutionIds: [], groupIds: [] },
  userSupportGroupIds: [],
};

/** Resolutions of a month; one in a hundred was paused, another relaxed and late by its first promise. */
const facts = `insert into kpis.clock_fact (edition, clock_id, ticket_id, kind, cycle, state, outcome, outcome_at, month, institution_id, service_id,
    group_id, priority, pauses, agreed_outcome, agreed_at, agreed_month, worked_seconds, waited_seconds, relaxations)
  select 0, gen_random_uuid(), gen_random_uuid(), 'resolution', 1, 'stopped', 'met', '2025-03-10', '2025-03-01', md5('i' || n % 20)::uuid,
    md5('s' || n % 20)::uuid, md5('g' || n % 10)::uuid, 1 + n % 5, case when n % 100 = 1 then '[[1, 2, "agreed_date", "g", 60, true]]'::jsonb else '[]' end,
    case when n % 100 = 2 then 'breached' else 'met' end, '2025-03-10', '2025-03-01', 60, 90,
    case when n % 100 = 2 then '[[1, 60, null, null, null]]'::jsonb else '[]' end
  from generate_series(1, ${FACTS}) n`;

describe('what the compliance report reads of the facts', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp();
    await test.app.get(Database).query(facts);
    await test.app.get(Database).query('vacuum analyze kpis.clock_fact');
  });

  afterAll(() => test?.close());

  it.each([
    ['what the first promise changes', (params: Params) => agreedChangesSql(selection, 'priority', NOW, params), 'ix_clock_fact_unlike'],
    ['pauses', (params: Params) => pausesSql(selection, params), 'ix_clock_fact_pauses'],
    ['late pauses', (params: Params) => latePausesSql(selection, params), 'ix_clock_fact_pauses'],
    ['relaxations', (params: Params) => relaxationsSql(selection, params), 'ix_clock_fact_relaxed'],
  ] as const)('comes from an index of the few, not from all facts of the month: %s', async (_name, sql, index) => {
    const params = new Params();
    const rows = await test.app.get(Database).query<{ 'QUERY PLAN': unknown }>(`explain (format json) ${sql(params)}`, params.values);
    const plan = JSON.stringify(rows);
    expect(plan).toContain(`"${index}"`);
    expect(plan).not.toMatch(/"Seq Scan","[^{}]*"Relation Name":"clock_fact"/);
    expect(plan).not.toContain('"ix_clock_fact_month"');
  });
});
