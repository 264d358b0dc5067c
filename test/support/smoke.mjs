/**
 * `node test/support/smoke.mjs CLONE [--without-demo]`: what a newcomer does, on a clone that need not be installed. `npm start` answers, a
 * demo account signs in (without the demo: the administrator whom the printed link has made), Ctrl-C leaves no process, the second start is
 * ready sooner and keeps the data. Exits with 1 and a sentence when not.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { removeDataFolder } from '../../apps/launcher/data-folder.mjs';
import { freePort } from './free-port.mjs';

const clone = process.argv[2];
const withDemo = !process.argv.includes('--without-demo');
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
  return { url, seconds, interrupt, output: () => output };
}

function post(url, path, body) {
  const headers = { 'content-type': 'application/json', origin: url };
  return fetch(`${url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function signIn(url, { login, password }) {
  const response = await post(url, '/session', { login, password });
  must(response.status === 201, `signing in as ${login} answered ${response.status}: ${await response.text()}`);
}

/** Somebody who can sign in: of the demo, or made through the link that the first start has printed. */
async function firstPerson({ url, output }, dataFolder) {
  if (withDemo) {
    const accounts = join(dataFolder, 'demo-accounts.json');
    must(existsSync(accounts), `${accounts} is missing`);
    return JSON.parse(readFileSync(accounts, 'utf8'))[0];
  }
  const [, token] = /token=([\w-]+)/.exec(output()) ?? [];
  must(token, 'no link to make the administrator was printed');
  const person = { login: 'first', name: 'First Administrator', email: 'first@example.org', password: 'a long enough phrase 4711' };
  const made = await post(url, '/setup', { token, ...person });
  must(made.status === 204, `making the administrator answered ${made.status}: ${await made.text()}`);
  return person;
}

async function smoke() {
  const env = { PORT: String(await freePort()), ...(withDemo ? {} : { ATBALSTS_DEMO: '0' }) };
  const dataFolder = join(clone, '.data');
  const first = await start(env);
  must((await fetch(`${first.url}/health/ready`)).status === 200, 'the first start is not ready');
  const person = await firstPerson(first, dataFolder);
  await signIn(first.url, person);
  await first.interrupt();
  must(left(dataFolder).length === 0, `the first stop left behind: ${left(dataFolder).join('; ')}`);
  const second = await start(env);
  await signIn(second.url, person);
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
