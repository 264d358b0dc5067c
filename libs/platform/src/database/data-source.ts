import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';
import { pgTypes, sessionOptions } from './pg-types.js';

export interface DataSourceParts {
  readonly url: string;
  readonly poolSize?: number;
  readonly entities?: readonly EntitySchema<never>[];
  readonly migrations?: readonly (new () => MigrationInterface)[];
}

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
    extra: { types: pgTypes, options: sessionOptions, keepAlive: true, connectionTimeoutMillis: 10_000, application_name: 'atbalsts' },
  });
}
