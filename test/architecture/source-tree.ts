import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A file of the project; the rules get plain values, so that a test can plant a violation without touching the disk. */
export interface SourceFile {
  /** From the root of the clone, with slashes. */
  readonly path: string;
  readonly text: string;
}

export const root = join(import.meta.dirname, '../..');

const OUTSIDE = new Set(['node_modules', 'dist', '.git', '.data', 'test-results', 'playwright-report', 'coverage']);

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (OUTSIDE.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
}

let all: readonly string[] | undefined;

/** The paths of all files of the project. */
export function paths(): readonly string[] {
  all ??= walk(root).map((path) => relative(root, path).split(sep).join('/'));
  return all;
}

/** The files whose path matches, with their text. */
export function files(pattern: RegExp): SourceFile[] {
  return paths()
    .filter((path) => pattern.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Program code of the server. */
export const serverCode = /^(apps\/(api|worker|cli)|libs|migrations)\/.*\.ts$/;

export const isSpec = (path: string): boolean => /\.spec\.tsx?$/.test(path);

/** The text without comments, line numbers kept. Enough for rules about words; a `//` inside a string stays when a `:` stands before it. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' ')).replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}

/** `path:line` of a position in a file, for a message that an editor can open. */
export function at(file: SourceFile, index: number): string {
  return `${file.path}:${file.text.slice(0, index).split('\n').length}`;
}
