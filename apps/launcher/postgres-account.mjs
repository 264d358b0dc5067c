import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { Refusal } from './refusal.mjs';

/** @typedef {{ name: string, uid: number, gid: number }} Account */

/** @returns {Account | undefined} */
function lookUp(name) {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  if (!line) return undefined;
  const [, , uid, gid] = line.split(':');
  return { name, uid: Number(uid), gid: Number(gid) };
}

function create(command, ...options) {
  spawnSync(command, [...options, 'postgres'], { stdio: 'ignore' });
  return lookUp('postgres');
}

/**
 * PostgreSQL refuses to run as root, so root runs it as a system account: `postgres`, made when missing (`useradd` on most systems,
 * `adduser` on small ones); where neither command exists, the account `nobody`. initdb insists that the account has a name.
 * A database that an ordinary user has laid out stays that user's, also when root starts it.
 * @param {string} clusterFolder the database folder, which may not exist yet
 * @returns {Account | undefined} undefined: PostgreSQL runs as the current user
 */
export function postgresAccount(clusterFolder) {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(clusterFolder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { name: String(owner.uid), uid: owner.uid, gid: owner.gid };
  const account =
    lookUp('postgres') ??
    create('useradd', '--system', '--user-group', '--no-create-home') ??
    create('adduser', '-S', '-D', '-H') ??
    lookUp('nobody');
  if (account) return account;
  throw new Refusal(
    'PostgreSQL does not run as root, and no account "postgres" could be made. Create it (useradd --system postgres), ' +
      'start as an ordinary user, or set DATABASE_URL to a server of your own.',
  );
}

/** Whether the account may enter a folder and read there, judged by trying it as that account. */
export function mayRead(account, folder) {
  if (!account) return true;
  const result = spawnSync('/bin/sh', ['-c', 'cd "$1" && ls . >/dev/null', 'sh', folder], {
    uid: account.uid,
    gid: account.gid,
    cwd: '/',
    stdio: 'ignore',
  });
  if (result.error?.code === 'EPERM') {
    throw new Refusal(
      `root may not change to the account "${account.name}" here, which PostgreSQL needs. Start as an ordinary user instead.`,
    );
  }
  return result.status === 0;
}

/** Whether the account may pass through a folder. */
export function mayEnter(account, folder) {
  if (!account) return true;
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { uid: account.uid, gid: account.gid, cwd: '/', stdio: 'ignore' }).status === 0
  );
}
