import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { databaseHome } from '../../../apps/launcher/data-folder.mjs';
import { PostgresCluster } from '../../../apps/launcher/postgres-cluster.mjs';
import { freePort } from '../../support/free-port.mjs';
import { sleep } from '../chance.mjs';

const ASK_FOR_MS = 120_000;

/** The embedded PostgreSQL with its ordinary settings, in the hands of one run: nobody else may use it, so it may be killed. */
export class PostgresServer {
  /** @param {string} dataFolder from prepareDataFolder */
  constructor(dataFolder) {
    const { home, account } = databaseHome(dataFolder);
    this.cluster = new PostgresCluster(home, account);
  }

  async start() {
    this.cluster.create();
    if (this.cluster.runningPort() !== undefined) this.cluster.stop();
    this.port ??= await freePort();
    await this.cluster.start(this.port);
    this.secrets = this.cluster.secrets();
  }

  /** Stops it as an administrator would: connections are broken off, nothing is lost. */
  async stop() {
    this.cluster.run('pg_ctl', ['-D', this.cluster.folder, 'stop', '-w', '-t', '60', '-m', 'fast']);
  }

  get postmaster() {
    return Number(readFileSync(join(this.cluster.folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  /** kill -9 of the server and all its processes at once, as a power cut of its machine would. */
  async killAll() {
    const postmaster = this.postmaster;
    const all = [postmaster, ...childrenOf(postmaster)];
    for (const pid of all) kill(pid);
    while (all.some(isAlive)) await sleep(20);
  }

  /** kill -9 of one process that serves a connection: the server restarts itself and recovers. */
  async killBackend(chance) {
    const rows = await this.ask(
      `select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name like 'atbalsts%'`,
    );
    if (rows.length === 0) return;
    kill(chance.one(rows).pid);
    await sleep(100);
  }

  url(database, { admin = false, port = this.port } = {}) {
    const role = admin ? `postgres:${this.secrets.postgres}` : `atbalsts:${this.secrets.atbalsts}`;
    return `postgres://${role}@127.0.0.1:${port}/${database}`;
  }

  /** A new database of the program's role. */
  async createDatabase(name) {
    this.database = name;
    await this.query(
      `do $$ begin if not exists (select 1 from pg_roles where rolname = 'atbalsts') then create role atbalsts login createdb password '${this.secrets.atbalsts}'; end if; end $$`,
      [],
      'postgres',
    );
    await this.query(`create database ${name} owner atbalsts template template0`, [], 'postgres');
  }

  /** One statement as superuser on a connection of its own; fails where the server is away. */
  async query(sql, params = [], database = this.database) {
    const client = new pg.Client({
      connectionString: this.url(database, { admin: true }),
      connectionTimeoutMillis: 5_000,
      query_timeout: 60_000,
    });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await client.query(sql, params);
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** The rows of a statement that only reads, asked again until the server answers. */
  async ask(sql, params = []) {
    const end = performance.now() + ASK_FOR_MS;
    for (;;) {
      try {
        return (await this.query(sql, params)).rows;
      } catch (error) {
        if (performance.now() > end || /^(42|22)/.test(error.code ?? '')) throw error;
        await sleep(250);
      }
    }
  }

  close() {
    if (this.cluster.runningPort() !== undefined) this.cluster.stop();
    rmSync(join(this.cluster.folder, 'postmaster.pid'), { force: true });
  }
}

function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function isAlive(pid) {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** The processes whose parent this is; none where the system does not tell (they end by themselves when the parent has gone). */
function childrenOf(parent) {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && parentOf(name) === parent)
      .map(Number);
  } catch {
    return [];
  }
}

function parentOf(pid) {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}
