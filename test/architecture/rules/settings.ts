import { parse } from 'yaml';
import { at, isSpec, type SourceFile, withoutComments } from '../source-tree.js';

/** The names of the variables that the program reads: they all stand, as literals in capitals, in its settings. */
export function settingsRead(settings: string): Set<string> {
  return new Set([...withoutComments(settings).matchAll(/'([A-Z][A-Z0-9_]{3,})'/g)].map((match) => match[1] ?? ''));
}

/** What an operator gives to one command: parts that run all day and are reached from outside must not hold it. */
const FOR_COMMANDS_ALONE: ReadonlySet<string> = new Set(['ATBALSTS_DATABASE_ADMIN_URL']);

interface Service {
  readonly environment?: Readonly<Record<string, unknown>>;
  readonly image?: string;
}

/** Differences between what the program reads and what the containers of the program are given. */
export function composeDifferences(compose: string, settings: string): string[] {
  const { services } = parse(compose, { merge: true }) as { services: Readonly<Record<string, Service>> };
  const read = settingsRead(settings);
  const parts = ['migrate', 'api', 'worker'];
  return parts.flatMap((name) => {
    const given = Object.keys(services[name]?.environment ?? {});
    const unread = given
      .filter((variable) => !read.has(variable) || FOR_COMMANDS_ALONE.has(variable))
      .map((variable) => `${name}: ${variable} is given and not read`);
    return [
      ...unread,
      ...[...read]
        .filter((variable) => !given.includes(variable) && !FOR_COMMANDS_ALONE.has(variable))
        .map((variable) => `${name}: ${variable} is read and not given`),
    ];
  });
}

/** Places that read the environment past the settings. */
export function environmentElsewhere(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => !isSpec(file.path) && !file.path.endsWith('/config/settings.ts'))
    .flatMap((file) =>
      [...withoutComments(file.text).matchAll(/process\.env\b/g)].map((match) => `${at(file, match.index)}: reads process.env`),
    );
}
