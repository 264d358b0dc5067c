import { changeTargets, onCalendar } from '../support/change-targets.js';
import { createDataSource, Database } from '#platform';
import { startTestApp } from '../support/app.js';
import { buildProgram } from '../support/built-program.js';
import { layCast } from '../support/cast.js';
import { ApiClient } from '../support/client.js';
import { freshDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { freshRedis, redisIsPresent } from '../support/redis.js';
import { Program } from '../faults/program.js';

const CREATES = 40;
const THRESHOLDS = 8;

/** Two APIs and two workers on one database: a session holds at both, and each crossing is recorded and told once. */
async function worksTogether(env: Readonly<Record<string, string>>): Promise<void> {
  const database = await freshDatabase();
  const setUp = await startTestApp({ database });
  const { passwords } = await layCast(setUp);
  await changeTargets(setUp, `seconds = 3, ${onCalendar('24x7')}`, `priority = 5`);
  await setUp.close();
  const source = await createDataSource({ url: database.url, poolSize: 2 }).initialize();
  const program = await Program.on(database.url, env);
  try {
    for (const part of ['api', 'second-api', 'worker', 'second-worker'] as const) await program.start(part);
    const first = await new ApiClient(program.url).signIn('ilze', passwords.get('ilze') ?? '');
    const second = first.at(program.secondUrl);
    const filed = await Promise.all(
      Array.from({ length: CREATES }, (_, i) =>
        (i % 2 ? first : second).postOnce('/incidents', { title: `Pieteikums ${i}`, description: 'Pārbaude.', impact: 3, urgency: 3 }),
      ),
    );
    expect(filed.map((answer) => answer.status)).toEqual(Array.from({ length: CREATES }, () => 201));
    await eventually(async () => {
      const [row] = await new Database(source).query(
        `select (select count(*) from sla.crossing) as crossings,
                (select count(*) from platform.event_log where type = 'sla.threshold-crossed') as told,
                (select count(*) from platform.pending_reaction) as pending`,
      );
      expect(row).toEqual({ crossings: CREATES * THRESHOLDS, told: CREATES * THRESHOLDS, pending: 0 });
    }, 60_000);
  } finally {
    await program.end();
    await source.destroy();
    await database.drop();
  }
}

describe('several APIs and several workers', () => {
  beforeAll(buildProgram, 240_000);

  it('work together with the queues on PostgreSQL', () => worksTogether({}), 180_000);

  (redisIsPresent ? it : it.skip)(
    'work together with the queues on Redis',
    async () => worksTogether({ REDIS_URL: await freshRedis() }),
    180_000,
  );
});
