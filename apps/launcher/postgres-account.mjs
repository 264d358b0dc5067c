import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { Refusal } from './refusal.mjs';

/** @typedef {{ name: string, uid: number, gid: number }} Account */

/** @returns {Account | undefined} */
function lookUp(matches) {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  return accounts.find(matches);
}

const named = (wanted) => lookUp(({ name }) => name === wanted);

function create(command, ...options) {
  spawnSync(command, [...options, 'postgres'], { stdio: 'ignore' });
  return named('postgres');
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
  if (owner && owner.uid !== 0)
    return lookUp(({ uid }) => uid === owner.uid) ?? { name: String(owner.uid), uid: owner.uid, gid: owner.gid };
  const account =
    named('postgres') ??
    create('useradd', '--system', '--user-group', '--no-create-home') ??
    create('adduser', '-S', '-D', '-H') ??
    named('nobody');
  if (account) return account;
  throw new Refusal(
    'PostgreSQL does not run as root, and no account "postgres" could be made. Create it (useradd --system postgres), ' +
      'start as an ordinary user, or set DATABASE_URL to a server of your own.',
  );
}

/** Runs one line of shell on a folder as the account. It has a group of its own: a Ctrl-C must not pass for "no". */
function tryAs(account, line, folder) {
  const identity = { uid: account.uid, gid: account.gid, cwd: '/' };
  const result = spawnSync('/bin/sh', ['-c', line, 'sh', folder], { ...identity, stdio: 'ignore', detached: true });
  if (result.error?.code === 'EPERM') {
    throw new Refusal(
      `root may not change to the account "${account.name}" here, which PostgreSQL needs. Start as an ordinary user instead.`,
    );
  }
  return result.status === 0;
}

/** Whether the account may enter a folder and list it, judged by trying it as that account. */
export function mayRead(account, folder) {
  return !account || tryAs(account, 'cd "$1" && ls . >/dev/null', folder);
}

/** Whether the account may pass through a folder. */
export function mayEnter(account, folder) {
  return !account || tryAs(account, 'cd "$1"', folder);
}
