import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of first data; the same distance in the sources and in the build. */
const SEEDS = join(import.meta.dirname, '../../../../migrations/seeds');

/** Reads first data: `reference/<name>.json` for every installation, `demo/<name>.json` for the demonstration. */
export function readSeed<Content>(name: `${'reference' | 'demo'}/${string}.json`): Content {
  return JSON.parse(readFileSync(join(SEEDS, name), 'utf8')) as Content;
}
