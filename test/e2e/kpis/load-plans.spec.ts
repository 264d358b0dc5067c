import { instant } from '#kernel';
import { Database } from '#platform';
import { Params } from '#tickets';
import { daysBetween } from '../../../libs/kpis/src/domain/load-days.js';
import { WHOLE } from '../../../libs/kpis/src/domain/figure-scope.js';
import { openAtSql } from '../../../libs/kpis/src/reads/backlog-ages.js';
import { loadCellsSql } from '../../../libs/kpis/src/reads/load-part.js';
import { movedSql } from '../../../libs/kpis/src/reads/load-rows.js';
import { startTestApp, type TestApp } from '../../support/app.js';

const FACTS = 60_000;
const DAYS = daysBetween('2025-09-01', '2025-09-14');
const AT = instant(Date.UTC(2025, 8, 14) * 1_000);
const part = { scope: WHOLE };

const ids = `md5('i' || n % 20)::uuid, md5('s' || n % 20)::uuid, md5('g' || n % 10)::uuid`;
/** A year of tickets, one every nine minutes; one in a hundred is still open. */
const at = `(timestamptz '2025-01-01' + n * interval '525 seconds')`;
const LOADED = [
  `insert into kpis.load_fact (edition, load_id, ticket_id, kind, at, hour, month, institution_id, service_id, group_id)
   select 0, gen_random_uuid(), gen_random_uuid(), (array['arrived', 'resolved'])[1 + n % 2], ${at}, floor(extract(epoch from ${at}) / 3600),
     date_trunc('month', ${at} at time zone 'Europe/Riga'), ${ids} from generate_series(1, ${FACTS}) n`,
  `insert into kpis.load_cell (edition, month, hour, institution_id, service_id, group_id, arrived)
   select 0, month, hour, institution_id, service_id, group_id, count(*) from kpis.load_fact group by month, hour, institution_id, service_id, group_id`,
  `insert into kpis.open_fact (edition, stretch_id, ticket_id, submitted_at, from_at, to_at, institution_id, service_id, group_id, priority)
   select 0, gen_random_uuid(), gen_random_uuid(), ${at}, ${at}, case when n % 100 > 0 then ${at} + interval '1 day' end, ${ids}, 3
   from generate_series(1, ${FACTS}) n`,
  ...['load_fact', 'load_cell', 'open_fact'].map((table) => `vacuum analyze kpis.${table}`),
];

describe('what the everyday figures read', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp();
    for (const sql of LOADED) await test.app.get(Database).query(sql);
  });

  afterAll(() => test?.close());

  it.each([
    [
      'the hours of the days',
      (params: Params) => `select f.hour, sum(f.arrived) ${loadCellsSql(part, DAYS, params)} group by f.hour`,
      'pk_load_cell',
    ],
    [
      'the rows behind them',
      (params: Params) => movedSql(part, { days: DAYS, weekday: 1, hour: 9, limit: 50 }, 'arrived', params),
      'ix_load_fact_at',
    ],
    ['what was open', (params: Params) => `select count(*) ${openAtSql(part, AT, params)}`, 'ix_open_fact_during'],
  ] as const)('comes from an index: %s', async (_name, sql, index) => {
    const params = new Params();
    const rows = await test.app.get(Database).query<{ 'QUERY PLAN': unknown }>(`explain (format json) ${sql(params)}`, params.values);
    const plan = JSON.stringify(rows);
    expect(plan).toContain(index);
    expect(plan).not.toContain('"Seq Scan"');
  });
});
