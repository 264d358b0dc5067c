import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { postgresBinaries } from './postgres-binaries.mjs';
import { Refusal } from './refusal.mjs';

const settings = [
  '-c listen_addresses=127.0.0.1',
  '-c unix_socket_directories=',
  '-c max_connections=200',
  '-c timezone=UTC',
  '-c log_timezone=UTC',
  '-c jit=off',
  '-c random_page_cost=1.1',
  '-c max_wal_size=2GB',
];

/** What tests may give up: a database that is thrown away need not survive a power cut, and nothing should run in the background. */
export const THROW_AWAY = ['-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off', '-c autovacuum=off'];

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const tail = (file) => (existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-8).join('\n') : '');

/** A killed server stays in the list of processes until its parent has taken note, and in a container that may be never. */
function hasEnded(pid) {
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true;
  }
}

/**
 * One database folder (a "cluster" in PostgreSQL's words) and the server on it. It knows nothing of who else uses the server:
 * embedded-database.mjs does, and calls it under a lock.
 */
export class PostgresCluster {
  /**
   * @param {string} home the folder that holds the database folder `postgres` and its passwords
   * @param {import('./postgres-account.mjs').Account | undefined} account who runs the server; undefined: the current user
   * @param {string[]} extraSettings
   */
  constructor(home, account, extraSettings = []) {
    this.home = home;
    this.folder = join(home, 'postgres');
    this.secretsFile = join(home, 'postgres-passwords.json');
    this.log = join(this.folder, 'server.log');
    this.account = account;
    this.extraSettings = extraSettings;
    this.binaries = postgresBinaries(account);
  }

  run(command, args, stdio = ['ignore', 'pipe', 'pipe']) {
    const identity = this.account && { uid: this.account.uid, gid: this.account.gid };
    return spawnSync(join(this.binaries, 'bin', command), args, {
      ...identity,
      cwd: process.platform === 'win32' ? undefined : '/',
      encoding: 'utf8',
      detached: true, // A Ctrl-C meant for the launcher must not end initdb or pg_ctl half-way.
      stdio,
      timeout: 180_000,
      env: { ...process.env, LC_ALL: 'C.UTF-8', PGDATA: undefined, PGPORT: undefined },
    });
  }

  /** Passwords of the superuser `postgres` and of the program's own role; made once for each database folder. */
  secrets() {
    if (!existsSync(this.secretsFile)) {
      throw new Refusal(
        `${this.secretsFile} is missing, and without the passwords in it the database in ${this.folder} stays shut. Put the file back.`,
      );
    }
    return JSON.parse(readFileSync(this.secretsFile, 'utf8'));
  }

  /** Lays out the database folder when there is none. An interrupted earlier try left only a draft, which is made again. */
  create() {
    const draft = join(this.home, 'postgres.draft');
    if (existsSync(join(this.folder, 'PG_VERSION'))) return this.refuseOtherVersion();
    if (existsSync(this.folder) && readdirSync(this.folder).length > 0) {
      throw new Refusal(
        `the database folder ${this.folder} is incomplete: PG_VERSION is missing in it. Put the folder back from a backup, or, to start empty, remove it.`,
      );
    }
    rmSync(this.folder, { recursive: true, force: true });
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    const secrets = { postgres: randomBytes(24).toString('base64url'), atbalsts: randomBytes(24).toString('base64url') };
    const passwordFile = join(draft, '..', 'postgres.password');
    writeFileSync(passwordFile, `${secrets.postgres}\n`, { mode: 0o600 });
    if (this.account) for (const path of [draft, passwordFile]) chownSync(path, this.account.uid, this.account.gid);
    const noSync = this.extraSettings.includes('-c fsync=off') ? ['--no-sync'] : [];
    const args = [
      '-D',
      draft,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      ...noSync,
    ];
    const result = this.run('initdb', args);
    rmSync(passwordFile, { force: true });
    if (result.status !== 0) throw this.failure('PostgreSQL could not lay out its folder', result);
    writeFileSync(this.secretsFile, JSON.stringify(secrets), { mode: 0o600 });
    renameSync(draft, this.folder);
  }

  refuseOtherVersion() {
    const has = readFileSync(join(this.folder, 'PG_VERSION'), 'utf8').trim();
    const wanted = (this.run('postgres', ['--version']).stdout ?? '').match(/(\d+)(\.|devel|beta|rc)/)?.[1];
    if (wanted && has !== wanted) {
      throw new Refusal(
        `the database in ${this.folder} was written by PostgreSQL ${has}, and this program brings PostgreSQL ${wanted}. ` +
          `Start the release of Atbalsts that wrote it and make a backup there, then restore it here.`,
      );
    }
  }

  failure(what, result) {
    const reason =
      result.error?.code === 'ENOENT'
        ? 'its program cannot run on this system (is it musl, as in Alpine? then set DATABASE_URL)'
        : result.error?.message;
    const said = [result.stdout, result.stderr].filter(Boolean).join('\n').trim();
    return new Refusal(`${what}: ${[reason, said, tail(this.log)].filter(Boolean).join('\n') || `exit ${result.status ?? result.signal}`}`);
  }

  /** The port of the server that runs on this folder, or undefined. A lock file left by a killed server is not believed. */
  runningPort() {
    const file = join(this.folder, 'postmaster.pid');
    if (!existsSync(file)) return undefined;
    const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number);
    return pid && port && this.isServer(pid) ? port : undefined;
  }

  /** Whether the process is the server of this folder: it works with the folder as its current one. */
  isServer(pid) {
    try {
      process.kill(pid, 0);
    } catch (error) {
      if (error.code !== 'EPERM') return false;
    }
    if (process.platform !== 'linux') return true;
    if (hasEnded(pid)) return false;
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(this.folder);
    } catch {
      return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
    }
  }

  /**
   * Starts the server and waits until it answers.
   * @param {number} [port] a free one when not given
   * @returns {Promise<number>} the port
   */
  async start(port) {
    const file = join(this.folder, 'postmaster.pid');
    const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
    if (pid && !this.isServer(pid)) rmSync(file, { force: true });
    const chosen = port ?? (await freePort());
    const options = [`-p ${chosen}`, ...settings, ...this.extraSettings].join(' ');
    // Pipes would stay open in the server, and this call would wait for ever: hence no output but the log.
    const result = this.run('pg_ctl', ['-D', this.folder, 'start', '-w', '-t', '120', '-l', this.log, '-o', options], 'ignore');
    if (result.status !== 0) throw this.failure(`PostgreSQL did not start on ${this.folder}`, result);
    return chosen;
  }

  stop() {
    const result = this.run('pg_ctl', ['-D', this.folder, 'stop', '-w', '-t', '60', '-m', 'fast']);
    if (result.status !== 0) this.run('pg_ctl', ['-D', this.folder, 'stop', '-w', '-m', 'immediate']);
  }
}
