import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closureOf, incompatibleLicences, isCompatible, type Lock } from './rules/licences.js';
import { importsOf } from './rules/modules.js';
import { files, root } from './source-tree.js';

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Lock };

/** `@mantine/core/styles.css` is a file of the package `@mantine/core`. */
const packageOf = (from: string): string =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');

const bundled = new Set(
  files(/^apps\/web\/src\/.*\.tsx?$/)
    .filter((file) => !file.path.includes('.spec.'))
    .flatMap((file) => importsOf(file).map(({ from }) => packageOf(from))),
);

describe('Licences', () => {
  it('of everything that is handed on go with EUPL-1.2', () => {
    expect(closureOf(packages, bundled).size).toBeGreaterThan(10);
    expect(incompatibleLicences(packages, bundled)).toEqual([]);
  });

  it('are judged by what an expression allows', () => {
    expect(isCompatible('(MIT OR GPL-3.0-only)')).toBe(true);
    expect(isCompatible('Apache-2.0 AND LGPL-3.0-or-later')).toBe(true);
    expect(isCompatible('SSPL-1.0')).toBe(false);
    expect(isCompatible('MIT AND BUSL-1.1')).toBe(false);
  });

  it('are seen not to go, in production and in what the web app bundles', () => {
    const lock: Lock = {
      '': {},
      'node_modules/a': { license: 'SSPL-1.0' },
      'node_modules/b': { license: 'MIT', dev: true, dependencies: { c: '1' } },
      'node_modules/c': { license: 'BUSL-1.1', dev: true },
      'node_modules/d': { license: 'BUSL-1.1', dev: true },
    };
    expect(incompatibleLicences(lock, ['b'])).toEqual(['node_modules/a: SSPL-1.0', 'node_modules/c: BUSL-1.1']);
  });
});
