/**
 * `npm start`: the whole program on this machine. Set-up and build have run before (package.json, prestart). Opens the database,
 * brings it up to date, starts the API and the worker, and stops everything in the opposite order.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command-run.mjs';
import { prepareDataFolder } from './data-folder.mjs';
import { prepareData } from './first-data.mjs';
import { installationSecret } from './installation-secret.mjs';
import { Lifetime } from './lifetime.mjs';
import { tryLock } from './lock.mjs';
import { portOf, requireFreePort } from './port.mjs';
import { ProgramProcess } from './processes.mjs';
import { openProgramDatabase } from './program-database.mjs';
import { Refusal } from './refusal.mjs';

const root = join(import.meta.dirname, '../..');
const lifetime = new Lifetime();
const say = (line) => console.log(`[${(performance.now() / 1000).toFixed(1).padStart(5)} s] ${line}`);

/** When npm is killed, nobody could stop us any more by stopping it: so we stop ourselves. (The script in package.json is an `exec`.) */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && void lifetime.end(0), 1_000).unref();
}

async function startProcesses(env, logFolder) {
  const parts = ['api', 'worker'].map((name) => {
    const onLost = (reason) => {
      console.error(`\nAtbalsts: ${reason}`);
      void lifetime.end(1);
    };
    return new ProgramProcess({ name, script: join(root, `dist/apps/${name}/src/main.js`), env, logFolder, onLost });
  });
  lifetime.onHurry = () => parts.forEach((part) => part.kill());
  lifetime.onEnd(() => Promise.all(parts.map((part) => part.stop())));
  const [address] = await Promise.all(parts.map((part) => part.start()));
  return address;
}

async function tellHowToSignIn({ env, dataFolder, first, output }) {
  const accounts = join(dataFolder, 'demo-accounts.json');
  if (first && output) console.log(`\n${output}`);
  if (existsSync(accounts)) return console.log(`\nDemo accounts and their passwords: ${accounts}`);
  const link = await runCommand(root, ['setup-link'], { env, lifetime, quiet: true });
  if (link.code === 0 && link.output) console.log(`\n${link.output}`);
}

/** The program itself refuses plain http beyond this machine unless it was allowed; what then holds is said. */
function noteOnPlainHttp(address) {
  if (address.startsWith('https:')) return '';
  if (process.env.ATBALSTS_INSECURE_HTTP === '1')
    return '\nPlain http was allowed (ATBALSTS_INSECURE_HTTP=1): passwords and sessions can be read on the network.';
  return '\nPlain http, for this machine only: the session cookie is sent without Secure.';
}

async function start() {
  endWithNpm();
  const port = portOf(process.env);
  const dataFolder = prepareDataFolder(process.env.ATBALSTS_DATA_DIR || join(root, '.data'));
  const release = await tryLock(`start ${dataFolder}`);
  if (!release)
    throw new Refusal(
      `it already runs on the data folder ${dataFolder}. Stop it there first, or choose another folder with ATBALSTS_DATA_DIR.`,
    );
  await requireFreePort(port, process.env.HOST || '127.0.0.1');
  lifetime.onEnd(() => console.log('Stopped.'));
  const database = await openProgramDatabase(dataFolder, lifetime);
  say(`Database: ${database.description}`);
  const env = {
    ...process.env,
    NODE_ENV: process.env.NODE_ENV ?? 'production',
    DATABASE_URL: database.url,
    ATBALSTS_DATA_DIR: dataFolder,
    PORT: String(port),
    ATBALSTS_SECRET: installationSecret(dataFolder, process.env),
  };
  const { first, output, demo } = await prepareData(root, { dataFolder, url: database.url, env, lifetime, say });
  if (!demo) env.ATBALSTS_DEMO = '0';
  say('Starting the API and the worker');
  const logFolder = join(dataFolder, 'logs');
  const address = await startProcesses(env, logFolder);
  say('Ready');
  await tellHowToSignIn({ env, dataFolder, first, output });
  console.log(`Logs: ${logFolder}${noteOnPlainHttp(address)}\n\nAtbalsts is at ${address}\nStop it with Ctrl-C.`);
}

await lifetime.run(start);
