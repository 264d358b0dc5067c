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

/**
 * Who goes next, one name after the other: runs of processes of the program, which meet each other while they start, and runs of the
 * database, since whatever starts while it is away must begin again.
 */
function* victims(chance) {
  for (;;) {
    const database = chance.happens(0.35);
    for (let left = chance.whole(3, database ? 6 : 9); left > 0; left -= 1) yield database && chance.happens(0.9) ? 'postgres' : 'part';
  }
}

/** Kills a part that is up and starts it again, beside others that are still starting. */
async function killSomePart(stage, chance, returning, count) {
  // A machine of two cores would do nothing but start processes.
  while (returning.size >= 2) await Promise.race(returning);
  const part = chance.one([...stage.installation.parts.values()].filter(({ up }) => up));
  count[part.kind] += 1;
  const back = killPart(part, chance).finally(() => returning.delete(back));
  returning.add(back);
}

/**
 * kill -9 of an API, a worker or PostgreSQL, at points drawn from the seed: so many requests and milliseconds after the one before.
 * The next one does not wait until the last victim is back.
 */
export async function kills(stage, { times }) {
  const chance = stage.chance.of('kills');
  const count = { api: 0, worker: 0, postgres: 0 };
  const next = victims(chance);
  await stage.during(`${times} kills`, async () => {
    const returning = new Set();
    for (let n = 1; n <= times; n += 1) {
      const victim = next.next().value;
      if (victim === 'postgres') await Promise.all(returning);
      await stage.requests(chance.whole(0, NEXT_WITHIN_REQUESTS));
      await sleep(chance.whole(0, 30));
      if (victim === 'part') await killSomePart(stage, chance, returning, count);
      else await killPostgres(stage, chance).then(() => (count.postgres += 1));
      if (n % 20 === 0)
        stage.say(`  ${n} of ${times} kills; ${stage.client.answered} requests answered, ${stage.client.repeated} repeated`);
    }
    await Promise.all(returning);
  });
  stage.say(`  killed: ${count.api} times an API, ${count.worker} times a worker, ${count.postgres} times PostgreSQL`);
}
