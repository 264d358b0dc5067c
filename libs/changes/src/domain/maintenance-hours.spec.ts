import { describe, expect, it } from '@jest/globals';
import { formatInstant, parseInstant } from '#kernel';
import { asWeek, hoursWithin, type Maintenance } from './maintenance-hours.js';

const weekly = (hours: NonNullable<Maintenance['weekly']>, validFrom = '2026-01-01', validTo: string | null = null): Maintenance => ({
  ...{ serviceId: 's', weekly: hours, validFrom, validTo, period: null },
});
const within = (windows: Maintenance[], from: string, to: string): string[] =>
  hoursWithin(windows, { from: parseInstant(from), to: parseInstant(to) }).map(
    (one) => `${formatInstant(one.from).slice(5, 16)} ${formatInstant(one.to).slice(5, 16)}`,
  );

describe('Maintenance hours', () => {
  it('are cut at midnight where they go over it, and are one again as time', () => {
    const hours = [{ weekday: 7, from: '22:00', to: '02:00' }];
    expect(asWeek(hours)).toEqual({ 7: [['22:00', '24:00']], 1: [['00:00', '02:00']] });
    expect(within([weekly(hours)], '2026-11-20T00:00:00Z', '2026-11-25T00:00:00Z')).toEqual(['11-22T20:00 11-23T00:00']);
  });

  it('end at midnight where they say so', () => {
    expect(asWeek([{ weekday: 2, from: '20:00', to: '00:00' }])).toEqual({ 2: [['20:00', '24:00']] });
    expect(asWeek([{ weekday: 2, from: '20:00', to: '24:00' }])).toEqual({ 2: [['20:00', '24:00']] });
  });

  it('hold from their first date to the day before their last', () => {
    const hours = weekly([{ weekday: 2, from: '20:00', to: '22:00' }], '2026-11-17', '2026-11-24');
    expect(within([hours], '2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z')).toEqual(['11-17T18:00 11-17T20:00']);
  });

  it('come once where a date was set for them, and join what they meet', () => {
    const once = { from: parseInstant('2026-11-24T17:00:00Z'), to: parseInstant('2026-11-24T18:30:00Z') };
    const extra: Maintenance = { serviceId: 's', weekly: null, validFrom: null, validTo: null, period: once };
    const hours = weekly([{ weekday: 2, from: '20:00', to: '22:00' }]);
    expect(within([hours, extra], '2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z')).toEqual(['11-24T17:00 11-24T20:00']);
  });

  it('are as long as the wall clock says on both nights of daylight saving', () => {
    const hours = weekly([{ weekday: 7, from: '02:00', to: '05:00' }]);
    expect(within([hours], '2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z')).toEqual(['03-29T00:00 03-29T02:00']);
    expect(within([hours], '2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z')).toEqual(['10-24T23:00 10-25T03:00']);
  });
});
