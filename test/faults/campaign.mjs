import { join } from 'node:path';
import pg from 'pg';
import { checkAcknowledged } from './checks/acknowledged.mjs';
import { checkCrossings } from './checks/crossings.mjs';
import { checkNotices } from './checks/notices.mjs';
import { layCast } from './cast.mjs';
import { sleep } from './chance.mjs';
import { Driver, History } from './clients/driver.mjs';
import { PatientClient } from './clients/patient-client.mjs';
import { FAULTS } from './kinds/index.mjs';
import { Installation } from './parts/installation.mjs';
import { PLANTS, plantedCopy } from './plants.mjs';
import { slack, Stage } from './stage.mjs';

const QUIET_MS = 8_000;
const DRAIN_MS = 90_000;
const PAUSE_MS = [40, 400];
/** A crossing is two reactions away from its notice. */
const REACTIONS_BEHIND = 2;

async function layData(installation, plant) {
  await installation.command('migrate');
  await installation.command('seed', 'reference');
  const { postgres } = installation;
  const client = new pg.Client({ connectionString: postgres.url(postgres.database, { admin: true }) });
  await client.connect();
  try {
    for (const statement of PLANTS[plant]?.database ?? []) await client.query(statement);
    return await layCast(client);
  } finally {
    await client.end();
  }
}

/** Faults in the seed's order; the run repeats them as long as its minutes last. */
async function inject(stage, plan) {
  const end = Date.now() + stage.options.minutes * 60_000;
  for (let round = 1; ; round += 1) {
    const chance = stage.chance.of(`round ${round}`);
    for (const name of chance.shuffled(plan)) {
      if (round > 1 && Date.now() > end) return;
      stage.say(`\n${FAULTS[name].says}`);
      const began = Date.now();
      await FAULTS[name].run(Object.assign(stage, { chance }), { times: stage.options.kills });
      stage.say(`  took ${((Date.now() - began) / 1000).toFixed(0)} s`);
      stage.worstSlack = Math.max(stage.worstSlack, slack());
      await sleep(2_000);
    }
    if (!stage.long || Date.now() > end) return;
  }
}

/** Waits until nothing is left to do of what was recorded before an instant. */
async function reactedTo(stage, instant, end) {
  const left = `select count(*)::int as n from platform.pending_reaction p join platform.event_log e on e.id = p.event_id where e.recorded_at < to_timestamp($1 / 1000.0)`;
  while (Date.now() < end && (await stage.postgres.ask(left, [instant]))[0].n > 0) await sleep(500);
}

/**
 * Waits until the reactions have caught up with the clients, and the reactions to these too: a threshold is told by the step of an escalation,
 * and that is told to people. Answers the instant up to which everything must be done.
 */
async function drain(stage) {
  const end = Date.now() + DRAIN_MS * slack();
  await sleep(6_000);
  const until = Date.now() - 6_000;
  for (let behind = 0; behind < REACTIONS_BEHIND; behind += 1) await reactedTo(stage, behind === 0 ? until : Date.now(), end);
  return until;
}

async function drive(stage, plan) {
  const { options, chance, client, people, history } = stage;
  const drivers = Array.from({ length: options.clients }, (_none, n) => {
    const name = `client-${n + 1}`;
    return new Driver({ name, chance: chance.of(name), client, people, history, pauseMs: PAUSE_MS });
  });
  const running = drivers.map((driver) => driver.run());
  await sleep(QUIET_MS);
  await inject(stage, plan);
  await sleep(QUIET_MS);
  for (const driver of drivers) driver.stopped = true;
  await Promise.all(running);
  stage.checklist.expectNone(
    'every request was answered in the end',
    drivers.flatMap(({ errors }) => errors),
    String,
  );
}

async function check(stage) {
  const { installation, checklist, history, client } = stage;
  const until = await drain(stage);
  await stage.settle('everything');
  const stopping = Date.now();
  await installation.stop();
  const sweeping = { until: stopping - 6_000, stopped: Date.now() };
  stage.say('\nHistory, database, crossings and mail');
  const { acknowledged, refused } = await checkAcknowledged(stage.postgres, history, checklist);
  await checkCrossings(stage, sweeping);
  await checkNotices(stage, until);
  checklist.expectNone('no process ended by itself', installation.deaths, ({ name, how }) => `${name}: ${how}`);
  stage.say(
    `  ${acknowledged.toLocaleString('en')} requests acknowledged, ${refused.toLocaleString('en')} refused by rule, ${client.repeated.toLocaleString('en')} attempts without an answer repeated`,
  );
}

/**
 * One run on one backend: sets the program up on the servers, drives and breaks it, and checks what is left.
 * @param {{ root: string, folder: string, backend: string, plan: string[], postgres: import('./parts/postgres-server.mjs').PostgresServer, redis?: import('./parts/redis-server.mjs').RedisServer, chance: import('./chance.mjs').Chance, options: object, checklist: import('./checklist.mjs').Checklist, say: (line: string) => void }} given
 */
export async function campaign({ root, folder, backend, plan, postgres, redis, chance, options, checklist, say }) {
  const home = join(folder, `queues-on-${backend}`);
  await postgres.createDatabase(`faults_${backend}`);
  const from = options.plant ? plantedCopy(root, home, options.plant) : root;
  const installation = new Installation({ root: from, folder: home, postgres, redis });
  const client = new PatientClient(() => installation.all('api').map(({ url }) => url), chance.of('addresses'));
  try {
    const people = await layData(installation, options.plant);
    await installation.start();
    const stage = new Stage({ installation, client, chance, people, history: new History(), checklist, options, say });
    stage.worstSlack = slack();
    await drive(stage, plan);
    await check(stage);
  } finally {
    installation.close();
    client.close();
  }
}
