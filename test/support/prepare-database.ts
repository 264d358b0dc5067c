import { createDataSource, Database, EventAnnouncer, migrate, ReactionRegistry, UnitOfWork } from '#platform';
import { layAllReference } from '../../apps/cli/src/seeds/reference.js';
import { loadMigrations } from '../../migrations/index.js';

/** Lays the schema and the reference data into an empty database, with the program's own code. */
export async function prepareDatabase(url: string): Promise<void> {
  await migrate(url, await loadMigrations());
  const source = await createDataSource({ url, poolSize: 2 }).initialize();
  try {
    const database = new Database(source);
    const announcer = new EventAnnouncer(database);
    await new UnitOfWork(database, new ReactionRegistry(), announcer).run(layAllReference);
    await announcer.flush();
  } finally {
    await source.destroy();
  }
}
