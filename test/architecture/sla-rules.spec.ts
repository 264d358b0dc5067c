import { describe, expect, it } from '@jest/globals';
import { missingTests, SLA_RULES } from './rules/sla-rules.js';
import { files } from './source-tree.js';

const specs = new Map(files(/\.spec\.ts$/).map(({ path, text }) => [path, text]));
const read = (file: string): string | undefined => specs.get(file);

describe('The rules of SLA time', () => {
  it('are each named by a test', () => {
    const named = SLA_RULES.map(({ rule }) => rule);
    const numbers = ['1', '2', '3', '4', '5', '6', '7', '7a', '8', '9', '10'];
    expect(named).toEqual(expect.arrayContaining(['4.1', '4.2', ...numbers.map((n) => `4.3(${n})`), '4.4', '4.5', '4.6']));
    expect(missingTests(SLA_RULES, read)).toEqual([]);
  });

  it('are seen to lack a test that was renamed, taken away or never written', () => {
    const planted = (text: string): string[] => missingTests([{ rule: '4.3(1)', says: '', tests: [['a.spec.ts', 'starts']] }], () => text);
    expect(planted(`it('starts at the submission', () => {})`)).toEqual([]);
    expect(planted(`it('begins', () => { call('starts') })`)).toEqual(['4.3(1): a.spec.ts: starts']);
    expect(missingTests([{ rule: '4.3(2)', says: '', tests: [] }], read)).toEqual(['4.3(2): no test']);
    expect(missingTests([{ rule: '4.3(3)', says: '', tests: [['gone.spec.ts', 'starts']] }], read)).toHaveLength(1);
  });
});
