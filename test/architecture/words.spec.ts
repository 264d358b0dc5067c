import { describe, expect, it } from '@jest/globals';
import { ambientTime, emptyNames, putOff, strangersAtTheTop, typeEscapes } from './rules/words.js';
import { files, paths, serverCode } from './source-tree.js';

const code = files(/^(apps|libs|migrations|test)\/.*\.(tsx?|mjs)$/).filter(
  (file) => !/^test\/architecture\/|\/api-schema\.ts$/.test(file.path),
);
const planted = (text: string): { path: string; text: string }[] => [{ path: 'libs/sla/src/a.ts', text }];

describe('Names', () => {
  it('say what is inside', () => {
    expect(emptyNames(paths())).toEqual([]);
    expect(
      emptyNames(['libs/sla/src/sla.service.ts', 'libs/utils/a.ts', 'apps/web/src/date-helpers.ts', 'libs/sla/src/put-on-hold.ts']),
    ).toHaveLength(3);
  });

  it('at the top of the clone are those of the plan', () => {
    expect(strangersAtTheTop(paths())).toEqual([]);
    expect(strangersAtTheTop(['docs/a.md', 'libs/a.ts'])).toEqual(['docs']);
  });
});

describe('Server code', () => {
  it('asks only the Clock and the database for the time', () => {
    expect(ambientTime(files(serverCode))).toEqual([]);
  });

  it('is seen to ask the machine', () => {
    expect(ambientTime(planted('const a = Date.now();\nconst b = new Date();'))).toEqual([
      'libs/sla/src/a.ts:1: Date.now(',
      'libs/sla/src/a.ts:2: new Date()',
    ]);
    expect(ambientTime(planted('const a = new Date(text); // not Date.now()'))).toEqual([]);
  });
});

describe('The code', () => {
  it('goes no way around the compiler', () => {
    expect(typeEscapes(code)).toEqual([]);
  });

  it('is seen to go one', () => {
    expect(typeEscapes(planted('const a: any = 1;'))).toHaveLength(1);
    expect(typeEscapes(planted('call(a as any);'))).toHaveLength(1);
    expect(typeEscapes(planted('const m = new Map<string, any>();'))).toHaveLength(1);
    expect(typeEscapes(planted('// @ts-expect-error'))).toHaveLength(1);
    expect(typeEscapes(planted('const any = 1; // as any'))).toEqual([]);
  });

  it('puts nothing off', () => {
    expect(putOff(code)).toEqual([]);
    expect(putOff(planted(`// ${'TO'}DO: later`))).toHaveLength(1);
  });
});
