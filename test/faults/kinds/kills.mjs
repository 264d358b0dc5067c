import { sleep } from '../chance.mjs';

const NEXT_WITHIN_REQUESTS = 20;

async function killPostgres(stage, chance) {
  if (chance.happens(0.5)) return stage.postgres.killBackend(chance);
  await stage.postgres.killAll();
  await sleep(chance.whole(0, 1_000));
  await stage.postgres.cluster.start(stage.postgres.port);
}

async function killPart(part, chance) {
  await part.kill();
  await sleep(chance.whole(0, 1_500));
  await part.start();
}

/** The next to go, among those that are up: most often a process of the program, every fifth time the database. */
function victim(stage, chance) {
  const parts = [...stage.installation.parts.values()].filter((part) => part.up);
  return chance.happens(0.2) || parts.length === 0 ? 'postgres' : chance.one(parts);
}

/**
 * kill -9 of an API, a worker or PostgreSQL, at points drawn from the seed: so many requests and milliseconds after the one before.
 * The next one does not wait until the last victim is back, so that they meet each other.
 */
export async function kills(stage, { times }) {
  const chance = stage.chance.of('kills');
  const count = { api: 0, worker: 0, postgres: 0 };
  await stage.during('kills', async () => {
    const returning = new Set();
    for (let n = 0; n < times; n += 1) {
      await stage.requests(chance.whole(0, NEXT_WITHIN_REQUESTS));
      await sleep(chance.whole(0, 30));
      const chosen = victim(stage, chance);
      count[chosen.kind ?? chosen] += 1;
      if (chosen === 'postgres') await killPostgres(stage, chance);
      else {
        const back = killPart(chosen, chance).finally(() => returning.delete(back));
        returning.add(back);
      }
      // A machine of two cores would do nothing but start processes.
      if (returning.size >= 2) await Promise.race(returning);
      if (n % 20 === 19)
        stage.say(`  ${n + 1} of ${times} kills; ${stage.client.answered} requests answered, ${stage.client.repeated} repeated`);
    }
    await Promise.all(returning);
  });
  stage.say(`  killed: ${count.api} times an API, ${count.worker} times a worker, ${count.postgres} times PostgreSQL`);
}
