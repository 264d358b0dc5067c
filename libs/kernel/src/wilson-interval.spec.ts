import { percent, wilsonInterval } from './wilson-interval.js';

describe('a Wilson interval', () => {
  it.each([
    [170, 200, 85.0, 79.4, 89.3],
    [17, 20, 85.0, 64.0, 94.8],
    [4, 5, 80.0, 37.6, 96.4],
  ])('of %i out of %i is %d [%d; %d]', (hits, n, value, low, high) => {
    const share = wilsonInterval(hits, n);
    expect([share?.value, share?.low, share?.high].map((x) => percent(x ?? Number.NaN))).toEqual([value, low, high]);
  });

  it('is undefined where nobody was asked', () => {
    expect(wilsonInterval(0, 0)).toBeUndefined();
  });

  it('stays within 0 and 1 at the ends', () => {
    expect(wilsonInterval(0, 3)?.low).toBe(0);
    expect(wilsonInterval(3, 3)?.high).toBe(1);
  });

  it('refuses more hits than n', () => {
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
  });

  it('rounds half up to one decimal', () => {
    expect(percent(0.8445)).toBe(84.5);
    expect(percent(0.25)).toBe(25);
  });
});
