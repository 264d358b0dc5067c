import { describe, expect, it } from '@jest/globals';
import { parseInstant } from '#kernel';
import { type Condition, CONDITION_KEYS, type ConditionKey } from './conditions.js';
import type { Evidence, ProcessRecord } from './process.js';
import { STAGES, type Stage } from './process-lifecycle.js';
import { type TodoCode, todoOf } from './todo.js';

const NOW = parseInstant('2026-11-22T10:00:00Z');
const process = (stage: Stage, more: Partial<ProcessRecord> = {}): ProcessRecord => ({
  ...{ id: 'p', practice: 'incident-management', ownerId: 'owner', stage, stageSince: NOW, lifecycleVersion: 1, revision: 1 },
  ...{ scope: 's', description: 'd', roles: [{ name: 'r', duty: 'd' }], lifecycle: 'incident', metrics: ['KPI-02', 'KPI-09'] },
  ...{ lowVolumeReason: null, reviewDueOn: '2027-06-30' },
  ...more,
});
const document = (more: Partial<Evidence> = {}): Evidence => ({
  ...{ id: 'e', kind: 'order', document: 'Rīkojums', orderNumber: '1-12/47', orderDate: '2026-03-02', signatory: 'Centra priekšnieks' },
  ...{ fileName: null, fileSha256: null, validTo: null, addedById: 'owner', addedAt: NOW, verifiedById: null, verifiedAt: null },
  ...{ withdrawnAt: null, withdrawalReason: null },
  ...more,
});
const failing = (...keys: ConditionKey[]): Condition[] =>
  CONDITION_KEYS.map((key) => ({ key, met: !keys.includes(key), external: false, facts: {} }));

function codes(of: ProcessRecord, conditions: Condition[] = failing(), evidence: Evidence[] = []): TodoCode[] {
  return todoOf({ process: of, conditions, evidence, today: '2026-11-22', soon: '2026-12-22' }).map(({ code }) => code);
}

describe('What a process still lacks', () => {
  it('is its description first, with the fields that are missing, then the step that follows it', () => {
    const bare = process('identified', { scope: ' ', metrics: ['KPI-02'] });
    const [todo] = todoOf({ process: bare, conditions: failing(), evidence: [], today: '2026-11-22', soon: '2026-12-22' });
    expect([todo?.code, todo?.facts]).toEqual(['describe', { fields: 'scope metrics' }]);
    expect(codes(process('identified'))).toEqual(['design']);
  });

  it('is the order of a designed process, or its file, and then the approval', () => {
    expect(codes(process('designed'), failing('order', 'verifier'))).toEqual(['add-order']);
    expect(codes(process('designed'), failing('order', 'verifier'), [document()])).toEqual(['file-order']);
    expect(codes(process('designed'), failing('order'), [document({ withdrawnAt: NOW })])).toEqual(['add-order']);
    expect(codes(process('designed'), failing('verifier'))).toEqual(['approve']);
  });

  it('is use of an approved process, or a document where it runs outside the desk', () => {
    expect(codes(process('approved'))).toEqual(['use']);
    expect(codes(process('approved', { lifecycle: null }))).toEqual(['external']);
    expect(codes(process('approved', { lifecycle: null }), failing(), [document({ kind: 'external' })])).toEqual(['verify-external']);
  });

  it('names every condition that fails, but asks for no verification of an order that is not there', () => {
    expect(codes(process('piloted'), failing('usage', 'metric', 'verifier'))).toEqual(['usage', 'metric', 'verify']);
    expect(codes(process('suspended'), failing('order', 'verifier', 'owner'))).toEqual(['add-order', 'owner']);
    expect(codes(process('at_risk'), failing('conformance'))).toEqual(['conformance']);
  });

  it('asks once for the document that would prove three conditions', () => {
    const outside = failing('usage', 'conformance', 'metric').map((one) => ({ ...one, external: !one.met }));
    expect(codes(process('at_risk', { lifecycle: null }), outside)).toEqual(['external']);
  });

  it('is the step that somebody has to take where nothing is missing', () => {
    expect(codes(process('piloted'))).toEqual(['implement']);
    expect(codes(process('suspended'))).toEqual(['approve']);
    expect(codes(process('implemented'))).toEqual([]);
    expect(codes(process('retired'), failing('order'))).toEqual([]);
  });

  it.each<[string, TodoCode[]]>([
    ['2026-12-23', []],
    ['2026-12-22', ['review']],
    ['2026-11-21', ['review']],
  ])('calls for the review that is due on %s a month ahead', (reviewDueOn, expected) => {
    expect(codes(process('implemented', { reviewDueOn }))).toEqual(expected);
  });

  it('is answered for every stage', () => {
    for (const stage of STAGES) expect(Array.isArray(codes(process(stage)))).toBe(true);
  });
});
