/**
 * `npm run bench -- [options]`: the measurements of test/bench on a database folder of their own, `.data/bench`, with the embedded
 * server's ordinary settings.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { prepareDataFolder } from './data-folder.mjs';
import { Lifetime } from './lifetime.mjs';
import { Refusal } from './refusal.mjs';
import { setUp } from './setup.mjs';

const root = join(import.meta.dirname, '../..');
const script = join(root, 'test/bench/run-bench.mjs');
const lifetime = new Lifetime();

await lifetime.run(async () => {
  if (!existsSync(script)) throw new Refusal(`${script} is missing.`);
  await setUp({ build: true });
  const { openProgramDatabase } = await import('./program-database.mjs');
  const dataFolder = prepareDataFolder(process.env.ATBALSTS_DATA_DIR || join(root, '.data/bench'));
  const { url } = await openProgramDatabase(dataFolder, lifetime);
  const env = { ...process.env, NODE_ENV: 'production', DATABASE_URL: url, ATBALSTS_DATA_DIR: dataFolder };
  const child = spawn(process.execPath, ['--enable-source-maps', script, ...process.argv.slice(2)], { stdio: 'inherit', env });
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ? 1 : code)));
  lifetime.onEnd(() => child.exitCode === null && child.kill('SIGTERM') && ended);
  await lifetime.end(await ended);
});
