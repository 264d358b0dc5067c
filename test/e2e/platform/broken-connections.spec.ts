import { Database, Settings } from '#platform';
import type pg from 'pg';
import { createServer } from 'node:net';
import { PatientPool } from '../../../libs/platform/src/jobs/patient-pool.js';
import { QueueConnection } from '../../../libs/platform/src/jobs/queue-connection.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { eventually } from '../../support/eventually.js';

describe('a connection that breaks', () => {
  let test: TestApp;
  let database: Database;

  beforeAll(async () => {
    test = await startTestApp();
    database = test.app.get(Database);
  });

  afterAll(() => test.close());

  it('does not end the process while it is in the hands of the queue between two statements', async () => {
    const queues = new QueueConnection(test.app.get(Settings));
    const pool = (await queues.connection()) as unknown as pg.Pool;
    const held = await pool.connect();
    const { rows } = await held.query<{ pid: number }>('select pg_backend_pid() as pid');
    const broken = new Promise<Error>((resolve) => held.once('error', resolve));
    // Ours is the second listener: without the first, what the pool says of the connection would be heard by nobody.
    expect(held.listenerCount('error')).toBeGreaterThan(1);
    await database.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
    expect((await broken).message).toContain('terminat');
    held.release(true);
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await queues.onApplicationShutdown();
  });

  it('gives its locks back within half a minute, and is probed from both ends', async () => {
    const setting = async (name: string): Promise<unknown> =>
      (await database.query<{ value: string }>('select current_setting($1) as value', [name]))[0]?.value;
    expect(await setting('idle_in_transaction_session_timeout')).toBe('30s');
    const { options } = database.pool as unknown as { options: Record<string, unknown> };
    expect(options).toMatchObject({ keepAlive: true, keepAliveInitialDelayMillis: 10_000, query_timeout: 120_000 });
  });

  it('that cannot be had is told of after a breath, so that who asks again and again takes no processor', async () => {
    const server = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const pool = new PatientPool({ host: '127.0.0.1', port, user: 'x', password: 'x', database: 'x' });
    pool.on('error', () => undefined);
    const begun = performance.now();
    for (let time = 0; time < 3; time += 1) await expect(pool.query('select 1')).rejects.toThrow();
    await expect(pool.connect()).rejects.toThrow();
    expect(performance.now() - begun).toBeGreaterThan(4 * 240);
    await pool.end();
    await new Promise((resolve) => server.close(resolve));
  });

  it('leaves the others to answer', async () => {
    const client = await database.pool.connect();
    client.on('error', () => undefined);
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    await database.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
    await eventually(async () => expect(client.query('select 1')).rejects.toThrow());
    client.release(true);
    expect(await database.query<{ one: number }>('select 1 as one')).toEqual([{ one: 1 }]);
  });
});
