import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { mayEnter, postgresAccount } from './postgres-account.mjs';
import { SHARED_HOME } from './postgres-binaries.mjs';
import { Refusal } from './refusal.mjs';

/** Makes the data folder when missing, and makes sure that this process may write to it. */
export function prepareDataFolder(path) {
  const folder = resolve(path);
  try {
    mkdirSync(dirname(folder), { recursive: true });
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    readdirSync(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reasons = {
      EACCES: 'this account has no right to it',
      EROFS: 'it is read-only',
      ENOTDIR: 'a file stands in its way',
      EEXIST: 'a file stands in its way',
    };
    throw new Refusal(
      `the data folder ${folder} cannot be used: ${reasons[error.code] ?? error.message}. Give yourself the right, or choose another folder with ATBALSTS_DATA_DIR.`,
    );
  }
  return realpathSync(folder);
}

/** Lets the account of PostgreSQL pass through our own data folder, and nobody else. */
function openFor(account, folder) {
  const { uid, mode } = statSync(folder);
  if (uid !== 0) return;
  chownSync(folder, 0, account.gid);
  chmodSync(folder, (mode & 0o7777) | 0o010);
}

/**
 * Where the database folder of this data folder lies: inside it, except when root starts from a place closed to the account that runs
 * PostgreSQL (a clone under root's home). Then it lies under /var/lib/atbalsts, and a file in the data folder says where, so that
 * removing the data folder still means starting afresh.
 * @param {string} dataFolder from prepareDataFolder
 * @returns {{ home: string, account: import('./postgres-account.mjs').Account | undefined, outside: boolean }}
 */
export function databaseHome(dataFolder) {
  const note = join(dataFolder, 'database-location.json');
  if (existsSync(note)) return outsideHome(dataFolder, note);
  const inside = join(dataFolder, 'postgres');
  const account = postgresAccount(inside);
  refuseForeignDatabase(inside);
  if (account && !mayEnter(account, dataFolder)) openFor(account, dataFolder);
  if (!account || mayEnter(account, dataFolder)) return { home: dataFolder, account, outside: false };
  const home = join(SHARED_HOME, randomBytes(6).toString('hex'));
  mkdirSync(SHARED_HOME, { recursive: true, mode: 0o755 });
  writeFileSync(note, JSON.stringify({ folder: home, of: dataFolder }));
  return outsideHome(dataFolder, note);
}

function outsideHome(dataFolder, note) {
  const { folder, of } = JSON.parse(readFileSync(note, 'utf8'));
  if (of !== dataFolder && existsSync(join(of, 'database-location.json'))) {
    throw new Refusal(`${dataFolder} is a copy of ${of}, whose database lies in ${folder}. To start empty here, remove ${note}.`);
  }
  if (of !== dataFolder) writeFileSync(note, JSON.stringify({ folder, of: dataFolder }));
  if (process.getuid?.() !== 0)
    throw new Refusal(
      `the database of ${dataFolder} was laid out by root in ${folder}. Start as root, or choose another ATBALSTS_DATA_DIR.`,
    );
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const account = postgresAccount(join(folder, 'postgres'));
  if (!mayEnter(account, folder)) openFor(account, folder);
  if (!mayEnter(account, folder))
    throw new Refusal(
      `the account "${account.name}" may not enter ${folder}, where the database belongs. Open its parents for it (chmod o+x).`,
    );
  return { home: folder, account, outside: true };
}

function refuseForeignDatabase(clusterFolder) {
  const owner = statSync(clusterFolder, { throwIfNoEntry: false })?.uid;
  const self = process.getuid?.();
  if (owner === undefined || self === undefined || self === 0 || owner === self) return;
  throw new Refusal(
    `the database in ${clusterFolder} belongs to another account (number ${owner}). Start as that account or as root, or choose another folder with ATBALSTS_DATA_DIR.`,
  );
}

/** Removes a data folder for good, also the part of it that lies outside; for tests. The database must be stopped. */
export function removeDataFolder(dataFolder) {
  const note = join(dataFolder, 'database-location.json');
  if (existsSync(note)) rmSync(JSON.parse(readFileSync(note, 'utf8')).folder, { recursive: true, force: true });
  rmSync(dataFolder, { recursive: true, force: true });
}
