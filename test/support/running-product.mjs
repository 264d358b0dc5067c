import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { databaseHome, removeDataFolder } from '../../apps/launcher/data-folder.mjs';
import { PostgresCluster } from '../../apps/launcher/postgres-cluster.mjs';
import { freePort } from './free-port.mjs';

const root = join(import.meta.dirname, '../..');
const READY = /^Atbalsts is at (\S+)$/m;

/** The address of a started product's own database: for what a test cannot bring about through the product, such as a day that has passed. */
export function databaseUrlOf(dataFolder) {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const { home, account } = databaseHome(dataFolder);
  const cluster = new PostgresCluster(home, account);
  return `postgres://atbalsts:${cluster.secrets().atbalsts}@127.0.0.1:${cluster.runningPort()}/atbalsts`;
}

/**
 * Starts the built product as `npm start` does, on a fresh data folder and a port of its own.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ url: string, dataFolder: string, databaseUrl: string, stop: () => Promise<number> }>} stop removes the data folder and
 *   gives the exit code
 */
export async function startProduct(env = {}) {
  mkdirSync(join(root, '.data'), { recursive: true });
  const dataFolder = mkdtempSync(join(root, '.data/product-'));
  const child = spawn(process.execPath, [join(root, 'apps/launcher/start.mjs')], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: String(await freePort()), ATBALSTS_DATA_DIR: dataFolder, ...env },
  });
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  const stop = async () => {
    child.kill('SIGTERM');
    const code = await ended;
    removeDataFolder(dataFolder);
    return code;
  };
  let output = '';
  const url = await new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        output += text;
        const ready = READY.exec(output);
        if (ready) resolve(ready[1]);
      });
    }
    void ended.then((code) => reject(new Error(`The product did not start (${code}):\n${output}`)));
  }).catch((error) => {
    removeDataFolder(dataFolder);
    throw error;
  });
  return { url, dataFolder, databaseUrl: databaseUrlOf(dataFolder), stop };
}
