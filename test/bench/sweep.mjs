import { median } from './measure.mjs';

const CROSSINGS = 10_000;

const count = async (client, sql) => Number((await client.query(sql)).rows[0].n);

/** Makes thresholds of 10,000 running clocks due this very moment. */
async function makeDue(client) {
  await client.query(
    `update sla.planned_crossing p set due_at = clock_timestamp() - interval '1 millisecond', planned_at = clock_timestamp()
     from (select p.clock_id, p.target_no, p.pct from sla.planned_crossing p join sla.clock c on c.id = p.clock_id
           where c.state = 'running' and c.outcome is null and p.pct < 100 and p.due_at > now() + interval '1 hour' limit ${CROSSINGS}) due
     where p.clock_id = due.clock_id and p.target_no = due.target_no and p.pct = due.pct`,
  );
}

/** What a sweep must write at the least, as one statement of plain SQL: crossings, plans taken away, events. */
const BARE = `
  with due as materialized (
    select p.* from sla.planned_crossing p join sla.clock c on c.id = p.clock_id
    where p.due_at < clock_timestamp() and c.state = 'running' and c.plan_no = p.plan_no and c.outcome is null for update of c skip locked
  ), crossed as (
    insert into sla.crossing (clock_id, target_no, pct, due_at, planned_at) select clock_id, target_no, pct, due_at, planned_at from due on conflict do nothing
  ), unplanned as (
    delete from sla.planned_crossing p using due d where p.clock_id = d.clock_id and p.target_no = d.target_no and p.pct = d.pct
  )
  insert into platform.event_log (at, type, version, subject_type, subject_id, payload, imported)
  select clock_timestamp(), 'bench.crossed', 1, 'ticket', c.ticket_id, jsonb_build_object('clockId', d.clock_id, 'pct', d.pct, 'targetNo', d.target_no), true
  from due d join sla.clock c on c.id = d.clock_id`;

/** The sweep of 10,000 crossings by the product and by one plain statement, in turn. Milliseconds, medians. */
export async function measureSweep({ client, sweep, repeats }) {
  const clocks = await count(client, `select count(*) as n from sla.clock where state = 'running'`);
  const taken = { product: [], bare: [] };
  for (let round = 0; round < repeats; round += 1) {
    for (const [name, run] of [
      ['product', () => sweep.execute()],
      ['bare', () => client.query(BARE)],
    ]) {
      await makeDue(client);
      const begun = performance.now();
      await run();
      taken[name].push(performance.now() - begun);
      const left = await count(client, `select count(*) as n from sla.planned_crossing where due_at < clock_timestamp()`);
      if (left > 0) throw new Error(`${left} crossings were left by the ${name} sweep`);
    }
  }
  return { clocks, crossings: CROSSINGS, product: median(taken.product), bare: median(taken.bare) };
}
