import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

const root = join(import.meta.dirname, '../..');
// Today's two, and those of an edit or two before.
const TEMPLATES_KEPT = 6;

interface Servers {
  readonly admin: string;
  readonly program: string;
  readonly runId: string;
}

/** Passwords of the people of the demonstration, by login. */
export type Passwords = Readonly<Record<string, string>>;

export interface TestDatabase {
  /** Of the people who are in it. */
  readonly passwords?: Passwords;
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

/** What a template holds beside schema and reference data: nothing, or the people and services of the demonstration. */
type Contents = 'empty' | 'cast';

/**
 * A digest of what a migrated and seeded database is made from, so that an edit makes a new template: the migrations with their data,
 * and of the modules the files that lay reference data, which have "reference" or "seed" in their names.
 */
function templateDigest(contents: Contents): string {
  const digest = createHash('sha256').update(contents);
  const seeds = [...filesUnder('libs', (path) => /(reference|seed)/.test(path)), ...filesUnder('apps/cli/src/seeds', () => true)];
  const paths = [...filesUnder('migrations', (path) => contents === 'cast' || !path.includes('/demo/')), ...seeds];
  for (const path of paths.sort()) digest.update(path.slice(root.length)).update(readFileSync(path));
  return digest.digest('hex').slice(0, 16);
}

async function findTemplates(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ datname: string }>(
    `SELECT datname FROM pg_database WHERE datname LIKE 'template\\_%\\_%' ORDER BY datname DESC`,
  );
  return rows.map((row) => row.datname);
}

async function makeTemplate(client: pg.Client, { program }: Servers, contents: Contents, source: string): Promise<string> {
  const digest = templateDigest(contents);
  const present = await findTemplates(client);
  const draft = `draft_${digest}`;
  await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${draft} OWNER ${pg.escapeIdentifier(new URL(program).username)} TEMPLATE ${source}`);
  const { layTemplateCast, prepareDatabase } = await import('./prepare-database.js');
  const url = withDatabase(program, draft);
  const passwords = contents === 'cast' ? await layTemplateCast(url) : await prepareDatabase(url).then(() => ({}));
  const { rows } = await client.query<{ stamp: string }>(`SELECT to_char(clock_timestamp(), 'YYYYMMDDHH24MISS') AS stamp`);
  const name = `template_${rows[0]?.stamp}_${digest}`;
  await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1`, [draft]);
  await client.query(`COMMENT ON DATABASE ${draft} IS ${pg.escapeLiteral(JSON.stringify(passwords))}`);
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
  for (const old of present.slice(TEMPLATES_KEPT - 1)) await client.query(`DROP DATABASE IF EXISTS ${old} WITH (FORCE)`);
  return name;
}

/** A template, with the passwords of its people as its comment: a copy takes no comment with it. */
interface Template {
  readonly name: string;
  readonly passwords: Passwords;
}

/** The template for today's migrations; the first test that needs it makes it while the others wait. */
async function template(servers: Servers, contents: Contents): Promise<Template> {
  const digest = templateDigest(contents);
  const source = contents === 'cast' ? (await template(servers, 'empty')).name : 'template0';
  return onServer(servers.admin, async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtext('atbalsts test template'))`);
    const name =
      (await findTemplates(client)).find((one) => one.endsWith(digest)) ?? (await makeTemplate(client, servers, contents, source));
    const { rows } = await client.query<{ comment: string | null }>(
      `SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = $1`,
      [name],
    );
    return { name, passwords: JSON.parse(rows[0]?.comment ?? '{}') as Passwords };
  });
}
/**
 * A database of the caller's own, migrated and with the reference data in it (`cast`: and with the people and services of the
 * demonstration): a copy of a template, ready in a fraction of a second.
 * The address also stands in ATBALSTS_TEST_DATABASE_URL until the next one is made. What is not dropped goes with the test run.
 */
export async function freshDatabase(contents: Contents = 'empty'): Promise<TestDatabase> {
  servers ??= askForServers();
  const { admin, program, runId } = await servers;
  const { name: source, passwords } = await template({ admin, program, runId }, contents);
  const name = `test_${runId}_${process.env.JEST_WORKER_ID ?? '0'}_${randomBytes(4).toString('hex')}`;
  const owner = pg.escapeIdentifier(new URL(program).username);
  await onServer(admin, (client) => client.query(`CREATE DATABASE ${name} OWNER ${owner} TEMPLATE ${source} STRATEGY FILE_COPY`));
  const url = withDatabase(program, name);
  process.env.ATBALSTS_TEST_DATABASE_URL = url;
  return {
    passwords,
    url,
    adminUrl: withDatabase(admin, name),
    drop: async () => {
      await onServer(admin, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}
