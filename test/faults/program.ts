import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** A process of the program: an API (the first listens on `url`) or a worker. */
export type Part = 'api' | 'worker' | 'second-api' | 'second-worker';

/** APIs and workers as processes of their own on one database, which a test may kill and start again. */
export class Program {
  private readonly children = new Map<Part, ChildProcess>();
  private readonly lines = new Map<Part, string>();
  private readonly dataDir = mkdtempSync(join(tmpdir(), 'atbalsts-faults-'));

  private constructor(
    private readonly databaseUrl: string,
    private readonly ports: Readonly<Record<'api' | 'second-api', number>>,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  static async on(databaseUrl: string, env: Readonly<Record<string, string>> = {}): Promise<Program> {
    return new Program(databaseUrl, { api: await freePort(), 'second-api': await freePort() }, env);
  }

  get url(): string {
    return `http://127.0.0.1:${this.ports.api}`;
  }

  get secondUrl(): string {
    return `http://127.0.0.1:${this.ports['second-api']}`;
  }

  /** Everything that a part has written to its output and its errors, which is its log, since it was started first. */
  said(name: Part): string {
    return this.lines.get(name) ?? '';
  }

  /** Starts a process, with what `env` adds for it alone, and waits until it says that it serves. */
  async start(name: Part, env: Readonly<Record<string, string>> = {}): Promise<void> {
    const program = name.endsWith('api') ? 'api' : 'worker';
    const port = String(this.ports[name === 'second-api' ? 'second-api' : 'api']);
    const child = spawn(process.execPath, [join(ROOT, `dist/apps/${program}/src/main.js`)], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { PATH: process.env['PATH'], DATABASE_URL: this.databaseUrl, PORT: port, ATBALSTS_DATA_DIR: this.dataDir, ...this.env, ...env },
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text: Buffer) => this.lines.set(name, `${this.said(name)}${text.toString()}`));
    this.children.set(name, child);
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', (code) => reject(new Error(`${name} ended with ${code} before it was ready:\n${this.said(name)}`)));
    });
  }

  /** Takes a process away as a power cut would. */
  async kill(name: Part): Promise<void> {
    const child = this.children.get(name);
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  async end(): Promise<void> {
    await Promise.all([...this.children.keys()].map((name) => this.kill(name)));
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
