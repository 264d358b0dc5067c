import { readdirSync } from 'node:fs';
import type { MigrationInterface } from 'typeorm';

const FILE = /^\d{13}-[a-z-]+\.(ts|js)$/;

/** All migrations, oldest first. A migration is a file `<stamp>-<module>-<verb>-<noun>` in this folder that exports one class. */
export async function loadMigrations(): Promise<(new () => MigrationInterface)[]> {
  const files = readdirSync(import.meta.dirname)
    .filter((name) => FILE.test(name))
    .sort();
  const modules = await Promise.all(files.map((name) => import(`./${name}`) as Promise<Record<string, new () => MigrationInterface>>));
  return modules.flatMap((exported) => Object.values(exported));
}
