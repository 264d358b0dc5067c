import { fork } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';

const root = join(import.meta.dirname, '../..');
const dist = (path) => import(join(root, 'dist', path));

/** The mark of a database that belongs to the bench. */
const MARK = 'bench';

/** A database that somebody works with is never emptied: only a new one, or one that the bench itself has filled. */
async function requireOwnDatabase(pool) {
  const { rows } = await pool.query(`select to_regnamespace('tickets') is null or to_regnamespace('${MARK}') is not null as own`);
  if (!rows[0].own)
    throw new Error('DATABASE_URL names a database that is in use. The bench empties its database: give it one of its own.');
}

/** How many tickets an earlier run has laid for the mixed load; 0 where there are none, or where the schema has moved on. */
export async function filledFor(pool) {
  const { rows } = await pool.query(`select to_regclass('${MARK}.filled') is not null as filled`);
  if (!rows[0].filled) return 0;
  return Number((await pool.query(`select size from ${MARK}.filled`)).rows[0]?.size ?? 0);
}

/** Notes that so many tickets lie there, so that the next run need not generate them again. */
export async function noteFilled(pool, size) {
  await pool.query(`create table ${MARK}.filled as select ${Number(size)} as size`);
}

/** Brings the database of an earlier run up to the schema of the build. */
export async function bringUpToDate() {
  const [platform, migrations] = await Promise.all([dist('libs/platform/src/index.js'), dist('migrations/index.js')]);
  await platform.migrate(process.env.DATABASE_URL, await migrations.loadMigrations());
}

/** Starts from an empty schema each time: figures of a filled one would be those of another size. */
export async function emptyDatabase(pool) {
  await requireOwnDatabase(pool);
  const { rows } = await pool.query(
    `select nspname from pg_namespace where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public')`,
  );
  for (const { nspname } of rows) await pool.query(`drop schema ${pg.escapeIdentifier(nspname)} cascade`);
  await pool.query('drop table if exists public.schema_migration');
  await pool.query(`create schema ${MARK}`);
  await bringUpToDate();
}

/** The product without servers: its use-cases, and its reference data laid in. */
export async function openProduct() {
  const [platform, worker, incidents, sla, kpis, search, seeds] = await Promise.all(
    [
      'libs/platform/src/index.js',
      'apps/worker/src/worker.module.js',
      'libs/incidents/src/index.js',
      'libs/sla/src/index.js',
      'libs/kpis/src/index.js',
      'libs/search/src/index.js',
      'apps/cli/src/seeds/reference.js',
    ].map(dist),
  );
  const settings = platform.Settings.fromEnvironment();
  const app = await NestFactory.createApplicationContext(worker.WorkerModule.for(settings), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  await app.get(platform.UnitOfWork).run(seeds.layAllReference);
  return { app, modules: { platform, incidents, sla, kpis, search } };
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function start(script, env) {
  const child = fork(script, { env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve({ child, url: message.url }));
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
  });
}

/** The API of the build in a process of its own. */
export async function startApi() {
  const port = String(await freePort());
  const product = await start(join(root, 'dist/apps/api/src/main.js'), { PORT: port, HOST: '127.0.0.1', NODE_ENV: 'production' });
  return { ...product, url: `http://127.0.0.1:${port}/api/v1` };
}

/** The worker of the build in a process of its own. */
export function startWorker() {
  return start(join(root, 'dist/apps/worker/src/main.js'), { NODE_ENV: 'production' });
}

/** The API and the bare server. */
export async function startServers(ids) {
  const product = await startApi();
  const bare = await start(join(import.meta.dirname, 'bare-server.mjs'), { BENCH_IDS: JSON.stringify(ids) });
  return { product, bare };
}
