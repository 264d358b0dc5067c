import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { runCommand } from './command-run.mjs';
import { withLock } from './lock.mjs';
import { Refusal } from './refusal.mjs';

/** Which database the notes of a data folder speak of, without its password. */
function identityOf(url) {
  const { hostname, port, pathname } = new URL(url);
  return process.env.DATABASE_URL ? createHash('sha256').update(`${hostname}:${port}${pathname}`).digest('hex').slice(0, 16) : 'embedded';
}

/** The migrations that the database has, as one short value; empty where there are none yet. */
async function schemaOf(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query('SELECT name FROM public.schema_migration ORDER BY name');
    return createHash('sha256')
      .update(rows.map((row) => row.name).join())
      .digest('hex')
      .slice(0, 16);
  } catch {
    return '';
  } finally {
    await client.end();
  }
}

/**
 * Brings the database to what this version of the program expects: schema and reference data when the program or the schema has changed
 * since the last time (a schema newer than the program is refused there), and at the very first start the demo, unless
 * ATBALSTS_DEMO=0. A demo that was interrupted is laid out again; an installation that began without it never gets it.
 * @param {string} root
 * @param {{ dataFolder: string, url: string, env: NodeJS.ProcessEnv, lifetime: import('./lifetime.mjs').Lifetime, say: (line: string) => void }} context
 * @returns {Promise<{ first: boolean, output: string, demo: boolean }>} what the first start has to tell, and whether this is a demo
 */
export async function prepareData(root, context) {
  return withLock(`prepare ${context.dataFolder}`, () => prepare(root, context));
}

async function prepare(root, { dataFolder, url, env, lifetime, say }) {
  const command = async (...args) => {
    const { code, output } = await runCommand(root, args, { env, lifetime, quiet: true });
    if (code !== 0) throw new Refusal(output || `the command "${args.join(' ')}" failed`);
    return output;
  };
  const file = join(dataFolder, 'prepared.json');
  const notes = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const identity = identityOf(url);
  const build = readFileSync(join(root, 'dist/.server-stamp'), 'utf8');
  const known = notes[identity];
  if (known?.build === build && known.schema === (await schemaOf(url))) return { first: false, output: '', demo: known.demo };
  say('Bringing the database schema up to date');
  await command('migrate');
  say('Laying out the reference data');
  await command('seed', 'reference');
  const first = known === undefined;
  const lay = first && env.ATBALSTS_DEMO !== '0' && !existsSync(join(dataFolder, 'demo-accounts.json'));
  if (lay) say('Laying out the demo: institutions, people, tickets of the last weeks');
  const output = lay ? await command('seed', 'demo') : '';
  const demo = known?.demo ?? lay;
  writeFileSync(file, JSON.stringify({ ...notes, [identity]: { build, schema: await schemaOf(url), demo } }, null, 2));
  return { first, output, demo };
}
