import { Client, inTurn, median, quantile } from '../measure.mjs';
import { idSql, POPULATION, signIn } from '../people.mjs';

const CHANGES = 10_000;
const DEVICES = 20_300;
/** Changes lie on so many days before now and after it. */
const DAYS = 180;

const device = (n) => idSql('device', n);
const change = (n) => idSql('change', n);

/** A register in which all hangs together: each device runs on, depends on or is a part of one of the quarter before it. */
const REGISTER = [
  `insert into assets.configuration_item (id, tag, name, class, status, institution_id, search_text, created_at, updated_at)
   select ${device('n')}, 'LOAD-' || lpad(n::text, 6, '0'), 'Iekārta ' || n, 'server', 'in_use', ${idSql('institution', `1 + n % ${POPULATION.institutions}`)}, 'load-' || n, now(), now()
   from generate_series(1, ${DEVICES}) n`,
  `insert into assets.relation (item_id, kind, target_id, added_at)
   select ${device('n')}, case when n % 3 = 0 then 'part_of' when n % 3 = 1 then 'runs_on' else 'depends_on' end, ${device('1 + n / 4')}, now()
   from generate_series(4, ${DEVICES}) n`,
  `insert into assets.service_item (service_id, item_id, added_at)
   select ${idSql('service', `1 + n % ${POPULATION.services}`)}, ${device('n')}, now() from generate_series(20, ${DEVICES}, 97) n`,
];

const STATES = `(array['scheduled', 'scheduled', 'awaiting_authorisation', 'implementing', 'review', 'closed', 'closed', 'draft'])[1 + n % 8]`;
const BEGINS = `date_trunc('hour', now()) + (n % ${2 * DAYS} - ${DAYS}) * interval '1 day' + (n / 360 % 24) * interval '1 hour'`;

/** Changes of two hours around the clock, each with a main service, two devices and an implementer. */
const LOAD = [
  `insert into tickets.ticket (id, number, type, title, description, requester_id, affected_user_id, created_by_id, institution_id, service_id, group_id,
     assignee_id, impact, urgency, priority, state, source, submitted_at, updated_at, closed_at)
   select ${change('n')}, 'CHG-2020-' || lpad(n::text, 6, '0'), 'change', 'Izmaiņas ' || n, 'Slodzei.', a.id, a.id, a.id, a.institution_id,
     ${idSql('service', `1 + n % ${POPULATION.services}`)}, ${idSql('group', `1 + n % ${POPULATION.groups}`)}, a.id, 3, 3, 5, ${STATES}, 'portal', now(), now(),
     case when ${STATES} = 'closed' then now() end
   from generate_series(1, ${CHANGES}) n join identity.app_user a on a.id = ${idSql('agent', `1 + n % ${POPULATION.agents}`)}`,
  `insert into changes.change (ticket_id, kind, planned_from, planned_to)
   select ${change('n')}, 'normal', ${BEGINS}, ${BEGINS} + interval '2 hours' from generate_series(1, ${CHANGES}) n`,
  `insert into tickets.ticket_item (ticket_id, item_id, added_at)
   select ${change('n')}, ${device(`1 + (n * 7919 + k * 104729) % ${DEVICES}`)}, now() from generate_series(1, ${CHANGES}) n, generate_series(0, 1) k on conflict do nothing`,
  `insert into changes.freeze_window (id, period, scope, reason, set_at)
   select gen_random_uuid(), tstzrange(now() + n * interval '20 days', now() + n * interval '20 days' + interval '3 days'), 'all', 'Slodze', now() from generate_series(1, 6) n`,
  `insert into changes.maintenance_window (id, service_id, weekly, valid_from)
   select gen_random_uuid(), ${idSql('service', 'n')}, '[{"weekday": 2, "from": "20:00", "to": "23:00"}, {"weekday": 4, "from": "22:00", "to": "02:00"}]', '2020-01-01'
   from generate_series(1, ${POPULATION.services}) n`,
];

const isoDay = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The statement by which every question finds the changes of a stretch of time. */
const WITHIN = `explain (analyze, costs off, summary off) select c.ticket_id from changes.change c
  where c.planned_from is not null and tstzrange(c.planned_from, c.planned_to) && tstzrange(now(), now() + interval '2 hours')`;

/** The month of the calendar, the conflicts of a change and the next free slot, through the API, among 10,000 changes and 20,300 devices. */
export async function measureChanges({ pool, server, repeats, say }) {
  for (const sql of [...REGISTER, ...LOAD]) await pool.query(sql);
  await pool.query('vacuum analyze');
  const client = new Client(server, await signIn(pool, 'agent', 1));
  const { rows: ahead } = await pool.query(
    `select c.ticket_id as id from changes.change c join tickets.ticket t on t.id = c.ticket_id where t.state = 'scheduled' and c.planned_from > now() order by md5(t.id::text) limit 200`,
  );
  const one = (n) => ahead[n % ahead.length].id;
  // An agent reads the changes of his group by the conflicts; the slot is looked for by what is touched.
  const { rows: parts } = await pool.query(`select item_id as id from tickets.ticket_item order by md5(item_id::text) limit 200`);
  const month = await client.send('GET', `/change-calendar?from=${isoDay(0)}&to=${isoDay(31)}`);
  say(`  a month: ${month.changes.length} changes, ${month.conflictCount} conflicts`);
  const mine = (await pool.query(MINE, [ahead.map(({ id }) => id)])).rows;
  const questions = [
    ['calendar, a month', () => client.send('GET', `/change-calendar?from=${isoDay(0)}&to=${isoDay(31)}`)],
    ['calendar, two weeks', () => client.send('GET', `/change-calendar?from=${isoDay(0)}&to=${isoDay(14)}`)],
    ['conflicts of a change', (n) => client.send('GET', `/changes/${mine[n % mine.length]?.id ?? one(n)}/conflicts`)],
    ['next free slot', (n) => client.send('GET', `/changes/next-free-slot?minutes=60&ci=${parts[n % parts.length].id}`)],
  ];
  const rows = [];
  for (const [name, ask] of questions) {
    await inTurn(5, ask);
    const rounds = [];
    for (let round = 0; round < repeats; round += 1) rounds.push(await inTurn(20, ask));
    const of = (share) => median(rounds.map((taken) => quantile(taken, share)));
    rows.push([name, `${of(0.5).toFixed(0)} ms`, `${of(0.95).toFixed(0)} ms`]);
  }
  client.close();
  const plan = (await pool.query(WITHIN)).rows.map((row) => row['QUERY PLAN']).join('\n');
  say(`  ${plan.replaceAll('\n', '\n  ')}`);
  return [[`${CHANGES.toLocaleString('en')} changes, ${DEVICES.toLocaleString('en')} devices`, 'p50', 'p95'], ...rows];
}

/** Of these changes those that the measured agent reads: his group's. */
const MINE = `select t.id from tickets.ticket t join identity.group_member m on m.group_id = t.group_id and m.user_id = ${idSql('agent', '1')}
  where t.id = any($1::uuid[])`;
