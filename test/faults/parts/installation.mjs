import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../support/free-port.mjs';
import { FreezingProxy } from './freezing-proxy.mjs';
import { Part } from './part.mjs';

const PARTS = ['api-1', 'api-2', 'worker-1', 'worker-2'];

/** The program as an installation runs it: two APIs and two workers on one database, every connection through a proxy. */
export class Installation {
  /**
   * @param {{ root: string, folder: string, postgres: import('./postgres-server.mjs').PostgresServer, redis?: import('./redis-server.mjs').RedisServer }} given
   */
  constructor({ root, folder, postgres, redis }) {
    Object.assign(this, { root, folder, postgres, redis });
    this.logs = join(folder, 'logs');
    this.parts = new Map();
    /** Processes that ended although nobody had ended them. */
    this.deaths = [];
  }

  /** Runs one command of the program on the database. */
  async command(...args) {
    const script = join(this.root, 'dist/apps/cli/src/main.js');
    const env = { ...process.env, NODE_ENV: 'production', DATABASE_URL: this.postgres.url(this.postgres.database) };
    const child = spawn(process.execPath, [script, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    const code = await new Promise((resolve) => child.once('close', resolve));
    if (code !== 0) throw new Error(`"${args.join(' ')}" ended with ${code}:\n${said}`);
    return said;
  }

  async start() {
    mkdirSync(this.logs, { recursive: true });
    for (const name of PARTS) await this.add(name);
    await Promise.all([...this.parts.values()].map((part) => part.start()));
  }

  /** Makes a part with its proxies; it is started by itself. */
  async add(name) {
    const proxies = { postgres: await new FreezingProxy(this.postgres.port).listen() };
    if (this.redis) proxies.redis = await new FreezingProxy(this.redis.port).listen();
    const env = {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      DATABASE_URL: this.postgres.url(this.postgres.database, { port: proxies.postgres.port }),
      ...(this.redis ? { REDIS_URL: `redis://127.0.0.1:${proxies.redis.port}` } : {}),
      ATBALSTS_DATA_DIR: join(this.folder, 'files'),
      PORT: String(await freePort()),
    };
    const onDeath = (part, how) => {
      this.deaths.push({ name: part.name, how: `${how}, and last said\n${part.lastWords()}`, at: Date.now() });
      void part.start();
    };
    const part = new Part({ name, root: this.root, env, logs: this.logs, proxies, onDeath });
    this.parts.set(name, part);
    return part;
  }

  all(kind) {
    return [...this.parts.values()].filter((part) => part.kind === kind);
  }

  /** Ends a part for good. */
  async remove(part) {
    await part.stop();
    this.parts.delete(part.name);
    for (const proxy of Object.values(part.proxies)) proxy.close();
  }

  /** Ends all parts in good order; the database stays. */
  async stop() {
    await Promise.all([...this.parts.values()].map((part) => part.stop()));
  }

  close() {
    for (const part of this.parts.values()) {
      part.wanted = false;
      part.child?.kill('SIGKILL');
      for (const proxy of Object.values(part.proxies)) proxy.close();
    }
  }
}
