import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.mjs';

const shared = ['package.json', 'package-lock.json'];

/** What is built: from which sources, by which command, and a file that is there afterwards. */
const PARTS = [
  {
    name: 'server',
    sources: ['apps/api', 'apps/worker', 'apps/cli', 'libs', 'migrations', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json'],
    clean: ['apps', 'libs', 'migrations', 'test', '.tsbuildinfo'],
    result: 'apps/api/src/main.js',
    command: ['node_modules/@nestjs/cli/bin/nest.js', 'build'],
  },
  {
    name: 'web app',
    sources: ['apps/web'],
    clean: ['web'],
    result: 'web/index.html',
    command: ['node_modules/vite/bin/vite.js', 'build', '--config', 'apps/web/vite.config.ts', '--logLevel', 'warn'],
  },
];

const counts = (path) => !/\.spec\.tsx?$|\.md$/.test(path);

function filesOf(root, path) {
  if (!existsSync(join(root, path))) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

/** A digest of the sources' contents: copying or checking out a tree anew does not call for a build, an edit does. */
function digestOf(root, sources) {
  const digest = createHash('sha256').update(process.version);
  const files = [...sources, ...shared].flatMap((path) => filesOf(root, path)).filter(counts);
  for (const file of files.sort()) digest.update(`${file}\0`).update(readFileSync(join(root, file)));
  return digest.digest('hex');
}

function run(root, [script, ...args]) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(process.execPath, [join(root, script), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production' },
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    child.once('close', (code, signal) => resolve({ ok: code === 0, output: `${output}\n${code ?? signal}` }));
  });
}

/** The stamp is removed before and written after, so that an interrupted build is made again. */
async function buildPart(root, part, digest) {
  const dist = join(root, 'dist');
  const stamp = join(dist, `.${part.name.replace(' ', '-')}-stamp`);
  try {
    mkdirSync(dist, { recursive: true });
    rmSync(stamp, { force: true });
    for (const path of part.clean) rmSync(join(dist, path), { recursive: true, force: true });
  } catch (error) {
    throw new Refusal(
      `the program must be built, and this account may not write to ${dist} (${error.code}). Run "npm run build" as its owner.`,
    );
  }
  const { ok, output } = await run(root, part.command);
  if (!ok || !existsSync(join(dist, part.result))) throw new Refusal(`building the ${part.name} failed:\n${output.trim()}`);
  writeFileSync(stamp, digest);
}

function isCurrent(root, { part, digest }) {
  const stamp = join(root, 'dist', `.${part.name.replace(' ', '-')}-stamp`);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest && existsSync(join(root, 'dist', part.result));
}

/** The parts with the digests of their sources. @param {string} root @returns {{ part: (typeof PARTS)[number], digest: string }[]} */
export function sourceDigests(root) {
  return PARTS.map((part) => ({ part, digest: digestOf(root, part.sources) }));
}

/**
 * Builds what is out of date: the server with `nest build`, the web app with vite, both at once.
 * @param {string} root
 * @param {{ force?: boolean, serverOnly?: boolean }} [options]
 */
export async function build(root, { force = false, serverOnly = false } = {}) {
  const due = sourceDigests(root)
    .filter(({ part }) => !serverOnly || part.name === 'server')
    .filter((one) => force || !isCurrent(root, one));
  if (due.length === 0) return;
  console.error(`Building the ${due.map(({ part }) => part.name).join(' and the ')}. This takes up to a minute.`);
  const results = await Promise.allSettled(due.map(({ part, digest }) => buildPart(root, part, digest)));
  const failures = results.filter((result) => result.status === 'rejected').map((result) => result.reason);
  if (failures.length > 0)
    throw failures.every((failure) => failure instanceof Refusal)
      ? new Refusal(failures.map((failure) => failure.message).join('\n\n'))
      : failures[0];
}
