import { join } from 'node:path';

const dist = (path) => import(join(import.meta.dirname, '../../../dist', path));
const count = async (pool, sql) => Number((await pool.query(sql)).rows[0].n);
const OPEN = `state = 'running' and outcome is null`;

/** Publishes a version of the office calendar with the next five days off, as the product does: version and event in one transaction. */
async function publish(app, { platform }) {
  const [{ versionId, calendarId }] = await app.get(platform.UnitOfWork).run(async (tx) => {
    const [row] = await tx.query(
      `insert into calendars.calendar_version (id, calendar_id, version, timezone, weekly, exceptions, shortened_by_minutes, source, published_at, valid_from)
       select gen_random_uuid(), v.calendar_id, v.version + 1, v.timezone, v.weekly,
         v.exceptions || (select jsonb_agg(jsonb_build_object('kind', 'holiday', 'date', (now()::date + d)::text)) from generate_series(1, 5) d), v.shortened_by_minutes, 'bench', now(), now()::date
       from calendars.calendar_version v join calendars.calendar c on c.id = v.calendar_id where c.code = 'lv-8x5' order by v.version desc limit 1
       returning id as "versionId", calendar_id as "calendarId", version, (select id from calendars.calendar_version b where b.calendar_id = calendar_version.calendar_id order by version desc limit 1) as "previousVersionId"`,
    );
    const payload = {
      calendarId: row.calendarId,
      code: 'lv-8x5',
      versionId: row.versionId,
      previousVersionId: row.previousVersionId,
      version: row.version,
      validFrom: null,
    };
    await tx.append({
      type: 'calendars.version-published',
      version: 1,
      subject: { type: 'calendar', id: row.calendarId },
      actorId: null,
      at: tx.now,
      payload,
    });
    return [row];
  });
  return { versionId, calendarId };
}

/** What must be written at the least: every open clock moved a day, told in its ledger, its crossings planned anew. One plain statement, taken back. */
async function bare(pool) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const begun = performance.now();
    await client.query(`with moved as (
        update sla.clock set due_at = due_at + interval '1 day', target_no = target_no + 1, plan_no = plan_no + 1, steps = steps + 1 where ${OPEN} returning *
      ), unplanned as (
        delete from sla.planned_crossing p using moved m where p.clock_id = m.id returning p.*
      ), told as (
        insert into sla.ledger (clock_id, step, type, at, reason, policy_version_id, calendar_id, seconds)
        select id, steps, 'retargeted', now(), 'bench', policy_version_id, target_calendar_id, target_seconds from moved
      )
      insert into sla.planned_crossing (clock_id, target_no, pct, due_at, planned_at, plan_no)
      select clock_id, target_no + 1, pct, due_at + interval '1 day', now(), plan_no + 1 from unplanned`);
    const taken = performance.now() - begun;
    await client.query('rollback');
    return taken;
  } finally {
    client.release();
  }
}

/** Nobody in particular: he reads no ticket, so that titles are hidden and all the work is done all the same. */
const READER = {
  ...{ id: '00000000-0000-4000-8000-000000000000', login: 'bench', locale: 'lv', institutionId: '00000000-0000-4000-8000-000000000000' },
  ...{ roles: ['requester'], grants: [], groupIds: [], leadOfGroupIds: [], userSupport: false },
};

/** A draft of the office calendar with five days off, from so many days ahead on: looked ahead at over all open clocks; beside it their rows, only read. */
export async function measureImpact({ app, pool, repeats, what, ahead }) {
  const [{ ForeseeReplan }, { CalendarBook }] = await Promise.all([
    dist('libs/sla/src/reads/foresee-replan.js'),
    dist('libs/calendars/src/index.js'),
  ]);
  const { definition } = await app.get(CalendarBook).byCode('lv-8x5');
  const { rows } = await pool.query(
    `select c.id, array(select (now()::date + d)::text from generate_series($1::int, $1 + 4) d) as days from calendars.calendar c where code = 'lv-8x5'`,
    [ahead],
  );
  const [{ id, days }] = rows;
  const draft = { ...definition, exceptions: [...definition.exceptions, ...days.map((date) => ({ kind: 'holiday', date }))] };
  const clocks = await count(pool, `select count(*) as n from sla.clock where ${OPEN}`);
  const times = [];
  const plain = [];
  let last;
  for (let round = 0; round < repeats; round += 1) {
    const begun = performance.now();
    last = await app.get(ForeseeReplan).execute(READER, id, draft);
    times.push(performance.now() - begun);
    const read = performance.now();
    await pool.query(
      `select id, ticket_id, kind, started_at, due_at, target_seconds, target_calendar_id from sla.clock where ${OPEN} order by ticket_id`,
    );
    plain.push(performance.now() - read);
  }
  const middle = (all) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)];
  return [
    ['impact of a draft', 'clocks', 'moved', 'complete', 'Atbalsts', 'longest', 'plain reading', 'ratio'],
    [
      what,
      clocks.toLocaleString('en'),
      last.affected.toLocaleString('en'),
      last.complete ? 'yes' : 'no',
      `${middle(times).toFixed(0)} ms`,
      `${times.at(-1).toFixed(0)} ms`,
      `${middle(plain).toFixed(0)} ms`,
      `${(middle(times) / middle(plain)).toFixed(1)} x`,
    ],
  ];
}

/** Moves all open clocks to a new version of their calendar by the product's run, slice by slice in one process. Seconds. */
export async function measureReplan({ app, modules, pool }) {
  const { ContinueRun } = await dist('libs/sla/src/use-cases/continue-run.js');
  const clocks = await count(pool, `select count(*) as n from sla.clock where ${OPEN}`);
  const plain = (await bare(pool)) / 1000;
  await pool.query('vacuum analyze');
  const { versionId } = await publish(app, modules);
  const runs = app.get(ContinueRun);
  const { rows } = await pool.query(`select id from sla.run where subject = $1`, [versionId]);
  const begun = performance.now();
  let last;
  let longest = 0;
  do {
    const slice = performance.now();
    last = await runs.slice(rows[0].id);
    longest = Math.max(longest, performance.now() - slice);
  } while (last && !last.slice.end);
  const taken = (performance.now() - begun) / 1000;
  const left = await count(pool, `select count(*) as n from sla.clock where ${OPEN} and target_calendar_id <> '${versionId}'`);
  if (left > 0) throw new Error(`${left} clocks were not replanned`);
  return [
    ['replan', 'clocks', 'Atbalsts', 'clocks/s', 'longest slice', 'plain SQL', 'ratio'],
    [
      'a new version of the calendar',
      clocks.toLocaleString('en'),
      `${taken.toFixed(1)} s`,
      Math.round(clocks / taken).toLocaleString('en'),
      `${longest.toFixed(0)} ms`,
      `${plain.toFixed(1)} s`,
      `${(taken / plain).toFixed(1)} x`,
    ],
  ];
}
