import { kills } from './kills.mjs';
import { race, surge, twice, writers } from './load.mjs';
import { clock, scaling, zombie } from './processes.mjs';
import { halfOpenPostgres, halfOpenRedis, postgresAway, redisAway, redisFlushed, redisKilled } from './servers.mjs';

/**
 * The faults. `about` is how many seconds one takes in its short form; `backend` names the place of the queues that it needs; what is
 * `once` says nothing new on the other backend, where only the minutes of the second run would be spent on it.
 */
export const FAULTS = {
  surge: { run: surge, about: 50, once: true, says: 'a thousand clocks due at one instant (long form: ten thousand)' },
  writers: { run: writers, about: 15, once: true, says: 'fifty writers on one version of a record' },
  kills: { run: kills, about: 0, says: 'kill -9 of API, worker and PostgreSQL' },
  zombie: { run: zombie, about: 22, says: 'a worker stopped (SIGSTOP) and continued' },
  'half-open': { run: halfOpenPostgres, about: 55, once: true, says: 'half-open connections to PostgreSQL' },
  clock: { run: clock, about: 60, once: true, says: "the application's clock a minute and a day off" },
  'postgres-away': { run: postgresAway, about: 55, once: true, says: 'PostgreSQL stopped for 5 s and 40 s' },
  twice: { run: twice, about: 25, says: 'every job delivered twice' },
  race: { run: race, about: 22, once: true, says: 'priority changes that race the breach' },
  scaling: { run: scaling, about: 15, once: true, says: 'workers added and removed under load' },
  'redis-flushed': { run: redisFlushed, about: 5, backend: 'redis', says: 'Redis flushed' },
  'redis-killed': { run: redisKilled, about: 5, backend: 'redis', says: 'Redis killed and started empty' },
  'redis-away': { run: redisAway, about: 25, backend: 'redis', says: 'Redis away' },
  'half-open-redis': { run: halfOpenRedis, about: 50, backend: 'redis', says: 'half-open connections to Redis' },
};
