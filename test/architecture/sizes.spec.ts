import { describe, expect, it } from '@jest/globals';
import { tooLongFiles, tooLongFunctions, tooManyDependencies, tooWideIndexes } from './rules/sizes.js';
import { files } from './source-tree.js';

const code = files(/^(apps|libs|migrations|test)\/.*\.(ts|tsx|mjs|css)$/).filter((file) => !file.path.endsWith('/api-schema.ts'));
const functions = code.filter((file) => /\.(tsx?|mjs)$/.test(file.path));
const planted = (text: string, path = 'libs/sla/src/a.ts'): { path: string; text: string }[] => [{ path, text }];
const statements = (count: number): string => 'work();\n'.repeat(count);

describe('Sizes', () => {
  it('stay within the limit for files', () => {
    expect(tooLongFiles(code)).toEqual([]);
  });

  it('stay within the limit for functions', () => {
    expect(tooLongFunctions(functions)).toEqual([]);
  });

  it('stay within the limit for dependencies of a class', () => {
    expect(tooManyDependencies(functions)).toEqual([]);
  });

  it('stay within the limit for what a module offers', () => {
    expect(tooWideIndexes(code)).toEqual([]);
  });

  it('are seen to be passed', () => {
    expect(tooLongFiles(planted(statements(301)))).toHaveLength(1);
    expect(tooLongFiles(planted(statements(301), 'libs/sla/src/a.spec.ts'))).toEqual([]);
    expect(tooLongFiles(planted(statements(501), 'libs/sla/src/a.spec.ts'))).toHaveLength(1);
    expect(tooLongFunctions(planted(`const go = () => {\n${statements(40)}};`))).toEqual([
      'libs/sla/src/a.ts:1: go has 42 lines, at most 40',
    ]);
    expect(tooManyDependencies(planted('class A { constructor(a: B, b: B, c: B, d: B, e: B, f: B, g: B) {} }'))).toHaveLength(1);
    expect(tooWideIndexes(planted(statements(26), 'libs/sla/src/index.ts'))).toHaveLength(1);
  });
});
