import { createDataSource, Database, EventAnnouncer, migrate, ReactionRegistry, UnitOfWork } from '#platform';
import { layAllReference } from '../../apps/cli/src/seeds/reference.js';
import { loadMigrations } from '../../migrations/index.js';
import type { Passwords } from './database.js';

/** Lays the people and services of the demonstration into a database that has been prepared, by the product itself; answers their passwords. */
export async function layTemplateCast(url: string): Promise<Passwords> {
  const { startTestApp } = await import('./app.js');
  const { layCast } = await import('./cast.js');
  const test = await startTestApp({ database: { url, adminUrl: url, drop: () => Promise.resolve() } });
  try {
    return Object.fromEntries((await layCast(test)).passwords);
  } finally {
    await test.close();
  }
}

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
