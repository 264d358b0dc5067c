import { Client, inTurn, median, quantile } from '../measure.mjs';
import { generate, openOf } from '../load.mjs';
import { idSql, signIn } from '../people.mjs';

/** What the load leaves out: decided clocks, a tenth of the tickets on hold, some reopened and resolved again, a fifth rated. */
async function writeLives(pool, size) {
  const ticket = idSql('ticket', 'n');
  const closed = size - openOf(size);
  const event = (type, hours, payload, where) =>
    `insert into platform.event_log (at, type, version, subject_type, subject_id, payload, imported)
     select now() - interval '20 days' - (${size} - n) * interval '90 seconds' + interval '${hours} hours', '${type}', 1, 'ticket', ${ticket}, ${payload}, true
     from generate_series(1::bigint, ${closed}) n where ${where}`;
  const clock = (kind) => `jsonb_build_object('clockId', ${idSql(`clock ${kind}`, 'n')}, 'kind', '${kind}', 'cycle', 1)`;
  const group = `jsonb_build_object('groupId', ${idSql('group', '1 + (n * 31) % 10')})`;
  for (const kind of ['response', 'resolution'])
    for (const [type, more] of [
      ['started', ''],
      ['stopped', ''],
      ['decided', ` || jsonb_build_object('outcome', case when n % 7 = 0 then 'breached' else 'met' end)`],
    ])
      await pool.query(event(`sla.clock-${type}`, type === 'started' ? 0 : 1, `${clock(kind)}${more}`, 'true'));
  await pool.query(event('incidents.put-on-hold', 1, `'{"reason": "awaiting_vendor"}'`, 'n % 10 = 0'));
  await pool.query(event('tickets.comment-added', 1, `'{"byStaff": true, "visibility": "public"}'`, 'n % 2 = 0'));
  await pool.query(event('incidents.reopened', 30, group, 'n % 25 = 0'));
  await pool.query(event('incidents.resolved', 60, group, 'n % 25 = 0'));
  const rated = `jsonb_build_object('ratingId', ${ticket}, 'raterId', ${idSql('requester', '1 + (n * 7919) % 2000')}, 'value', 1 + n % 3)`;
  await pool.query(event('ratings.rated', 70, rated, 'n % 5 = 0'));
}

const TAMPER = [
  `update kpis.time_fact set seconds = seconds + 1 where clock_id = (select clock_id from kpis.time_fact where edition = 0 limit 1)`,
  `update kpis.first_resolution_cell set reopened = reopened + 1 where ctid = (select ctid from kpis.first_resolution_cell limit 1)`,
];

async function seconds(work) {
  const begun = performance.now();
  const result = await work();
  return { seconds: (performance.now() - begun) / 1000, result };
}

/**
 * The figures of so many tickets: taken in from their events, recounted against them, spoilt in two places and recounted again, and read
 * through the API.
 */
export async function measureFigures({ app, modules, pool, size, repeats, startApi, say }) {
  await generate(pool, { from: 1, to: size, all: size, open: openOf(size), comments: 1, say });
  await writeLives(pool, size);
  await pool.query('vacuum analyze');
  const [facts, recount] = [app.get(modules.kpis.ImportFacts), app.get(modules.kpis.RecountKpis)];
  const onProgress = ({ tickets }) => tickets % 100_000 === 0 && say(`  ${tickets.toLocaleString('en')} tickets counted`);
  const step = async (name, work) => {
    const taken = await seconds(work);
    say(`  ${name}: ${taken.seconds.toFixed(0)} s, ${JSON.stringify(taken.result)}`);
    return taken;
  };
  const taken = await step('taken in', () => facts.execute({ onProgress }));
  await pool.query('vacuum analyze');
  const clean = await step('recounted', () => recount.execute());
  for (const sql of TAMPER) await pool.query(sql);
  const spoilt = await step('recounted after two were spoilt', () => recount.execute());
  const row = (name, { seconds: took, result }) => [
    name,
    `${took.toFixed(0)} s`,
    `${(result.tickets / took).toFixed(0)}/s`,
    result.differences === undefined ? '' : String(result.differences),
  ];
  const rows = [
    [`figures of ${size.toLocaleString('en')} tickets`, 'time', 'tickets', 'differences'],
    row('taken in from the events', taken),
    row('recounted', clean),
    row('recounted after two were spoilt', spoilt),
  ];
  return [rows, await measurePages({ pool, repeats, startApi })];
}

async function measurePages({ pool, repeats, startApi }) {
  const api = await startApi();
  await pool.query(
    `insert into identity.role_grant (id, user_id, role) select gen_random_uuid(), ${idSql('agent', '2')}, 'manager' on conflict do nothing`,
  );
  const manager = new Client(api.url, await signIn(pool, 'agent', 2));
  const [{ month }] = (
    await pool.query(
      `select to_char(month, 'YYYY-MM') as month from kpis.resolution_fact where edition = 0 group by month order by count(*) desc limit 1`,
    )
  ).rows;
  const [{ from, to }] = (
    await pool.query(
      `select (max(at) - interval '55 days')::date::text as from, max(at)::date::text as to from kpis.load_fact where edition = 0 and kind = 'arrived'`,
    )
  ).rows;
  const rows = [['page of the indicators', 'median', 'p95']];
  const codes = ['KPI-04', 'KPI-05', 'KPI-06', 'KPI-07', 'KPI-08'];
  const weeks = `from=${from}&to=${to}`;
  const load = [`?${weeks}`, `/backlog?${weeks}`, '/forecast', `/duty?${weeks}`, `/rows?${weeks}&what=arrived&weekday=1&hour=9`];
  const pages = ['', ...codes.flatMap((code) => ['institution', 'day'].map((by) => `/${code}?by=${by}`))];
  try {
    const paths = pages.map((page) => `/kpis${page}${page.includes('?') ? '&' : '?'}period=${month}`);
    for (const path of [...paths, ...load.map((page) => `/workload${page}`)]) {
      const taken = await inTurn(2 * repeats, () => manager.send('GET', path));
      const name = path.replace(`period=${month}`, '').replace(weeks, 'eight weeks').replace(/[?&]$/, '');
      rows.push([name, `${median(taken).toFixed(0)} ms`, `${quantile(taken, 0.95).toFixed(0)} ms`]);
    }
  } finally {
    manager.close();
    api.child.disconnect();
  }
  return rows;
}
