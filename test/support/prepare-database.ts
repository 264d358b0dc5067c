import { migrate } from '#platform';
import { loadMigrations } from '../../migrations/index.js';

/** Lays the schema and the reference data into an empty database, with the program's own code. */
export async function prepareDatabase(url: string): Promise<void> {
  await migrate(url, await loadMigrations());
}
