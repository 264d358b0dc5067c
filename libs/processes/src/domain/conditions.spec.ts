import { describe, expect, it } from '@jest/globals';
import { plusSeconds, parseInstant, unreachableStates } from '#kernel';
import { type Condition, type ConditionKey, conditionsOf, CONDITION_KEYS, type Standing } from './conditions.js';
import { lapseOf } from './lapse.js';
import type { Evidence, MonthCount, ProcessRecord } from './process.js';
import { PROCESS_EVENTS, processLifecycle, stageAfter, STAGES } from './process-lifecycle.js';

const NOW = parseInstant('2026-11-22T10:00:00Z');

const process: ProcessRecord = {
  ...{ id: 'p', practice: 'incident-management', ownerId: 'owner', stage: 'piloted', stageSince: NOW, lifecycleVersion: 1 },
  ...{ scope: 's', description: 'd', roles: [{ name: 'r', duty: 'd' }], lifecycle: 'incident', metrics: ['KPI-02', 'KPI-09'] },
  ...{ lowVolumeReason: null, reviewDueOn: null, revision: 1 },
};

const order: Evidence = {
  ...{ id: 'e', kind: 'order', document: 'Rīkojums', orderNumber: '1-12/47', orderDate: '2026-03-02', signatory: 'Centra priekšnieks' },
  ...{
    fileName: 'rikojums.pdf',
    fileSha256: 'aa',
    validTo: null,
    addedById: 'owner',
    addedAt: NOW,
    verifiedById: 'other',
    verifiedAt: NOW,
  },
  ...{ withdrawnAt: null, withdrawalReason: null },
};

const month = (name: string, live: number, judged: number, conforming: number): MonthCount => ({ month: name, live, judged, conforming });
const MONTHS = [month('2026-08', 14, 14, 14), month('2026-09', 17, 17, 15), month('2026-10', 11, 11, 9)];
const FROZEN = new Map([['KPI-09', ['2026-08', '2026-09', '2026-10']]]);

const standing = (more: Partial<Standing> = {}): Standing => ({
  ...{ process, evidence: [order], ownerActive: true, months: MONTHS, frozen: FROZEN, today: '2026-11-22' },
  ...more,
});
const failed = (more: Partial<Standing>): ConditionKey[] =>
  conditionsOf(standing(more))
    .filter(({ met }) => !met)
    .map(({ key }) => key);

describe('What "implemented" needs', () => {
  it('is met by an order, an owner, use, conformance, a metric and a verifier', () => {
    expect(conditionsOf(standing()).map(({ key, met }) => [key, met])).toEqual(CONDITION_KEYS.map((key) => [key, true]));
  });

  it.each<[string, Partial<Evidence>]>([
    ['without a number', { orderNumber: null }],
    ['without a date', { orderDate: null }],
    ['without a signatory', { signatory: null }],
    ['without a file', { fileSha256: null }],
    ['withdrawn', { withdrawnAt: NOW }],
    ['that held until yesterday', { validTo: '2026-11-21' }],
  ])('is not met by an order %s', (_, more) => {
    expect(failed({ evidence: [{ ...order, ...more }] })).toEqual(['order', 'verifier']);
  });

  it('counts an order that holds until today, and the latest of several', () => {
    expect(failed({ evidence: [{ ...order, validTo: '2026-11-22' }] })).toEqual([]);
    const later = { ...order, id: 'e2', addedAt: plusSeconds(NOW, 1), verifiedById: null };
    expect(failed({ evidence: [order, later] })).toEqual(['verifier']);
  });

  it('needs an active owner, and another who verified', () => {
    expect(failed({ process: { ...process, ownerId: null } })).toEqual(['owner']);
    expect(failed({ ownerActive: false })).toEqual(['owner']);
    expect(failed({ evidence: [{ ...order, verifiedById: 'owner' }] })).toEqual(['verifier']);
    expect(failed({ evidence: [{ ...order, verifiedById: null }] })).toEqual(['verifier']);
  });

  it('needs thirty records in three full months, or a small volume with a reason and one in each', () => {
    const with_live = (...live: number[]) => MONTHS.map((one, at) => ({ ...one, live: live[at]! }));
    const small = { ...process, lowVolumeReason: 'Trīs izmaiņas gadā.' };
    expect(failed({ months: with_live(10, 10, 10) })).toEqual([]);
    expect(failed({ months: with_live(10, 10, 9) })).toEqual(['usage']);
    expect(failed({ months: with_live(1, 1, 1), process: small })).toEqual([]);
    expect(failed({ months: with_live(40, 0, 1), process: small })).toEqual(['usage']);
    expect(failed({ months: MONTHS.slice(1), process: small })).toContain('usage');
  });

  it('needs nine tenths of the cases to conform, exactly nine tenths being enough', () => {
    const judged = (all: number, conforming: number) => [
      ...MONTHS.slice(0, 2).map((one) => ({ ...one, judged: 0, conforming: 0 })),
      month('2026-10', 11, all, conforming),
    ];
    expect(failed({ months: judged(10, 9) })).toEqual([]);
    expect(failed({ months: judged(42, 37) })).toEqual(['conformance']);
    expect(failed({ months: judged(0, 0) })).toEqual(['conformance']);
    for (let all = 10; all <= 2_000; all += 10) expect(failed({ months: judged(all, (all / 10) * 9) })).toEqual([]);
  });

  it('needs one metric frozen three months in a row, the last full month or the one before being the last', () => {
    const frozen = (...months: string[]) => failed({ frozen: new Map([['KPI-02', months]]) });
    expect(frozen('2026-08', '2026-09', '2026-10')).toEqual([]);
    expect(frozen('2026-07', '2026-08', '2026-09')).toEqual([]);
    expect(frozen('2026-06', '2026-07', '2026-08')).toEqual(['metric']);
    expect(frozen('2026-07', '2026-09', '2026-10')).toEqual(['metric']);
    expect(
      failed({
        frozen: new Map([
          ['KPI-02', ['2026-10', '2026-08']],
          ['KPI-09', ['2026-09']],
        ]),
      }),
    ).toEqual(['metric']);
    expect(failed({ frozen: new Map() })).toEqual(['metric']);
  });

  it('is met by verified external evidence where the process runs outside the desk, and not by it where it does not', () => {
    const external: Evidence = { ...order, id: 'x', kind: 'external', validTo: '2026-12-31' };
    const outside = { ...process, lifecycle: null };
    expect(failed({ process: outside, months: [], evidence: [order, external] })).toEqual([]);
    expect(failed({ process: outside, months: [], evidence: [order, { ...external, verifiedById: null }] })).toEqual([
      'usage',
      'conformance',
      'metric',
    ]);
    expect(failed({ months: [], evidence: [order, external] })).toEqual(['usage', 'conformance', 'metric']);
  });
});

describe('What the system does by itself', () => {
  const all = (broken: readonly ConditionKey[]): Condition[] =>
    CONDITION_KEYS.map((key) => ({ key, met: !broken.includes(key), external: false, facts: {} }));
  const days = (count: number) => plusSeconds(NOW, count * 86_400);

  it.each<ConditionKey>(['order', 'owner', 'verifier'])('suspends at once where %s is gone', (key) => {
    for (const stage of ['implemented', 'at_risk'] as const)
      expect(lapseOf(stage, NOW, all([key, 'usage']), NOW)).toEqual({ event: 'suspend', failed: [key] });
  });

  it.each<ConditionKey>(['usage', 'conformance', 'metric'])(
    'puts at risk where %s fails, restores where it holds again, suspends after sixty days',
    (key) => {
      expect(lapseOf('implemented', NOW, all([key]), NOW)).toEqual({ event: 'lapse', failed: [key] });
      expect(lapseOf('at_risk', NOW, all([]), days(59))).toEqual({ event: 'restore', failed: [] });
      expect(lapseOf('at_risk', NOW, all([key]), plusSeconds(days(60), -1))).toBeUndefined();
      expect(lapseOf('at_risk', NOW, all([key]), days(60))).toEqual({ event: 'suspend', failed: [key] });
    },
  );

  it('leaves other stages alone', () => {
    for (const stage of STAGES.filter((one) => one !== 'implemented' && one !== 'at_risk'))
      expect(lapseOf(stage, NOW, all(['order', 'usage']), days(90))).toBeUndefined();
    expect(lapseOf('implemented', NOW, all([]), NOW)).toBeUndefined();
  });
});

describe('The lifecycle of a process', () => {
  /** DOMAIN 3.7 by hand, and the way back of a suspended one. */
  const TABLE: Readonly<Record<string, string>> = {
    ...{
      'identified design': 'designed',
      'designed approve': 'approved',
      'approved go_live': 'piloted',
      'piloted implement': 'implemented',
    },
    ...{ 'implemented review': 'implemented', 'implemented lapse': 'at_risk', 'at_risk restore': 'implemented' },
    ...{ 'implemented suspend': 'suspended', 'at_risk suspend': 'suspended', 'suspended approve': 'approved' },
    ...Object.fromEntries(STAGES.filter((stage) => stage !== 'retired').map((stage) => [`${stage} retire`, 'retired'])),
  };

  it('allows what the table lists and nothing else', () => {
    for (const stage of STAGES)
      for (const event of PROCESS_EVENTS) {
        const to = TABLE[`${stage} ${event}`];
        if (to) expect(stageAfter(stage, event)).toBe(to);
        else expect(() => stageAfter(stage, event)).toThrow('processes.transition-not-allowed');
      }
    expect(unreachableStates(processLifecycle)).toEqual([]);
  });
});
