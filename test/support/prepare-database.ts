import { createDataSource, Database, migrate, type Tx } from '#platform';
import { layAllReference } from '../../apps/cli/src/seeds/reference.js';
import { loadMigrations } from '../../migrations/index.js';

/** Lays the schema and the reference data into an empty database, with the program's own code. */
export async function prepareDatabase(url: string): Promise<void> {
  await migrate(url, await loadMigrations());
  const source = await createDataSource({ url, poolSize: 1 }).initialize();
  try {
    const database = new Database(source);
    // Reference data raises no events, so that a plain connection can stand in for a transaction.
    await layAllReference(database as unknown as Tx);
  } finally {
    await source.destroy();
  }
}
