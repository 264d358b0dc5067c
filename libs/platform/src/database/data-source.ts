import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';
import { pgTypes, sessionOptions } from './pg-types.js';

export interface DataSourceParts {
  readonly url: string;
  readonly poolSize?: number;
  readonly entities?: readonly EntitySchema<never>[];
  readonly migrations?: readonly (new () => MigrationInterface)[];
}

/**
 * A connection whose other end has vanished without a word never answers. Idle ones are found by probes, this long after the last word;
 * what waits for an answer is given up after two minutes, and its connection with it. Migrations may take longer.
 */
export const PROBE_AFTER_MS = 10_000;
const ANSWER_WITHIN_MS = 120_000;

/** Builds (does not connect) the data source: one pool for a process, `synchronize` never. */
export function createDataSource({ url, poolSize = 10, entities = [], migrations = [] }: DataSourceParts): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...entities] as EntitySchema[],
    migrations: [...migrations],
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    poolSize,
    // A restart of the database must not end the process: the pool reports the broken idle connection and opens another.
    poolErrorHandler: () => undefined,
    extra: {
      types: pgTypes,
      options: sessionOptions,
      keepAlive: true,
      keepAliveInitialDelayMillis: PROBE_AFTER_MS,
      connectionTimeoutMillis: 10_000,
      query_timeout: migrations.length > 0 ? undefined : ANSWER_WITHIN_MS,
      application_name: 'atbalsts',
    },
  });
}
