import { instant } from '#kernel';
import { shareReading, countReading } from './indicator-source.js';
import {
  displayOfValue,
  type IndicatorValue,
  measuredValue,
  recordedValue,
  statusOfMilestone,
  statusOfValue,
  targetFor,
} from './indicator-value.js';
import type { Milestone, NumericIndicator } from './scorecard.js';

const names = { name: { lv: 'a', en: 'a' }, note: { lv: '', en: '' }, tasks: [], id: 'i', goalId: 'g', code: 'c' };
const share: NumericIndicator = { ...names, kind: 'numeric', unit: 'percent', better: 'higher', sourceCode: null, baseline: null };
const fleet: NumericIndicator = { ...share, unit: 'count', better: 'lower', baseline: 20_300 };
const radio: Milestone = { ...names, kind: 'milestone', dueYear: 2022 };
const origin = { dataAt: instant(0), rowsPath: null };
const measured = (hits: number, n: number): IndicatorValue => measuredValue(shareReading(hits, n, origin));

const recorded = (over: object): IndicatorValue =>
  recordedValue(share, {
    ...{ id: 'm', indicatorId: 'i', year: 2022, origin: 'imported', source: 'Pārskats', recordedById: null, recordedAt: instant(0) },
    ...{ value: null, numerator: null, denominator: null, achievedOn: null, ...over },
  });

describe('The status of an indicator', () => {
  it.each([
    ['17 of 20 against 85 %: reached, and not safely', 17, 20, 85, 'reached'],
    ['170 of 200 against 79 %: even the lower bound reaches it', 170, 200, 79, 'safely_reached'],
    ['170 of 200 against 87 %: short of it within the error', 170, 200, 87, 'not_reached_within_error'],
    ['170 of 200 against 90 %: not reached', 170, 200, 90, 'not_reached'],
    ['9316 of 9420 against 100 %: not reached', 9316, 9420, 100, 'not_reached'],
  ])('%s', (_, hits, n, target, status) => expect(statusOfValue(share, measured(hits, n), target)).toBe(status));

  it('is none where too few are counted for a share, or there is no target', () => {
    expect(statusOfValue(share, measured(8, 9), 50)).toBeNull();
    expect(statusOfValue(share, measured(80, 90), null)).toBeNull();
  });

  it('of a share without an interval is reached or not, never safe: nobody knows how sure it is', () => {
    expect(statusOfValue(share, recorded({ value: 99 }), 50)).toBe('reached');
    expect(statusOfValue(share, recorded({ value: 49.99 }), 50)).toBe('not_reached');
  });

  it('of a share that was given with its counts stands on their interval', () => {
    const value = recorded({ value: 85, numerator: 170, denominator: 200 });
    expect(value.low).toBeCloseTo(79.4, 1);
    expect(statusOfValue(share, value, 79)).toBe('safely_reached');
  });

  it('is mirrored where fewer is better: 17 255 of equipment is reached, 17 256 is not', () => {
    expect(statusOfValue(fleet, measuredValue(countReading(17_255, origin)), 17_255)).toBe('reached');
    expect(statusOfValue(fleet, measuredValue(countReading(17_256, origin)), 17_255)).toBe('not_reached');
  });

  it.each([
    ['2022-12-31', 2022, '2026-01-01', 'reached'],
    ['2023-01-01', 2022, '2026-01-01', 'not_reached'],
    [null, 2022, '2023-01-01', 'not_reached'],
    [null, 2022, '2022-12-31', null],
    [null, 2021, '2026-01-01', null],
  ])('of a milestone due in 2022 that was done on %s, looked at in %i on %s, is %s', (achievedOn, year, today, status) => {
    expect(statusOfMilestone(radio, achievedOn === null ? null : recorded({ achievedOn }), year, today)).toBe(status);
  });
});

describe('What is shown of a value', () => {
  it.each([
    [measured(4, 4), 'counts'],
    [measured(7, 9), 'counts'],
    [measured(17, 20), 'small'],
    [measured(170, 200), 'full'],
    [recorded({ value: 67.9 }), 'full'],
  ])('%#', (value, display) => expect(displayOfValue(share, value)).toBe(display));

  it('is nothing of opinions that stay hidden', () => {
    const value = measuredValue({ ...origin, value: null, numerator: null, denominator: null, n: null, interval: null });
    expect(displayOfValue(share, value)).toBe('hidden');
    expect(statusOfValue(share, value, 70)).toBeNull();
  });
});

describe('The target of a year', () => {
  const targets = [
    { year: 2020, value: 65 },
    { year: 2021, value: 70 },
    { year: 2021, value: 72 },
  ];
  it('is the one that was set last, else that of the year before', () => {
    expect([2019, 2020, 2021, 2022].map((year) => targetFor(targets, year))).toEqual([null, 65, 72, 72]);
  });
});
