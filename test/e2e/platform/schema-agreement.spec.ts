import 'reflect-metadata';
import { createDataSource } from '#platform';
import { allSchemas } from '../../../apps/api/src/modules.js';
import { loadMigrations } from '../../../migrations/index.js';
import { freshDatabase } from '../../support/database.js';

/** What TypeORM would change to make the database fit the mappings; nothing where both agree. */
async function differences(url: string): Promise<string[]> {
  const source = await createDataSource({ url, entities: allSchemas() }).initialize();
  try {
    return (await source.driver.createSchemaBuilder().log()).upQueries.map((q) => q.query);
  } finally {
    await source.destroy();
  }
}

describe('the schema', () => {
  it('agrees with the mappings of all modules', async () => {
    const database = await freshDatabase();
    try {
      expect(await differences(database.url)).toEqual([]);
    } finally {
      await database.drop();
    }
  });

  it('notices a mapping that lacks a column', async () => {
    const database = await freshDatabase();
    const source = await createDataSource({ url: database.url }).initialize();
    try {
      await source.query('alter table platform.idempotency_key add column planted text');
      expect(await differences(database.url)).toEqual([expect.stringContaining('planted')]);
    } finally {
      await source.destroy();
      await database.drop();
    }
  });

  it('goes up, down and up again', async () => {
    const database = await freshDatabase();
    const migrations = await loadMigrations();
    const source = await createDataSource({ url: database.url, migrations }).initialize();
    try {
      for (let i = 0; i < migrations.length; i += 1) await source.undoLastMigration({ transaction: 'each' });
      const left = await source.query(
        `select count(*)::int as n from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'public', 'bullmq')`,
      );
      expect(left).toEqual([{ n: 0 }]);
      expect(await source.runMigrations({ transaction: 'each' })).toHaveLength(migrations.length);
    } finally {
      await source.destroy();
      await database.drop();
    }
  });
});
