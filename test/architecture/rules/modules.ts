import { at, type SourceFile, withoutComments } from '../source-tree.js';

/** The order of DESIGN.md: a module may import from lines above its own, never from its own line or below. */
const ORDER: readonly (readonly string[])[] = [
  ['kernel'],
  ['platform'],
  ['calendars'],
  ['identity'],
  ['catalogue'],
  ['assets'],
  ['tickets'],
  ['approvals'],
  ['incidents', 'requests', 'problems', 'changes', 'knowledge'],
  ['replies', 'search'],
  ['routing', 'sla', 'ratings', 'surveys', 'metering'],
  ['kpis'],
  ['processes', 'notifications', 'audit'],
  ['reports', 'inbound'],
];

export const MODULES: readonly string[] = ORDER.flat();

const levelOf = (module: string): number => ORDER.findIndex((line) => line.includes(module));

/** The module that a path belongs to; undefined for the apps, which stand above all. */
export const moduleOf = (path: string): string | undefined => /^libs\/([a-z-]+)\//.exec(path)?.[1];

export interface Import {
  readonly from: string;
  readonly index: number;
}

/** Everything that a file imports or re-exports, types included. */
export function importsOf(file: SourceFile): Import[] {
  const text = withoutComments(file.text);
  const found = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(\s*|^\s*import\s+)(['"])([^'"]+)\1/gm);
  return [...found].map((match) => ({ from: match[2] ?? '', index: match.index }));
}

/** Imports that go up or sideways in the order of the modules. */
export function againstTheOrder(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const own = moduleOf(file.path);
    if (own === undefined) return [];
    if (levelOf(own) < 0) return [`${file.path}: the module ${own} has no place in the order`];
    return importsOf(file)
      .filter(({ from }) => from.startsWith('#') && from !== `#${own}`)
      .filter(({ from }) => levelOf(from.slice(1)) < 0 || levelOf(from.slice(1)) >= levelOf(own))
      .map(({ from, index }) => `${at(file, index)}: ${own} imports ${from}`);
  });
}

function resolve(path: string, from: string): string {
  const parts = path.split('/').slice(0, -1);
  for (const step of from.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
}

/** Imports that reach into a module by another way than its index. */
export function pastTheIndex(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter(({ from }) => {
        if (from.startsWith('#')) return from.includes('/');
        if (!from.startsWith('.')) return false;
        const target = moduleOf(`${resolve(file.path, from)}/`);
        return target !== undefined && target !== moduleOf(file.path);
      })
      .map(({ from, index }) => `${at(file, index)}: imports ${from}`),
  );
}

/** What the web app takes from the server's code: nothing may be left. */
export function fromServerIntoWeb(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => file.path.startsWith('apps/web/'))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ from }) => from.startsWith('#') || (from.startsWith('.') && !resolve(file.path, from).startsWith('apps/web/')))
        .map(({ from, index }) => `${at(file, index)}: imports ${from}`),
    );
}

const OUTSIDE_WORLD = /^(@nestjs\/|@fastify\/|fastify|typeorm|pg$|bullmq|ioredis|nodemailer|pino|sharp|#platform)|^node:(?!crypto$|assert)/;

/** Rules of the trade that know a framework, a database or a file: `domain/` and the kernel are to be plain. */
export function impureDomain(files: readonly SourceFile[]): string[] {
  return files
    .filter(
      (file) =>
        (/^libs\/[a-z-]+\/src\/domain\//.test(file.path) || file.path.startsWith('libs/kernel/')) &&
        !/\.spec\.ts$|\/test\//.test(file.path),
    )
    .flatMap((file) =>
      importsOf(file)
        .filter(({ from }) => OUTSIDE_WORLD.test(from))
        .map(({ from, index }) => `${at(file, index)}: imports ${from}`),
    );
}
