import { sleep } from '../chance.mjs';
import { slack } from '../stage.mjs';

const FIRING_WITHIN_S = 10;

const LATEST = `select count(*)::int as n, extract(epoch from max(recorded_at))::float8 as latest from sla.crossing
  where due_at between to_timestamp($1) and to_timestamp($2)`;

/** PostgreSQL is stopped and comes back: no process dies, and what fell due meanwhile is recorded within ten seconds. */
export async function postgresAway(stage) {
  for (const seconds of [5, 40]) {
    const before = stage.installation.deaths.length;
    const times = {};
    await stage.during(`PostgreSQL away for ${seconds} s`, async () => {
      times.from = Date.now() / 1000;
      await stage.postgres.stop();
      await sleep(seconds * 1000);
      await stage.postgres.cluster.start(stage.postgres.port);
      times.back = Date.now() / 1000;
    });
    const died = stage.installation.deaths.slice(before);
    stage.checklist.expectNone(`no process dies while PostgreSQL is away for ${seconds} s`, died, ({ name, how }) => `${name}: ${how}`);
    const [{ n, latest }] = await stage.postgres.ask(LATEST, [times.from, times.back]);
    const took = n === 0 ? 0 : latest - times.back;
    stage.checklist.expect(
      `what fell due in those ${seconds} s is recorded soon`,
      took <= FIRING_WITHIN_S * slack(),
      `${n} thresholds, the last ${took.toFixed(1)} s after its return`,
    );
  }
}

/**
 * Connections that are dead and do not know it: those that exist deliver nothing any more, new ones work. In the end they are reset, or
 * deliver everything late.
 */
async function halfOpen(stage, server) {
  const chance = stage.chance.of(`half-open ${server}`);
  const sufferers = chance.shuffled(['worker-1', 'api-1', 'everybody']);
  for (const whose of stage.long ? sufferers : sufferers.slice(0, 1)) {
    const parts = [...stage.installation.parts.values()].filter(({ name }) => whose === 'everybody' || name === whose);
    const ending = chance.one(['cutFrozen', 'thaw']);
    await stage.during(
      `half-open connections of ${whose} to ${server}, ${ending === 'thaw' ? 'delivered late' : 'then reset'}`,
      async () => {
        await stage.requests(chance.whole(0, 20));
        for (const part of parts) part.proxies[server].freeze();
        await sleep(stage.long ? 60_000 : 15_000);
        for (const part of parts) part.proxies[server][ending]();
      },
    );
  }
}

export const halfOpenPostgres = (stage) => halfOpen(stage, 'postgres');
export const halfOpenRedis = (stage) => halfOpen(stage, 'redis');

/** Redis loses everything. */
export async function redisFlushed(stage) {
  const chance = stage.chance.of('flush');
  await stage.during('Redis flushed', async () => {
    for (let times = 0; times < 3; times += 1) {
      await stage.requests(chance.whole(5, 30));
      await stage.redis.flush();
    }
  });
}

export async function redisKilled(stage) {
  const chance = stage.chance.of('redis killed');
  await stage.during('Redis killed', async () => {
    await stage.requests(chance.whole(0, 20));
    await stage.redis.kill();
    await sleep(chance.whole(0, 2_000));
    await stage.redis.start();
  });
}

/** Redis is gone for a while: the sweep runs without it. */
export async function redisAway(stage) {
  const seconds = stage.long ? 600 : 20;
  await stage.during(`Redis away for ${seconds} s`, async () => {
    await stage.redis.kill();
    await sleep(seconds * 1000);
    stage.duringRedis = await stage.postgres.ask(
      `select count(*)::int as lost from sla.planned_crossing where greatest(due_at, planned_at) < clock_timestamp() - make_interval(secs => $1)`,
      [5 * slack()],
    );
    await stage.redis.start();
  });
  const [{ lost }] = stage.duringRedis;
  stage.checklist.expect('the sweep runs without Redis', lost === 0, lost === 0 ? '' : `${lost} thresholds late`);
}
