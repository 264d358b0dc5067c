import { migrate } from '#platform';
import { loadMigrations } from '../../../../migrations/index.js';
import type { Command } from '../command.js';

/** Brings the database to this program's schema. */
export const migrateCommand: Command = {
  usage: 'migrate',
  summary: 'bring the database schema to this version of the program',
  async run({ settings, print }) {
    const { ran, current } = await migrate(settings.databaseUrl, await loadMigrations());
    print(ran.length === 0 ? `The schema is up to date (${current} migrations).` : `Migrated: ${ran.join(', ')}.`);
    return 0;
  },
};
