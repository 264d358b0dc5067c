import { Client, inTurn, median, quantile } from '../measure.mjs';
import { idSql, POPULATION, signIn } from '../people.mjs';

const CLOCKS = 1_000_000;
const BATCH = 100_000;

/**
 * Facts of clocks that were decided last month, over all institutions, services, groups and priorities. One in seven is late, one in twenty
 * was paused, one in twenty-five relaxed, half of these breached by the first promise; each resolution has the stays of one or two groups.
 */
async function writeFacts(client) {
  const of = (kind, count, step) => idSql(kind, `1 + (n * ${step}) % ${count}`);
  const json = (...parts) => `jsonb_build_array(jsonb_build_array(${parts.join(', ')}))`;
  const micros = (at) => `(extract(epoch from ${at}) * 1000000)::bigint`;
  const group = of('group', POPULATION.groups, 31);
  const pause = json(
    micros(`at - interval '3 hours'`),
    micros(`at - interval '1 hour'`),
    `'awaiting_requester'`,
    group,
    '7200',
    'n % 100 = 0',
  );
  for (let from = 1; from <= CLOCKS; from += BATCH) {
    await client.query(
      `insert into kpis.clock_fact (edition, clock_id, ticket_id, kind, cycle, state, outcome, outcome_at, month, institution_id, service_id, group_id, priority, pauses,
         agreed_outcome, agreed_at, agreed_month, amended, started_at, stopped_at, worked_seconds, waited_seconds, relaxations, stays)
       select 0, ${idSql('fact', 'n')}, ${idSql('ticket', 'n / 2')}, case when n % 2 = 0 then 'response' else 'resolution' end, 1, 'stopped', outcome, at, month,
         ${of('institution', POPULATION.institutions, 17)}, ${of('service', POPULATION.services, 13)}, ${group}, 1 + n % 5,
         case when n % 20 < 2 and n % 40 < 20 then ${pause} else '[]' end,
         case when n % 100 < 2 then 'breached' else outcome end, at, month, n % 50 < 2, at - interval '9 hours', at, n * 7919 % 60000, n * 7907 % 200000,
         case when n % 50 < 2 then ${json(micros(`at - interval '4 hours'`), '3600', 'null', `'requester'`, 'null')} else '[]' end,
         case when n % 2 = 0 then '[]' else ${json(group, 'n * 7919 % 60000', 'n * 7907 % 200000')}
           || case when n % 3 = 0 then ${json(of('group', POPULATION.groups, 37), '1800', '3600')} else '[]' end end
       from generate_series(${from}::bigint, ${from + BATCH - 1}) n, lateral (
         select date_trunc('month', now() at time zone 'Europe/Riga' - interval '1 month')::date as month, case when n % 7 = 0 then 'breached' else 'met' end as outcome
       ) m, lateral (select month + interval '1 day' + (n % 2000000) * interval '1 second' as at) t`,
    );
  }
  await client.query(
    `insert into kpis.clock_cell (edition, month, kind, institution_id, service_id, group_id, priority, met, breached)
     select edition, month, kind, institution_id, service_id, group_id, priority, count(*) filter (where outcome = 'met'), count(*) filter (where outcome = 'breached')
     from kpis.clock_fact group by 1, 2, 3, 4, 5, 6, 7`,
  );
  await client.query('vacuum analyze kpis.clock_fact');
  await client.query('vacuum analyze kpis.clock_cell');
}

/** The least that a report must read: the facts of the month, counted in all, by kind and by institution. */
async function bare(client, month) {
  for (const by of ['true', 'kind', 'institution_id']) {
    await client.query(
      `select ${by} as by, count(*) filter (where outcome = 'met') as met, count(*) as n from kpis.clock_fact where edition = 0 and month = $1 group by 1`,
      [`${month}-01`],
    );
  }
}

/** The compliance report of a month with a million clocks through the API, and the same counts in plain SQL. Milliseconds. */
export async function measureReport({ pool, server, repeats }) {
  await writeFacts(pool);
  await pool.query(
    `insert into identity.role_grant (id, user_id, role) select gen_random_uuid(), ${idSql('agent', '2')}, 'manager' on conflict do nothing`,
  );
  const manager = new Client(server, await signIn(pool, 'agent', 2));
  const [{ month }] = (await pool.query(`select to_char(max(month), 'YYYY-MM') as month from kpis.clock_fact`)).rows;
  const rows = [];
  try {
    const plain = median(await inTurn(repeats, () => bare(pool, month)));
    for (const path of PAGES.map((page) => page.replace('{month}', month))) {
      const taken = await inTurn(4 * repeats, () => manager.send('GET', path));
      rows.push([
        path.split('?')[0].slice(1) + ' ' + path.split('by=')[1],
        `${median(taken).toFixed(0)} ms`,
        `${quantile(taken, 0.95).toFixed(0)} ms`,
        `${plain.toFixed(0)} ms`,
        `${(median(taken) / plain).toFixed(2)} x`,
      ]);
    }
  } finally {
    manager.close();
  }
  return [[`report of a month with ${CLOCKS.toLocaleString('en')} clocks`, 'median', 'p95', 'plain SQL', 'ratio'], ...rows];
}

const PAGES = [
  ...['institution', 'service', 'group', 'priority', 'kind'].map((by) => `/reports/sla-compliance?month={month}&by=${by}`),
  '/reports/sla-honesty?month={month}&by=priority',
];
