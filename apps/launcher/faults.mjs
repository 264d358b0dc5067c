/**
 * `npm run faults -- [options]`: the built program on servers of its own, under random clients and injected faults; test/faults/README.md
 * explains it. Its data folder, `.data/faults`, is emptied at the start and at the end.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Lifetime } from './lifetime.mjs';
import { Refusal } from './refusal.mjs';
import { setUp } from './setup.mjs';

const root = join(import.meta.dirname, '../..');
const script = join(root, 'test/faults/run-faults.mjs');
const lifetime = new Lifetime();

await lifetime.run(async () => {
  if (!existsSync(script)) throw new Refusal(`${script} is missing.`);
  await setUp({ build: true });
  const child = spawn(process.execPath, ['--enable-source-maps', script, ...process.argv.slice(2)], { stdio: 'inherit' });
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ? 1 : code)));
  lifetime.onEnd(() => child.exitCode === null && child.kill('SIGTERM') && ended);
  await lifetime.end(await ended);
});
