import { existsSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../../shared/data');

/**
 * The path of one of the real logs beside the project, which are no part of it; undefined where they are not there. Says so once, since
 * a suite that is left out must not pass for one that has run.
 */
export function realLog(name: string): string | undefined {
  const file = join(FOLDER, name);
  if (existsSync(file)) return file;
  process.stderr.write(`Left out: tests on the real log ${name}. Put it into ${FOLDER} to run them.\n`);
  return undefined;
}
