import { changeTargets, onCalendar } from '../support/change-targets.js';
import { randomUUID } from 'node:crypto';
import { createDataSource, Database } from '#platform';
import type { DataSource } from 'typeorm';
import { startTestApp } from '../support/app.js';
import { buildProgram } from '../support/built-program.js';
import { layCast } from '../support/cast.js';
import { ApiClient } from '../support/client.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { Program } from './program.js';

const CREATES = 100;
const KILL_API_AT = 30;
const KILL_WORKER_AT = 60;
const AT_ONCE = 4;
/** QUALITY: asserted 15 s after the last part is back. */
const BACK_WITHIN_MS = 15_000;

/** Repeats a request with the same Idempotency-Key until it is answered. */
async function fileUntilAnswered(client: ApiClient, title: string, key: string): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    try {
      const answer = await client.postOnce<{ id: string }>('/incidents', { title, description: 'Pārbaude.', impact: 3, urgency: 3 }, key);
      if (answer.status === 201) return answer.body.id;
      throw new Error(`refused with ${answer.status}`);
    } catch (error) {
      if (String(error).includes('refused with 4')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`${title} was never answered`);
}

describe('a kill -9 of the API and of the worker during a hundred creates', () => {
  let database: TestDatabase;
  let source: DataSource;
  let program: Program;
  let passwords: ReadonlyMap<string, string>;

  beforeAll(async () => {
    buildProgram();
    database = await freshDatabase();
    const setUp = await startTestApp({ database });
    passwords = (await layCast(setUp)).passwords;
    // Short promises, so that crossings fall due while processes are away.
    await changeTargets(setUp, `seconds = case kind when 'response' then 4 else 8 end, ${onCalendar('24x7')}`, `priority = 5`);
    await setUp.close();
    source = await createDataSource({ url: database.url, poolSize: 2 }).initialize();
    program = await Program.on(database.url);
    await program.start('api');
    await program.start('worker');
  }, 180_000);

  afterAll(async () => {
    await program?.end();
    await source?.destroy();
    await database?.drop();
  });

  it('loses nothing that was acknowledged, makes nothing twice, and misses no crossing', async () => {
    const client = await new ApiClient(program.url).signIn('ilze', passwords.get('ilze') ?? '');
    const acknowledged = new Map<string, string>();
    const waiting = Array.from({ length: CREATES }, (_, i) => `Pārbaude ${i}`);
    const faults: Promise<void>[] = [];
    const file = async (): Promise<void> => {
      for (let title = waiting.shift(); title !== undefined; title = waiting.shift()) {
        acknowledged.set(title, await fileUntilAnswered(client, title, randomUUID()));
        if (acknowledged.size === KILL_API_AT) faults.push(program.kill('api').then(() => program.start('api')));
        if (acknowledged.size === KILL_WORKER_AT) faults.push(program.kill('worker').then(() => program.start('worker')));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, file));
    await Promise.all(faults);

    expect(faults).toHaveLength(2);
    const log = new Database(source);
    const tickets = await log.query<{ id: string; title: string }>(`select id, title from tickets.ticket`);
    expect(new Map(tickets.map((t) => [t.title, t.id]))).toEqual(acknowledged);
    expect(tickets).toHaveLength(CREATES);
    const clocks = await log.query(`select ticket_id from sla.clock group by ticket_id having count(*) <> 2`);
    expect(clocks).toEqual([]);

    // All eight thresholds of each ticket: recorded once (the primary key sees to it), told once, never early.
    await eventually(async () => {
      const [row] = await log.query<{ crossings: number; told: number; early: number; left: number; pending: number }>(
        `select (select count(*) from sla.crossing) as crossings,
                (select count(*) from platform.event_log where type = 'sla.threshold-crossed') as told,
                (select count(*) from sla.crossing where recorded_at < due_at) as early,
                (select count(*) from sla.planned_crossing) as left,
                (select count(*) from platform.pending_reaction) as pending`,
      );
      expect(row).toEqual({ crossings: CREATES * 8, told: CREATES * 8, early: 0, left: 0, pending: 0 });
    }, BACK_WITHIN_MS + 45_000);
  }, 180_000);
});
