import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.mjs';

const READY_MS = 120_000;
const GRACE_MS = 10_000;
const LOG_BYTES = 20 * 1024 * 1024;
const RESTARTS = { most: 5, withinMs: 60_000 };

function openLog(folder, name) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.log`);
  if (existsSync(file) && statSync(file).size > LOG_BYTES) renameSync(file, `${file}.1`);
  return { file, descriptor: openSync(file, 'a', 0o640) };
}

/** What the process has written since it was started, shortened to its end. */
function written(file, from) {
  return readFileSync(file).subarray(from).toString('utf8').trim().split('\n').slice(-15).join('\n');
}

/**
 * A process of the program that is to keep running. It gets a channel to this one: over it comes the word that it serves, and when
 * this process is gone, however that came about, the channel closes and it ends too. It has a session of its own, so that Ctrl-C
 * reaches the launcher alone, which then stops things in the right order.
 */
export class ProgramProcess {
  /** @param {{ name: string, script: string, env: NodeJS.ProcessEnv, logFolder: string, onLost: (reason: string) => void }} options */
  constructor({ name, script, env, logFolder, onLost }) {
    Object.assign(this, { name, script, env, logFolder, onLost });
    this.stopping = false;
    this.serving = false;
    this.deaths = [];
  }

  /** Starts it and waits until it serves. @returns {Promise<string>} the address that it serves */
  async start() {
    const log = openLog(this.logFolder, this.name);
    const from = statSync(log.file).size;
    const child = spawn(process.execPath, ['--enable-source-maps', this.script], {
      stdio: ['ignore', log.descriptor, log.descriptor, 'ipc'],
      detached: true,
      env: this.env,
    });
    closeSync(log.descriptor);
    this.child = child;
    this.ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`)));
    const url = await new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Refusal(`the ${this.name} process has not begun to serve within ${READY_MS / 1000} s. See ${log.file}`)),
        READY_MS,
      );
      child.on('message', (message) => message?.ready && resolve(message.url));
      child.once('error', reject);
      void this.ended.then((how) =>
        reject(new Refusal(`the ${this.name} process ended before it served (${how}):\n${written(log.file, from)}`)),
      );
      void this.ended.finally(() => clearTimeout(timer));
    });
    this.serving = true;
    void this.ended.then((how) => this.replace(how));
    return url;
  }

  /** It died while it was wanted: start it again, unless it keeps dying. */
  async replace(how) {
    this.serving = false;
    if (this.stopping) return;
    const now = performance.now();
    this.deaths = [...this.deaths, now].filter((at) => now - at < RESTARTS.withinMs);
    if (this.deaths.length > RESTARTS.most)
      return this.onLost(`the ${this.name} process keeps ending (${how}). See ${join(this.logFolder, `${this.name}.log`)}`);
    console.log(`The ${this.name} process ended (${how}); starting it again.`);
    await new Promise((resolve) => setTimeout(resolve, 250 * this.deaths.length));
    if (this.stopping) return;
    await this.start().catch((error) => (this.stopping ? undefined : this.onLost(error.message)));
  }

  /** Asks it to finish what it does and end; ends it after ten seconds, or when the hurry comes first. */
  async stop() {
    this.stopping = true;
    if (!this.child || this.child.exitCode !== null || this.child.signalCode !== null) return;
    if (this.serving) this.child.disconnect();
    else this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.kill(), GRACE_MS);
    await this.ended;
    clearTimeout(timer);
  }

  kill() {
    this.child?.kill('SIGKILL');
  }
}
