import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import pg from 'pg';
import { databaseHome, prepareDataFolder } from '../../apps/launcher/data-folder.mjs';
import { EmbeddedDatabase } from '../../apps/launcher/embedded-database.mjs';
import { PostgresCluster, THROW_AWAY } from '../../apps/launcher/postgres-cluster.mjs';
import { freePort } from './free-port.mjs';

const root = join(import.meta.dirname, '../..');

/** The path of a program, or undefined when this machine lacks it. */
export function findProgram(name, ...more) {
  const places = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin', '/usr/local/bin', '/opt/homebrew/bin', ...more);
  return places
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/**
 * The servers behind one test run, started when the first test asks: specs of pure rules never pay for a database. Runs of several
 * people in one tree share the PostgreSQL; each run's databases carry its id, and what a killed run has left is removed by the next.
 */
export class TestServers {
  constructor() {
    this.runId = randomBytes(4).toString('hex');
    this.once = new Map();
  }

  /** Starts a server at the first call and gives the same answer to all that follow. */
  remember(name, start) {
    if (!this.once.has(name)) this.once.set(name, start());
    return this.once.get(name);
  }

  /** @returns {Promise<{ admin: string, program: string, runId: string }>} addresses of the database `postgres`, which tests only pass through */
  postgres() {
    return this.remember('postgres', async () => {
      const external = process.env.ATBALSTS_TEST_DATABASE_SERVER;
      if (external) return { admin: external, program: external, runId: this.runId };
      const { home, account } = databaseHome(prepareDataFolder(process.env.ATBALSTS_TEST_DATA_DIR ?? join(root, '.data/test')));
      this.database = await new EmbeddedDatabase(new PostgresCluster(home, account, THROW_AWAY)).enter();
      await this.database.provide();
      this.sign = new pg.Client({ connectionString: this.database.adminUrl('postgres'), application_name: `atbalsts-tests-${this.runId}` });
      await this.sign.connect();
      await this.removeAbandoned();
      return { admin: this.database.adminUrl('postgres'), program: this.database.url('postgres'), runId: this.runId };
    });
  }

  /** Drops the databases of runs that show no sign of life any more. */
  async removeAbandoned() {
    const { rows } = await this.sign.query(`
      SELECT datname FROM pg_database
      WHERE datname LIKE 'test\\_%' AND NOT EXISTS (
        SELECT 1 FROM pg_stat_activity WHERE application_name = 'atbalsts-tests-' || split_part(datname, '_', 2))`);
    for (const { datname } of rows) await this.drop(datname);
  }

  async drop(name) {
    await this.sign.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`).catch(() => undefined);
  }

  /** @returns {Promise<{ url: string }>} a Redis of this run's own, which keeps nothing on disk */
  redis() {
    return this.remember('redis', async () => {
      if (process.env.ATBALSTS_TEST_REDIS_SERVER) return { url: process.env.ATBALSTS_TEST_REDIS_SERVER };
      const port = await freePort();
      const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--databases', '64'];
      this.redisProcess = spawn(findProgram('redis-server'), args, { stdio: ['ignore', 'pipe', 'inherit'] });
      await new Promise((resolve, reject) => {
        this.redisProcess.stdout.on('data', (text) => String(text).includes('Ready to accept') && resolve());
        this.redisProcess.once('exit', () => reject(new Error('redis-server ended at once')));
      });
      return { url: `redis://127.0.0.1:${port}` };
    });
  }

  /** Listens for the workers of the test run. @returns {Promise<string>} the address that they ask */
  async listen() {
    const parts = { '/postgres': () => this.postgres(), '/redis': () => this.redis() };
    this.http = createServer((request, response) => {
      // A connection kept for later would be closed by us just as a test sends its next question over it.
      response.setHeader('connection', 'close');
      const answer = parts[request.url ?? ''];
      Promise.resolve(answer?.()).then(
        (value) => response.writeHead(value ? 200 : 404).end(JSON.stringify(value ?? {})),
        (error) => response.writeHead(500).end(JSON.stringify({ error: error.message })),
      );
    });
    await new Promise((resolve) => this.http.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${this.http.address().port}`;
  }

  async close() {
    this.http?.closeAllConnections();
    this.http?.close();
    await Promise.allSettled(this.once.values());
    this.redisProcess?.kill('SIGKILL');
    if (!this.database) return;
    const { rows } = await this.sign.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [`test_${this.runId}_`]);
    for (const { datname } of rows) await this.drop(datname);
    await this.sign.end();
    await this.database.leave();
  }
}
