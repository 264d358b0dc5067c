import { instant } from './instant.js';
import { intersect, length, unite } from './interval.js';

const span = (from: number, to: number): { from: ReturnType<typeof instant>; to: ReturnType<typeof instant> } => ({
  from: instant(from),
  to: instant(to),
});

describe('half-open intervals', () => {
  it('share nothing where one ends as the other begins', () => {
    expect(intersect(span(0, 5), span(5, 9))).toBeUndefined();
  });

  it('share their overlap', () => {
    expect(intersect(span(0, 6), span(4, 9))).toEqual(span(4, 6));
  });

  it('are united in order, touching ones joined and empty ones dropped', () => {
    expect(unite([span(8, 9), span(3, 5), span(0, 3), span(7, 7), span(4, 6)])).toEqual([span(0, 6), span(8, 9)]);
  });

  it('are united when one lies within another', () => {
    expect(unite([span(0, 10), span(2, 3)])).toEqual([span(0, 10)]);
  });

  it('add up to their length', () => {
    expect(length([span(0, 6), span(8, 9)])).toBe(7);
  });
});
