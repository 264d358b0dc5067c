import { at, isSpec, type SourceFile, withoutComments } from '../source-tree.js';
import { MODULES, moduleOf } from './modules.js';

const SCHEMA = `"?(${MODULES.join('|')})"?\\."?([a-z_0-9]+)`;
const WRITES = new RegExp(
  `\\b(insert\\s+into|update|delete\\s+from|truncate(?:\\s+table)?|merge\\s+into|copy|lock\\s+table)\\s+(?:only\\s+)?${SCHEMA}`,
  'gi',
);
const READS = new RegExp(`\\b(from|join|using)\\s+(?:only\\s+)?${SCHEMA}`, 'gi');

/** Queries for one screen, one report or the operator's probes may join schemas; a migration may look at what lies below its own. */
const MAY_JOIN = /^(apps\/api\/src\/(views|operations)\/|libs\/reports\/|migrations\/)/;

/** The event log is written by the platform alone and is there to be read: history, audit and recount are drawn from it. */
const FOR_ALL_TO_READ = new Set(['platform.event_log']);

/** The module whose schema a file may write: its own, or the one that a migration is named after. */
const ownerOf = (path: string): string | undefined => moduleOf(path) ?? /^migrations\/\d+-([a-z]+)-/.exec(path)?.[1];

function statements(file: SourceFile, pattern: RegExp): { schema: string; table: string; index: number }[] {
  return [...withoutComments(file.text).matchAll(pattern)].map((match) => ({
    schema: match[2]?.toLowerCase() ?? '',
    table: match[3] ?? '',
    index: match.index,
  }));
}

/** SQL that writes into another module's schema. */
export function foreignWrites(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => !isSpec(file.path))
    .flatMap((file) =>
      statements(file, WRITES)
        .filter(({ schema }) => schema !== ownerOf(file.path))
        .map(({ schema, table, index }) => `${at(file, index)}: writes ${schema}.${table}`),
    );
}

/** SQL that reads another module's schema outside the views. */
export function foreignReads(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => !isSpec(file.path) && !MAY_JOIN.test(file.path))
    .flatMap((file) =>
      statements(file, READS)
        .filter(({ schema, table }) => schema !== ownerOf(file.path) && !FOR_ALL_TO_READ.has(`${schema}.${table}`))
        .map(({ schema, table, index }) => `${at(file, index)}: reads ${schema}.${table}`),
    );
}

/** Mappings of a table that lies in another module's schema. */
export function foreignMappings(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => file.path.endsWith('.schema.ts') || file.path.endsWith('/schemas.ts'))
    .flatMap((file) =>
      [...withoutComments(file.text).matchAll(/\bschema:\s*'([a-z_]+)'/g)]
        .filter((match) => match[1] !== moduleOf(file.path))
        .map((match) => `${at(file, match.index)}: maps the schema ${match[1]}`),
    );
}
