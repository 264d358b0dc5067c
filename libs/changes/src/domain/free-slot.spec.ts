import { describe, expect, it } from '@jest/globals';
import { formatInstant, type Interval, parseInstant } from '#kernel';
import { findSlot, inAll, type SlotSearch } from './free-slot.js';
import { hoursWithin } from './maintenance-hours.js';

const HOUR = 3_600_000_000;
const at = (time: string) => parseInstant(`2026-11-${time}:00Z`);
const span = (from: string, to: string): Interval => ({ from: at(from), to: at(to) });
const search = (more: Partial<SlotSearch<Interval>> = {}) =>
  findSlot({ from: at('24T18:00'), until: at('30T00:00'), length: 2 * HOUR, allowed: undefined, blocked: [], ...more });
const begins = (more?: Partial<SlotSearch<Interval>>): string | undefined => {
  const { slot } = search(more);
  return slot && formatInstant(slot.from).slice(8, 16);
};

describe('The next free slot', () => {
  it('begins at once where nothing is in the way, on a quarter of an hour', () => {
    expect(begins()).toBe('24T18:00');
    expect(begins({ from: at('24T18:01') })).toBe('24T18:15');
  });

  it('begins when the last thing in the way ends, and names what it passed over', () => {
    const blocked = [span('24T19:00', '24T20:10'), span('24T17:00', '24T18:30'), span('24T23:00', '24T23:30')];
    expect(begins({ blocked })).toBe('24T20:15');
    expect(search({ blocked }).skipped).toEqual([blocked[1], blocked[0]]);
  });

  it('fits between two to the minute', () => {
    expect(begins({ blocked: [span('24T17:00', '24T18:15'), span('24T20:15', '24T22:00')] })).toBe('24T18:15');
    expect(begins({ blocked: [span('24T17:00', '24T18:15'), span('24T20:14', '24T22:00')] })).toBe('24T22:00');
  });

  it('lies whole in the allowed time, and is not there where no stretch is long enough', () => {
    expect(begins({ allowed: [span('24T18:00', '24T19:30'), span('25T18:00', '25T20:00')] })).toBe('25T18:00');
    expect(begins({ allowed: [span('24T18:00', '24T19:30')] })).toBeUndefined();
    expect(begins({ allowed: [] })).toBeUndefined();
  });

  it('ends at the horizon at the latest', () => {
    expect(begins({ until: at('24T20:00') })).toBe('24T18:00');
    expect(begins({ until: at('24T19:59') })).toBeUndefined();
  });

  it('does not take the hour that is missing in March for an hour', () => {
    const weekly = [{ weekday: 7, from: '02:00', to: '05:00' }];
    const period = { from: parseInstant('2026-03-28T12:00:00Z'), to: parseInstant('2026-04-10T00:00:00Z') };
    const allowed = hoursWithin([{ serviceId: 's', weekly, validFrom: '2026-01-01', validTo: null, period: null }], period);
    const { slot } = findSlot({ from: period.from, until: period.to, length: 3 * HOUR, allowed, blocked: [] });
    expect(formatInstant(slot!.from)).toBe('2026-04-04T23:00:00.000Z');
  });
});

describe('Time that lies in all lists', () => {
  it('is cut out of each', () => {
    const one = [span('24T10:00', '24T14:00'), span('24T16:00', '24T18:00')];
    const two = [span('24T12:00', '24T17:00')];
    expect(inAll([one, two])).toEqual([span('24T12:00', '24T14:00'), span('24T16:00', '24T17:00')]);
    expect(inAll([one, []])).toEqual([]);
    expect(inAll([])).toBeUndefined();
  });
});
