/**
 * The program on its own servers, under random clients and faults drawn from a seed; then history, database, crossings and mail are held
 * against the invariants of the timers and of data. `npm run faults` starts it on a current build; the README beside this file explains it.
 */
import { join } from 'node:path';
import { prepareDataFolder, removeDataFolder } from '../../apps/launcher/data-folder.mjs';
import { tryLock } from '../../apps/launcher/lock.mjs';
import { campaign } from './campaign.mjs';
import { Chance } from './chance.mjs';
import { Checklist } from './checklist.mjs';
import { FAULTS } from './kinds/index.mjs';
import { readOptions, USAGE } from './options.mjs';
import { PostgresServer } from './parts/postgres-server.mjs';
import { redisProgram, RedisServer } from './parts/redis-server.mjs';
import { PLANTS } from './plants.mjs';

const root = join(import.meta.dirname, '../..');
const HOW_TO_GET_REDIS = 'apt-get install redis-server';

/** The faults of a run on one backend, by what was asked for and by what one of the two runs has covered. */
function planFor(backend, options, covered) {
  const wanted = options.only ?? PLANTS[options.plant]?.faults ?? Object.keys(FAULTS);
  const unknown = wanted.filter((name) => !FAULTS[name]);
  if (unknown.length > 0) throw new Error(`unknown faults: ${unknown.join(', ')}. See --list.`);
  return wanted.filter((name) => {
    const fault = FAULTS[name];
    if (fault.backend) return fault.backend === backend;
    return options.only || options.minutes >= 20 || !(fault.once && covered.has(name));
  });
}

function backendsOf(options, checklist) {
  const redis = redisProgram() !== undefined;
  if (options.backend === 'postgres' || (options.plant && options.backend === 'both')) return ['postgres'];
  if (!redis) checklist.leaveOut('the queues on Redis', `redis-server is not here: ${HOW_TO_GET_REDIS}`);
  if (options.backend === 'redis') return redis ? ['redis'] : [];
  return redis ? ['postgres', 'redis'] : ['postgres'];
}

/** Everything that must end with the run, whatever ends it. */
const open = [];
function close() {
  for (const one of open.splice(0).reverse()) one();
}

async function runOn(backend, { options, checklist, folder, postgres, covered, say }) {
  const plan = planFor(backend, options, covered);
  if (plan.length === 0) return;
  say(`\n== Queues on ${backend === 'redis' ? 'Redis' : 'PostgreSQL'}: ${plan.join(', ')}`);
  let redis;
  if (backend === 'redis') {
    redis = new RedisServer();
    open.push(() => redis.close());
    await redis.start();
  }
  // The kills are shared out: most of them meet the queues that most installations have.
  const share = covered.size === 0 ? (options.backend === 'both' && redisProgram() && !options.plant ? 0.6 : 1) : 0.4;
  const own = { ...options, kills: Math.round(options.kills * share) };
  await campaign({ root, folder, backend, plan, postgres, redis, chance: new Chance(options.seed, backend), options: own, checklist, say });
  for (const name of plan) covered.add(name);
}

async function run(options) {
  const began = Date.now();
  const say = (line) => console.log(line);
  const checklist = new Checklist(say);
  const data = prepareDataFolder(process.env.ATBALSTS_DATA_DIR || join(root, '.data/faults'));
  const release = await tryLock(`faults ${data}`);
  if (!release) throw new Error(`another run is at work in ${data}`);
  say(`Seed ${options.seed}${options.plant ? `; planted: ${PLANTS[options.plant].says}` : ''}`);
  const postgres = new PostgresServer(data);
  if (postgres.cluster.runningPort() !== undefined) postgres.cluster.stop();
  removeDataFolder(data);
  const fresh = new PostgresServer(prepareDataFolder(data));
  open.push(() => fresh.close());
  await fresh.start();
  const covered = new Set();
  for (const backend of backendsOf(options, checklist))
    await runOn(backend, { options, checklist, folder: data, postgres: fresh, covered, say });
  close();
  if (options.keep || checklist.failures.length > 0) say(`\nLogs: ${data}`);
  else removeDataFolder(data);
  return report(checklist, options, Date.now() - began);
}

function report({ passed, failures, skipped }, { seed }, took) {
  console.log(`\n${(took / 60_000).toFixed(1)} minutes. Again: npm run faults -- --seed ${seed} (and the same options)`);
  if (failures.length > 0) console.log(`Failed:\n${failures.map((name) => `  ${name}`).join('\n')}`);
  console.log(`${passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} left out` : ''}`);
  return failures.length === 0 ? 0 : 1;
}

async function main() {
  let options;
  try {
    options = readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    return 2;
  }
  if (options.help) return console.log(USAGE) ?? 0;
  if (options.list) {
    for (const [name, { says, backend }] of Object.entries(FAULTS))
      console.log(`${name.padEnd(16)} ${says}${backend ? ` (with ${backend})` : ''}`);
    return 0;
  }
  return run(options);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    close();
    process.exit(1);
  });
}

process.exitCode = await main().catch((error) => {
  console.error(error);
  close();
  console.log('0 passed, 1 failed');
  return 1;
});
process.exit();
