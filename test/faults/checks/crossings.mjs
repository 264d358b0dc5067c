import { tellClocksAnew } from './right.mjs';

const TWICE = `select clock_id, target_no, pct, count(*)::int as times from sla.crossing group by 1, 2, 3 having count(*) > 1`;

const EARLY = `select clock_id, pct, due_at, recorded_at from sla.crossing where recorded_at < due_at
  union all select (payload->>'clockId')::uuid, (payload->>'pct')::int, (payload->>'dueAt')::timestamptz, recorded_at from platform.event_log
  where type = 'sla.threshold-crossed' and recorded_at < (payload->>'dueAt')::timestamptz`;

/** Of the thresholds that one change jumps over only the highest is told; each other crossing is told once. */
const TOLD = `with told as (
    select (payload->>'clockId')::uuid as clock_id, (payload->>'targetNo')::int as target_no, (payload->>'pct')::int as pct, count(*)::int as times
    from platform.event_log where type = 'sla.threshold-crossed' group by 1, 2, 3
  ), kept as (
    select clock_id, target_no, pct, jumped and pct < max(pct) filter (where jumped) over (partition by clock_id, target_no) as hushed from sla.crossing
  )
  select clock_id, target_no, pct, coalesce(told.times, 0) as times, kept.clock_id is null as unrecorded from kept full join told using (clock_id, target_no, pct)
  where kept.clock_id is null or coalesce(told.times, 0) <> case when kept.hushed then 0 else 1 end`;

const DECIDED = `with told as (
    select (payload->>'clockId')::uuid as clock_id, count(*)::int as times from platform.event_log
    where type = 'sla.clock-decided' and payload->>'outcome' = 'breached' group by 1
  )
  select c.id, c.outcome, coalesce(told.times, 0) as times from sla.clock c left join told on told.clock_id = c.id
  where coalesce(told.times, 0) <> case when c.outcome = 'breached' then 1 else 0 end`;

const LATENESS = `select extract(epoch from recorded_at - greatest(due_at, planned_at))::float8 as late, extract(epoch from greatest(due_at, planned_at))::float8 * 1000 as at
  from sla.crossing where not jumped order by 1`;

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

async function punctual(stage) {
  const rows = await stage.postgres.ask(LATENESS);
  const quiet = rows.filter(({ at }) => !stage.windows.some(({ from, to }) => at > from - 1_000 && at < to)).map(({ late }) => late);
  const all = rows.map(({ late }) => late);
  const figures = (list) =>
    `p50 ${quantile(list, 0.5).toFixed(2)} s, p99 ${quantile(list, 0.99).toFixed(2)} s, most ${quantile(list, 1).toFixed(2)} s of ${list.length}`;
  stage.say(`  lateness in all: ${figures(all)}`);
  if (quiet.length === 0) return;
  const allowed = 5 * stage.worstSlack;
  stage.checklist.expect(
    'punctual while nothing was wrong',
    quantile(quiet, 1) <= allowed,
    `${figures(quiet)}; allowed on this load ${allowed.toFixed(1)} s`,
  );
}

/** Holds crossings, their events and the clocks against the invariants of the timers. `sweeping`: up to when all is recorded, and when the last worker stopped. */
export async function checkCrossings(stage, sweeping) {
  const { postgres, checklist } = stage;
  const [{ crossings }] = await postgres.ask(`select count(*)::int as crossings from sla.crossing`);
  checklist.expectNone(`exactly once: ${crossings.toLocaleString('en')} crossings, none recorded twice`, await postgres.ask(TWICE));
  checklist.expectNone('exactly once: each is told to the log once', await postgres.ask(TOLD));
  checklist.expectNone('exactly once: each breach is decided once', await postgres.ask(DECIDED));
  checklist.expectNone("never early, by the database's clock", await postgres.ask(EARLY));
  const { told, wrong } = await tellClocksAnew(postgres, sweeping);
  checklist.expectNone(`right: ${told.toLocaleString('en')} clocks told anew, minute by minute, are as they are kept`, wrong, String);
  await punctual(stage);
}
