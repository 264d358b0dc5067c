import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, lstatSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Refusal } from './refusal.mjs';

const OLDEST_NODE = [20, 19];

/** Refuses a Node that is too old for the program, before anything else can fail in a less clear way. */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Refusal(`Node ${OLDEST_NODE.join('.')} or newer is needed, and this is Node ${version}.`);
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/**
 * Whether node_modules holds what the lock file names, by npm's own record of what it has put there. npm writes that record last, so
 * an interrupted installation has none. Packages for other platforms are optional and may be absent.
 */
export function isInstalled(root) {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = readJson(join(root, 'package-lock.json')).packages;
  const present = readJson(record).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.link || (path in present ? present[path].version === entry.version : entry.optional),
  );
}

function isWritable(path) {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch (error) {
    return error.code === 'ENOENT' && dirname(path) !== path && isWritable(dirname(path));
  }
}

/** System accounts often have no home; npm wants a folder for its cache. */
function cacheOption() {
  const cache = process.env.npm_config_cache ?? join(process.env.HOME ?? '/nonexistent', '.npm');
  return isWritable(cache) ? {} : { npm_config_cache: mkdtempSync(join(tmpdir(), 'atbalsts-npm-')) };
}

/** Installs what the lock file names when it is not there yet. */
export function install(root) {
  if (isInstalled(root)) return;
  if (!isWritable(join(root, 'node_modules'))) {
    throw new Refusal(`the packages of ${root} are not installed, and this account may not write there. Run "npm ci" as its owner.`);
  }
  // npm would empty the folder behind the link, which belongs to another clone.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new Refusal(
      `node_modules of ${root} is a link to another folder, and what is there does not match package-lock.json. Remove the link and start again.`,
    );
  }
  console.error('Installing packages with npm ci. The first time this takes a minute or two.');
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  const args = [...npm.slice(1), 'ci', '--include=dev', '--include=optional', '--loglevel=error', '--no-fund', '--no-audit'];
  const result = spawnSync(npm[0], args, {
    cwd: root,
    // Whoever reads what a command prints is not to find this among it.
    stdio: ['inherit', process.stderr, process.stderr],
    env: { ...process.env, ...cacheOption() },
    shell: npm[0] === 'npm.cmd',
  });
  if (result.status !== 0)
    throw new Refusal(
      `npm ci did not succeed (${result.signal ?? result.error?.message ?? `exit ${result.status}`}). Its message stands above; starting again repeats it.`,
    );
}
