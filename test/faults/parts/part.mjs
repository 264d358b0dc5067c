import { spawn } from 'node:child_process';
import { appendFileSync, createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sleep } from '../chance.mjs';

const START_WITHIN_MS = 180_000;
const LAST_WORDS = 20;

/** One process of the program, an API or a worker, behind proxies of its own. */
export class Part {
  /**
   * @param {{ name: string, root: string, env: NodeJS.ProcessEnv, logs: string, proxies: Record<string, import('./freezing-proxy.mjs').FreezingProxy>, onDeath: (part: Part, how: string) => void }} given
   */
  constructor({ name, root, env, logs, proxies, onDeath }) {
    Object.assign(this, { name, env, proxies, onDeath });
    this.kind = name.split('-')[0];
    this.script = join(root, `dist/apps/${this.kind}/src/main.js`);
    this.log = join(logs, `${name}.log`);
    this.up = false;
    this.wanted = false;
  }

  get url() {
    return `http://127.0.0.1:${this.env.PORT}`;
  }

  /** Starts it and waits until it serves; a try that ends (its database is away) is repeated, as a supervisor would. */
  async start(extra = {}) {
    this.wanted = true;
    const end = performance.now() + START_WITHIN_MS;
    while (!(await this.try(extra))) {
      if (!this.wanted) return;
      if (performance.now() > end) throw new Error(`${this.name} did not start within ${START_WITHIN_MS / 1000} s; see ${this.log}`);
      await sleep(500);
    }
  }

  async try(extra) {
    appendFileSync(this.log, `--- started at ${new Date().toISOString()}\n`);
    const child = spawn(process.execPath, [this.script], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
      env: { ...this.env, ...extra },
    });
    const log = createWriteStream(this.log, { flags: 'a' });
    for (const stream of [child.stdout, child.stderr]) stream.pipe(log, { end: false });
    this.child = child;
    this.ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`)));
    const ready = new Promise((resolve) => child.on('message', (message) => message?.ready && resolve(true)));
    this.up = await Promise.race([ready, this.ended.then(() => false)]);
    void this.ended.then((how) => this.noticeEnd(child, how));
    return this.up;
  }

  noticeEnd(child, how) {
    if (this.child !== child) return;
    const serving = this.up;
    this.up = false;
    if (this.wanted && serving) this.onDeath(this, how);
  }

  /** The end of its log without what it always says of a server that is away. */
  lastWords() {
    const lines = readFileSync(this.log, 'utf8').split('\n');
    return lines
      .filter((line) => line.trim() !== '' && !line.includes('WARN'))
      .slice(-LAST_WORDS)
      .join('\n');
  }

  /** Takes it away as a power cut would. */
  async kill() {
    this.wanted = false;
    this.child?.kill('SIGKILL');
    await this.ended;
    this.up = false;
  }

  /** Asks it to end, as a deployment does. */
  async stop() {
    this.wanted = false;
    this.child?.kill('SIGTERM');
    const patience = setTimeout(() => this.child?.kill('SIGKILL'), 15_000);
    await this.ended;
    clearTimeout(patience);
    this.up = false;
  }

  /** It stands still with all that it holds: locks, leases, connections. */
  pause() {
    this.child.kill('SIGSTOP');
  }

  resume() {
    this.child.kill('SIGCONT');
  }
}
