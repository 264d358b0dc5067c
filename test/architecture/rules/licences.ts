/**
 * Licences whose works may be combined with ours under EUPL-1.2: permissive ones, and the copyleft ones of the EUPL's appendix that
 * allow use as a library (LGPL, MPL). Data and fonts: CC-BY and OFL.
 */
const COMPATIBLE = new Set([
  ...[
    'MIT',
    'MIT-0',
    'ISC',
    '0BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Apache-2.0',
    'Unlicense',
    'CC0-1.0',
    'BlueOak-1.0.0',
    'Python-2.0',
    'Zlib',
  ],
  ...['LGPL-2.1-only', 'LGPL-2.1-or-later', 'LGPL-3.0-only', 'LGPL-3.0-or-later', 'MPL-2.0', 'EUPL-1.1', 'EUPL-1.2'],
  ...['CC-BY-3.0', 'CC-BY-4.0', 'OFL-1.1'],
]);

export interface LockedPackage {
  readonly license?: string;
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export type Lock = Readonly<Record<string, LockedPackage>>;

/** Whether an SPDX expression of names, AND, OR and brackets can be met with compatible licences alone. */
export function isCompatible(expression: string): boolean {
  const bare = expression.replace(/^\(|\)$/g, '').trim();
  if (/\sOR\s/.test(bare)) return bare.split(/\sOR\s/).some(isCompatible);
  if (/\sAND\s/.test(bare)) return bare.split(/\sAND\s/).every(isCompatible);
  return COMPATIBLE.has(bare.replace(/^\(|\)$/g, ''));
}

/** Where the package that this one means lies, as Node would look for it. */
function find(lock: Lock, from: string, name: string): string | undefined {
  const places = from.split('/node_modules/').map((_, index, parts) => parts.slice(0, parts.length - index).join('/node_modules/'));
  return [...places.map((place) => `${place}/node_modules/${name}`), `node_modules/${name}`].find((path) => path in lock);
}

/** The packages that come with these, themselves included. */
export function closureOf(lock: Lock, names: Iterable<string>): Set<string> {
  const seen = new Set<string>();
  const queue = [...names].map((name) => `node_modules/${name}`).filter((path) => path in lock);
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const entry = lock[path];
    for (const name of Object.keys({ ...entry?.dependencies, ...entry?.optionalDependencies })) {
      const found = find(lock, path, name);
      if (found) queue.push(found);
    }
  }
  return seen;
}

/** Packages that we hand on with the program, and whose licence does not go with ours. */
export function incompatibleLicences(lock: Lock, bundledIntoWeb: Iterable<string>): string[] {
  const production = Object.keys(lock).filter((path) => path !== '' && !lock[path]?.dev);
  const handedOn = new Set([...production, ...closureOf(lock, bundledIntoWeb)]);
  return [...handedOn]
    .filter((path) => !isCompatible(lock[path]?.license ?? 'none'))
    .map((path) => `${path}: ${lock[path]?.license ?? 'no licence named'}`);
}
