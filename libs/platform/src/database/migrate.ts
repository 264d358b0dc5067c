import { DomainError } from '#kernel';
import type { MigrationInterface } from 'typeorm';
import { createDataSource } from './data-source.js';

export type MigrationClass = new () => MigrationInterface;

/** What a run of the migrations did. */
export interface MigrationOutcome {
  readonly ran: string[];
  readonly current: number;
}

/**
 * Brings the schema of the database to this program's version, one migration a transaction.
 * Throws `platform.schema-newer` where the database holds migrations that this program does not know: a newer program wrote it.
 */
export async function migrate(url: string, migrations: readonly MigrationClass[]): Promise<MigrationOutcome> {
  const source = await createDataSource({ url, poolSize: 2, migrations }).initialize();
  try {
    await refuseNewer(await appliedNames(source), migrations);
    const ran = await source.runMigrations();
    return { ran: ran.map((m) => m.name), current: migrations.length };
  } finally {
    await source.destroy();
  }
}

/** Throws `platform.schema-older` or `platform.schema-newer` unless the database has exactly this program's migrations. */
export async function requireCurrentSchema(
  on: { query(sql: string): Promise<unknown> },
  migrations: readonly MigrationClass[],
): Promise<void> {
  const applied = await appliedNames(on);
  await refuseNewer(applied, migrations);
  const missing = migrations.filter((m) => !applied.has(m.name));
  if (missing.length > 0) throw new DomainError('platform.schema-older', { missing: missing.length });
}

async function appliedNames(on: { query(sql: string): Promise<unknown> }): Promise<Set<string>> {
  const [{ present }] = (await on.query(`select to_regclass('public.schema_migration') is not null as present`)) as [{ present: boolean }];
  if (!present) return new Set();
  return new Set(((await on.query('select name from public.schema_migration')) as { name: string }[]).map((row) => row.name));
}

async function refuseNewer(applied: Set<string>, migrations: readonly MigrationClass[]): Promise<void> {
  const known = new Set(migrations.map((m) => m.name));
  const unknown = [...applied].filter((name) => !known.has(name));
  if (unknown.length > 0) throw new DomainError('platform.schema-newer', { name: unknown[0] ?? '' });
}
