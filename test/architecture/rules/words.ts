import { at, isSpec, type SourceFile, withoutComments } from '../source-tree.js';

const EMPTY_NAMES =
  /(^|\/)(utils?|helpers?|common|misc|shared-utils)(\/|\.[a-z.]+$)|\.(service|manager|helper|util)\.tsx?$|-(utils?|helpers?|manager)\.tsx?$/;

const TOP_LEVEL = new Set([
  ...['apps', 'libs', 'migrations', 'test', 'docker', '.ci', 'package.json', 'package-lock.json', 'nest-cli.json'],
  ...['tsconfig.json', 'tsconfig.build.json', 'jest.config.mjs', 'eslint.config.mjs', '.prettierrc.json', '.prettierignore'],
  ...['.gitignore', '.gitattributes', '.editorconfig', '.npmrc', '.nvmrc', 'LICENSE', 'README.md', 'ARCHITECTURE.md', 'CHANGELOG.md'],
]);

/** File names that say nothing of what is inside. */
export function emptyNames(paths: readonly string[]): string[] {
  return paths.filter((path) => EMPTY_NAMES.test(path));
}

/** Files and folders at the top that DESIGN.md does not know. */
export function strangersAtTheTop(paths: readonly string[]): string[] {
  return [...new Set(paths.map((path) => path.split('/')[0] ?? ''))].filter((name) => !TOP_LEVEL.has(name));
}

function matches(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    [...withoutComments(file.text).matchAll(pattern)].map((match) => `${at(file, match.index)}: ${match[0].trim()}`),
  );
}

/** Server code that asks the machine for the time instead of the Clock or the database. */
export function ambientTime(files: readonly SourceFile[]): string[] {
  const program = files.filter((file) => !file.path.startsWith('libs/kernel/') && !isSpec(file.path));
  return matches(program, /\bDate\.now\(|\bnew Date\(\s*\)|\bperformance\.timeOrigin\b/g);
}

/** Ways around the compiler, and switched-off lint rules without a reason after `--`. */
export function typeEscapes(files: readonly SourceFile[]): string[] {
  const comments = files.flatMap((file) =>
    [...file.text.matchAll(/@ts-(ignore|nocheck|expect-error)|eslint-disable(?!-next-line [\w@/-]+ -- \S)/g)].map(
      (match) => `${at(file, match.index)}: ${match[0]}`,
    ),
  );
  return [...comments, ...matches(files, /(:|<|\bas|,)\s*any\b(?!\w|\s*:)(?=\s*[;,)>=\]|&[{]|$)/gm)];
}

/** Work put off. */
export function putOff(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    [...file.text.matchAll(/\b(TODO|FIXME|XXX|HACK)\b/g)].map((match) => `${at(file, match.index)}: ${match[0]}`),
  );
}
