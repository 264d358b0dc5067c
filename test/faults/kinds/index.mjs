import { kills } from './kills.mjs';
import { race, surge, twice, writers } from './load.mjs';
import { clock, scaling, zombie } from './processes.mjs';
import { halfOpenPostgres, halfOpenRedis, postgresAway, redisAway, redisFlushed, redisKilled } from './servers.mjs';

/**
 * The faults. `backend` names the place of the queues that one needs; what is `once` says little new on the other backend and is left out
 * there in a short run.
 */
export const FAULTS = {
  surge: { run: surge, once: true, says: 'a thousand clocks due at one instant (long form: ten thousand)' },
  writers: { run: writers, once: true, says: 'fifty writers on one version of a record' },
  kills: { run: kills, says: 'kill -9 of API, worker and PostgreSQL' },
  zombie: { run: zombie, once: true, says: 'a worker stopped (SIGSTOP) and continued' },
  'half-open': { run: halfOpenPostgres, once: true, says: 'half-open connections to PostgreSQL' },
  clock: { run: clock, once: true, says: "the application's clock a minute and a day off" },
  'postgres-away': { run: postgresAway, once: true, says: 'PostgreSQL stopped for 5 s and 40 s' },
  twice: { run: twice, once: true, says: 'every job delivered twice' },
  race: { run: race, once: true, says: 'priority changes that race the breach' },
  scaling: { run: scaling, once: true, says: 'workers added and removed under load' },
  'redis-flushed': { run: redisFlushed, backend: 'redis', says: 'Redis flushed' },
  'redis-killed': { run: redisKilled, backend: 'redis', says: 'Redis killed and started empty' },
  'redis-away': { run: redisAway, backend: 'redis', says: 'Redis away' },
  'half-open-redis': { run: halfOpenRedis, backend: 'redis', says: 'half-open connections to Redis' },
};
