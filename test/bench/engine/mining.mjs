import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { median } from '../measure.mjs';

const dist = (path) => import(join(import.meta.dirname, '../../../dist', path));

const CASES = 25_000;
const RUN_CASES = 200_000;
const WAY = ['new', 'assigned', 'in_progress', 'on_hold', 'in_progress', 'resolved', 'closed'];
const SHORT = ['new', 'in_progress', 'resolved', 'closed'];
const HOUR = 3_600_000;

/** Cases like those of a desk: most go straight, a third waits for somebody, some come back. */
const wayOf = (n) => (n % 20 === 0 ? [...WAY.slice(0, 6), 'assigned', ...WAY.slice(4)] : n % 3 === 0 ? WAY : SHORT);

function csvOf(cases) {
  const rows = ['case,activity,time,group'];
  for (let n = 0; n < cases; n += 1)
    wayOf(n).forEach((activity, at) =>
      rows.push(
        `${n},${activity},${new Date(Date.UTC(2026, 0, 5, 6) + (n % 4_000) * HOUR + at * (1 + (n % 7)) * HOUR).toISOString()},${n % 5}`,
      ),
    );
  return { bytes: gzipSync(rows.join('\n')), events: rows.length - 1 };
}

async function taken(repeats, work) {
  const rounds = [];
  for (let round = 0; round < repeats; round += 1) {
    const began = performance.now();
    await work();
    rounds.push(performance.now() - began);
  }
  return `${(median(rounds) / 1_000).toFixed(2)} s`;
}

/** Traces of the desk, laid by one statement: seven activities each, closed in the course of a year. */
const TRACES = `insert into processes.trace (ticket_id, lifecycle, lifecycle_version, kind, closed_at, activities, stays, working, ping_pong, steps, allowed,
    deviations, marks, imported, test)
  select gen_random_uuid(), 'incident', 1, 'incident', now() - (n % 365) * interval '1 day', $2, array_fill((60 + n % 977)::float8, array[6]),
    array_fill((n % 97)::float8, array[6]), n % 11 = 0, 7, 7, '[]', array['in:new'], false, false
  from generate_series(1, $1::int) n`;

const DESK = {
  ...{
    source: 'desk',
    lifecycle: 'incident',
    from: '2000-01-01',
    to: '2099-12-31',
    kind: null,
    serviceId: null,
    institutionId: null,
    groupId: null,
  },
  ...{ withHistory: true, reach: { all: true, institutionIds: [], groupIds: [] } },
};

/** Reading a log of some 130,000 events, mining as many of the desk while a reader waits, and a run over 1.4 million. */
export async function measureMining({ app, pool, repeats, say }) {
  const [{ readEventLog }, { mineLog }, { FlowMiner }] = await Promise.all([
    dist('libs/processes/src/store/event-log-reader.js'),
    dist('libs/processes/src/domain/mine-log.js'),
    dist('libs/processes/src/use-cases/flow-miner.js'),
  ]);
  const { bytes, events } = csvOf(CASES);
  const columns = { caseColumn: 'case', activityColumns: ['activity'], timeColumn: 'time', groupColumn: 'group' };
  const log = await readEventLog(bytes, columns);
  const rows = [
    ['mining', 'events', 'median'],
    ['read a log (CSV, gzip)', events.toLocaleString('en'), await taken(repeats, () => readEventLog(bytes, columns))],
    ['mine it', events.toLocaleString('en'), await taken(repeats, () => mineLog(log))],
  ];
  const miner = app.get(FlowMiner);
  await pool.query(TRACES, [CASES, WAY]);
  await pool.query('analyze processes.trace');
  rows.push(['flow of the desk, at once', (CASES * WAY.length).toLocaleString('en'), await taken(repeats, () => miner.read(DESK))]);
  await pool.query(TRACES, [RUN_CASES - CASES, WAY]);
  await pool.query('analyze processes.trace');
  say('  a run over the cases of a year, slice by slice');
  rows.push([
    'flow of the desk, as a run',
    (RUN_CASES * WAY.length).toLocaleString('en'),
    await taken(1, () => runThrough(app, pool, miner)),
  ]);
  return rows;
}

async function runThrough(app, pool, miner) {
  const { UnitOfWork } = await dist('libs/platform/src/index.js');
  const { processRuns } = await dist('libs/processes/src/store/flow-runs.js');
  const work = app.get(UnitOfWork);
  const subject = (await pool.query('select gen_random_uuid() as id')).rows[0].id;
  const run = await work.run((tx) => processRuns.insert(tx, { kind: 'flow', subject, actorId: null, request: DESK }));
  for (let ended = false; !ended;)
    ended = await work.run(async (tx) => {
      const slice = await miner.slice(tx, await processRuns.take(tx, run.id));
      await processRuns.saveSlice(tx, run.id, slice);
      return slice.end !== undefined;
    });
}
