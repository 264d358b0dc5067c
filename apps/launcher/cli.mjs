/**
 * `npm run atbalsts -- <command>`: a command of apps/cli on the program's database. It joins the embedded server that a running
 * `npm start` has opened, or opens it for the length of the command.
 */
import { join } from 'node:path';
import { setUp } from './setup.mjs';
import { prepareDataFolder } from './data-folder.mjs';
import { installationSecret } from './installation-secret.mjs';
import { Lifetime } from './lifetime.mjs';

const root = join(import.meta.dirname, '../..');
const lifetime = new Lifetime();
/** Commands that read a file and print: they need no server, and start at once. */
const WITHOUT_DATABASE = new Set(['mine']);

await lifetime.run(async () => {
  await setUp({ build: true });
  const { runCommand } = await import('./command-run.mjs');
  if (WITHOUT_DATABASE.has(process.argv[2])) {
    const { code } = await runCommand(root, process.argv.slice(2), { env: process.env, lifetime });
    return lifetime.end(code);
  }
  const { prepareData } = await import('./first-data.mjs');
  const { openProgramDatabase } = await import('./program-database.mjs');
  const dataFolder = prepareDataFolder(process.env.ATBALSTS_DATA_DIR || join(root, '.data'));
  const { url, adminUrl } = await openProgramDatabase(dataFolder, lifetime);
  const env = {
    ...process.env,
    NODE_ENV: process.env.NODE_ENV ?? 'production',
    DATABASE_URL: url,
    ATBALSTS_DATA_DIR: dataFolder,
    ATBALSTS_SECRET: installationSecret(dataFolder, process.env),
  };
  const { first, output, demo } = await prepareData(root, { dataFolder, url, env, lifetime, say: console.error });
  if (first && output) console.log(output);
  if (!demo) env.ATBALSTS_DEMO = '0';
  // Only for the one command that makes logins of the database; no other process learns it.
  if (adminUrl && process.argv[2] === 'reporting') env.ATBALSTS_DATABASE_ADMIN_URL ??= adminUrl;
  const { code } = await runCommand(root, process.argv.slice(2), { env, lifetime });
  await lifetime.end(code);
});
