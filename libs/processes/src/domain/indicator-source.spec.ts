import { instant } from '#kernel';
import { countReading, shareReading } from './indicator-source.js';

const origin = { dataAt: instant(0), rowsPath: null };

describe('a reading of an indicator', () => {
  it('is a share with its interval from thirty rows on', () => {
    const { value, interval, n } = shareReading(170, 200, origin);
    expect({ value, n }).toEqual({ value: 85, n: 200 });
    expect(interval!.low).toBeCloseTo(79.4, 1);
    expect(interval!.high).toBeCloseTo(89.3, 1);
  });

  it('keeps the share back below ten rows, and the interval below five', () => {
    expect(shareReading(6, 9, origin)).toMatchObject({ value: null, numerator: 6, denominator: 9, interval: { low: expect.any(Number) } });
    expect(shareReading(4, 4, origin)).toMatchObject({ value: null, numerator: 4, interval: null });
    expect(shareReading(0, 0, origin)).toMatchObject({ value: null, n: 0, interval: null });
  });

  it('of a full count has no interval', () => {
    expect(countReading(17_102, origin)).toMatchObject({ value: 17_102, n: 17_102, interval: null });
  });
});
