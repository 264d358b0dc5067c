/**
 * `node test/support/smoke.mjs CLONE`: what a newcomer does, on a clone that need not be installed. `npm start` answers, a demo account
 * signs in, Ctrl-C leaves no process, the second start is ready sooner and keeps the data. Exits with 1 and a sentence when not.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { removeDataFolder } from '../../apps/launcher/data-folder.mjs';
import { freePort } from './free-port.mjs';

const clone = process.argv[2];
const SECOND_START_S = 12;

function must(condition, what) {
  if (!condition) throw new Error(what);
}

/** Processes that work for this clone, by what they were started with. */
function left(dataFolder) {
  const note = join(dataFolder, 'database-location.json');
  const needle = [clone, ...(existsSync(note) ? [JSON.parse(readFileSync(note, 'utf8')).folder] : [])];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid && Number(name) !== process.ppid)
    .map((name) => {
      try {
        return { cwd: readlinkSync(`/proc/${name}/cwd`), command: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ') };
      } catch {
        return { cwd: '', command: '' };
      }
    })
    .filter(
      ({ cwd, command }) => needle.some((part) => cwd.startsWith(part) || command.includes(`${part}/`)) && !command.includes('smoke.mjs'),
    )
    .map(({ command }) => command);
}

/** `npm start` until it says where it is. */
async function start(env) {
  const began = performance.now();
  const child = spawn('npm', ['start'], { cwd: clone, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  let output = '';
  const url = await new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        output += text;
        process.stdout.write(text);
        const ready = /^Atbalsts is at (\S+)$/m.exec(output);
        if (ready) resolve(ready[1]);
      });
    }
    void ended.then((code) => reject(new Error(`npm start ended with ${code}`)));
  });
  const seconds = (performance.now() - began) / 1000;
  const interrupt = async () => {
    process.kill(-child.pid, 'SIGINT'); // Like Ctrl-C: the whole group in the foreground gets it.
    return ended;
  };
  return { url, seconds, interrupt };
}

async function signIn(url, accountsFile) {
  const [account] = JSON.parse(readFileSync(accountsFile, 'utf8'));
  const body = JSON.stringify({ login: account.login, password: account.password });
  const response = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body,
  });
  must(response.status === 201, `signing in as ${account.login} answered ${response.status}: ${await response.text()}`);
}

async function smoke() {
  const env = { PORT: String(await freePort()) };
  const dataFolder = join(clone, '.data');
  const accounts = join(dataFolder, 'demo-accounts.json');
  const first = await start(env);
  must((await fetch(`${first.url}/health/ready`)).status === 200, 'the first start is not ready');
  must(existsSync(accounts), `${accounts} is missing`);
  await signIn(first.url, accounts);
  await first.interrupt();
  must(left(dataFolder).length === 0, `the first stop left behind: ${left(dataFolder).join('; ')}`);
  const second = await start(env);
  await signIn(second.url, accounts);
  await second.interrupt();
  must(left(dataFolder).length === 0, `the second stop left behind: ${left(dataFolder).join('; ')}`);
  removeDataFolder(dataFolder);
  console.log(`\nFirst start ${first.seconds.toFixed(1)} s with installation and build, second ${second.seconds.toFixed(1)} s.`);
  if (second.seconds > SECOND_START_S) console.log(`The goal for the second is ${SECOND_START_S} s.`);
}

await smoke().then(
  () => process.exit(0),
  (error) => {
    console.error(`\nSmoke test: ${error.message}`);
    process.exit(1);
  },
);
