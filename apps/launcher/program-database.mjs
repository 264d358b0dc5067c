import { databaseHome } from './data-folder.mjs';
import { Refusal } from './refusal.mjs';

const DATABASE = 'atbalsts';

/**
 * The address of the program's database: the one that DATABASE_URL names, or the embedded server's, started or joined for as long as
 * the lifetime lasts.
 * @param {string} dataFolder
 * @param {import('./lifetime.mjs').Lifetime} lifetime
 * @returns {Promise<{ url: string, description: string, adminUrl?: string }>} `adminUrl` where the server is our own
 */
export async function openProgramDatabase(dataFolder, lifetime) {
  if (process.env.DATABASE_URL) {
    await requireReachable(process.env.DATABASE_URL);
    return { url: process.env.DATABASE_URL, description: 'the PostgreSQL that DATABASE_URL names' };
  }
  const { EmbeddedDatabase } = await import('./embedded-database.mjs');
  const { PostgresCluster } = await import('./postgres-cluster.mjs');
  const { home, account, outside } = databaseHome(dataFolder);
  const database = new EmbeddedDatabase(new PostgresCluster(home, account));
  let entered;
  lifetime.onEnd(() =>
    entered.then(
      () => database.leave(),
      () => undefined,
    ),
  );
  entered = database.enter();
  await entered;
  await database.provide(DATABASE);
  const place = outside ? `${home} (the account "${account?.name}" that runs it may not enter ${dataFolder})` : home;
  return {
    url: database.url(DATABASE),
    adminUrl: database.adminUrl(DATABASE),
    description: `embedded PostgreSQL on port ${database.port}, in ${place}${database.joined ? ', joined' : ''}`,
  };
}

/** A server that cannot be reached or refuses is named without its password. */
async function requireReachable(url) {
  const { default: pg } = await import('pg');
  let address;
  try {
    address = new URL(url);
  } catch {
    throw new Refusal('DATABASE_URL is not an address. It looks like postgres://user:password@host:5432/database.');
  }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new Refusal(
      `the PostgreSQL of DATABASE_URL (${address.host}${address.pathname}) cannot be used: ${error.message || error.code}.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
