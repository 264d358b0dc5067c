import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The installation's secret: 32 random bytes in base64. It is made once, in a file of the data folder that its owner alone can read, and
 * never goes into the database: whoever has only the database cannot open what is sealed with it. An ATBALSTS_SECRET of the environment wins.
 * @param {string} dataFolder from prepareDataFolder
 * @param {NodeJS.ProcessEnv} env
 * @returns {string}
 */
export function installationSecret(dataFolder, env) {
  if (env.ATBALSTS_SECRET) return env.ATBALSTS_SECRET;
  const file = join(dataFolder, 'secret');
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  try {
    // A link comes whole or not at all: of two that start at once, one makes the secret and both read the same.
    linkSync(draft, file);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8').trim();
}
