import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** Builds the program unless it is built already. Throws with the compiler's words where it does not build. */
export function buildProgram(): void {
  const built = spawnSync(process.execPath, [join(ROOT, 'apps/launcher/setup.mjs'), '--build'], { cwd: ROOT, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`the build failed:\n${built.stdout}${built.stderr}`);
}

/** Runs one command of the built program on a database. */
export function runBuiltCommand(args: readonly string[], databaseUrl: string): SpawnSyncReturns<string> {
  const env = { PATH: process.env['PATH'], DATABASE_URL: databaseUrl };
  return spawnSync(process.execPath, [join(ROOT, 'dist/apps/cli/src/main.js'), ...args], { cwd: ROOT, env, encoding: 'utf8' });
}
