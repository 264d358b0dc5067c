import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

const root = join(import.meta.dirname, '../..');
const TEMPLATES_KEPT = 3;

interface Servers {
  readonly admin: string;
  readonly program: string;
  readonly runId: string;
}

export interface TestDatabase {
  /** Connection address with the rights that the program has when it runs. */
  readonly url: string;
  /** Connection address of the server's superuser, on the same database. */
  readonly adminUrl: string;
  drop(): Promise<void>;
}

let servers: Promise<Servers> | undefined;

async function askForServers(): Promise<Servers> {
  const address = process.env.ATBALSTS_TEST_SERVERS;
  if (!address) throw new Error('Tests with a database are started by: node test/support/run-tests.mjs [pattern]');
  const response = await fetch(`${address}/postgres`);
  const body = (await response.json()) as Servers & { error?: string };
  if (!response.ok) throw new Error(`No PostgreSQL for the tests: ${body.error ?? response.status}`);
  return body;
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function filesUnder(folder: string, belongs: (path: string) => boolean): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !path.endsWith('.spec.ts') && belongs(path));
}

/**
 * A digest of what a migrated and seeded database is made from, so that an edit makes a new template: the migrations with their data,
 * and of the modules the files that lay reference data, which have "reference" or "seed" in their names.
 */
function templateDigest(): string {
  const digest = createHash('sha256');
  const seeds = [...filesUnder('libs', (path) => /(reference|seed)/.test(path)), ...filesUnder('apps/cli/src/seeds', () => true)];
  const paths = [...filesUnder('migrations', (path) => !path.includes('/demo/')), ...seeds];
  for (const path of paths.sort()) digest.update(path.slice(root.length)).update(readFileSync(path));
  return digest.digest('hex').slice(0, 16);
}

async function findTemplates(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ datname: string }>(
    `SELECT datname FROM pg_database WHERE datname LIKE 'template\\_%\\_%' ORDER BY datname DESC`,
  );
  return rows.map((row) => row.datname);
}

/** The name of the template for today's migrations; the first test that needs it makes it while the others wait. */
async function template({ admin, program }: Servers): Promise<string> {
  const digest = templateDigest();
  return onServer(admin, async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtext('atbalsts test template'))`);
    const present = await findTemplates(client);
    const found = present.find((name) => name.endsWith(digest));
    if (found) return found;
    const draft = `draft_${digest}`;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${draft} OWNER ${pg.escapeIdentifier(new URL(program).username)} TEMPLATE template0`);
    const { prepareDatabase } = await import('./prepare-database.js');
    await prepareDatabase(withDatabase(program, draft));
    const { rows } = await client.query<{ stamp: string }>(`SELECT to_char(clock_timestamp(), 'YYYYMMDDHH24MISS') AS stamp`);
    const name = `template_${rows[0]?.stamp}_${digest}`;
    await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1`, [draft]);
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
    for (const old of present.slice(TEMPLATES_KEPT - 1)) await client.query(`DROP DATABASE IF EXISTS ${old} WITH (FORCE)`);
    return name;
  });
}

/**
 * A database of the caller's own, migrated and with the reference data in it: a copy of a template, ready in a fraction of a second.
 * The address also stands in ATBALSTS_TEST_DATABASE_URL until the next one is made. What is not dropped goes with the test run.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  servers ??= askForServers();
  const { admin, program, runId } = await servers;
  const source = await template({ admin, program, runId });
  const name = `test_${runId}_${process.env.JEST_WORKER_ID ?? '0'}_${randomBytes(4).toString('hex')}`;
  const owner = pg.escapeIdentifier(new URL(program).username);
  await onServer(admin, (client) => client.query(`CREATE DATABASE ${name} OWNER ${owner} TEMPLATE ${source} STRATEGY FILE_COPY`));
  const url = withDatabase(program, name);
  process.env.ATBALSTS_TEST_DATABASE_URL = url;
  return {
    url,
    adminUrl: withDatabase(admin, name),
    drop: async () => {
      await onServer(admin, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}
