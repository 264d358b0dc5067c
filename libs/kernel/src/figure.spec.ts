import { describe, expect, it } from '@jest/globals';
import { displayOf, figureOf, statusOf, type Tally } from './figure.js';
import { hiddenParts } from './hidden-parts.js';
import { wilsonInterval } from './wilson-interval.js';

const tally = (numerator: number, denominator: number): Tally => ({
  numerator,
  denominator,
  extra: { goodRatings: numerator, goodRatingShare: 50 },
});

describe('a figure of small numbers', () => {
  it.each([
    [0, 'none', 'none'],
    [1, 'hidden', 'counts'],
    [4, 'hidden', 'counts'],
    [5, 'counts', 'counts'],
    [9, 'counts', 'counts'],
    [10, 'small', 'small'],
    [29, 'small', 'small'],
    [30, 'full', 'full'],
  ])('of %i shows opinions as %s and other counts as %s', (n, opinions, counts) => {
    expect(displayOf(n, 'opinions')).toBe(opinions);
    expect(displayOf(n, 'counts')).toBe(counts);
  });

  it('says nothing at all of fewer than five opinions', () => {
    expect(figureOf(tally(3, 4), 'opinions', 85)).toEqual({
      numerator: null,
      denominator: null,
      n: null,
      value: null,
      low: null,
      high: null,
      display: 'hidden',
      status: null,
      extra: { goodRatings: null, goodRatingShare: null },
    });
  });

  it('shows clocks below five as counts only', () => {
    expect(figureOf(tally(1, 4), 'counts', 90)).toMatchObject({
      numerator: 1,
      denominator: 4,
      value: null,
      low: null,
      high: null,
      status: null,
    });
  });

  it('shows counts and interval of five to nine, no share and no status', () => {
    expect(figureOf(tally(4, 5), 'opinions', 85)).toMatchObject({
      numerator: 4,
      n: 5,
      value: null,
      low: 37.6,
      high: 96.4,
      status: null,
      extra: { goodRatings: 4, goodRatingShare: null },
    });
  });

  it('shows share and interval from ten', () => {
    expect(figureOf(tally(17, 20), 'opinions', 85)).toMatchObject({ value: 85, low: 64, high: 94.8, display: 'small', status: 'reached' });
    expect(figureOf(tally(170, 200), 'counts', 85)).toMatchObject({ value: 85, low: 79.4, high: 89.3, display: 'full' });
  });

  it('has no data where nobody answered', () => {
    expect(figureOf(tally(0, 0), 'opinions', 85)).toMatchObject({ n: 0, value: null, display: 'none', status: null });
  });
});

describe('the status of a figure', () => {
  it('compares unrounded', () => {
    expect(statusOf(wilsonInterval(17, 20), 85)).toBe('reached');
    expect(statusOf(wilsonInterval(1699, 2000), 85)).toBe('not_reached_within_error');
  });

  it('is safe where even the lower bound reaches the target, and a plain miss where the upper does not', () => {
    expect(statusOf(wilsonInterval(190, 200), 85)).toBe('safely_reached');
    expect(statusOf(wilsonInterval(100, 200), 85)).toBe('not_reached');
    expect(statusOf(wilsonInterval(100, 200), null)).toBeNull();
  });
});

describe('a figure of which less is better', () => {
  it('is safely reached where even the upper bound stays below the target', () => {
    expect(statusOf(wilsonInterval(2, 200), 5, 'lower')).toBe('safely_reached');
    expect(statusOf(wilsonInterval(10, 200), 5, 'lower')).toBe('reached');
    expect(statusOf(wilsonInterval(14, 200), 5, 'lower')).toBe('not_reached_within_error');
    expect(statusOf(wilsonInterval(60, 200), 5, 'lower')).toBe('not_reached');
  });
});

describe('a figure of lengths', () => {
  const lengths = (n: number): Tally => ({
    numerator: n,
    denominator: n,
    extra: { over30: 2 },
    spread: { median: 3_600, p90: 9_000, mean: 4_000 },
  });

  it('has no share, no interval and no status', () => {
    expect(figureOf(lengths(40), 'counts', 85)).toMatchObject({
      ...{ n: 40, value: null, low: null, high: null, status: null, display: 'full' },
      ...{ spread: { median: 3_600, p90: 9_000, mean: 4_000 }, extra: { over30: 2 } },
    });
  });

  it('shows a median from five and a ninetieth percentile from ten', () => {
    expect(figureOf(lengths(9), 'counts', null).spread).toEqual({ median: 3_600, p90: null, mean: 4_000 });
    expect(figureOf(lengths(4), 'counts', null)).toMatchObject({ n: 4, spread: { median: null, p90: null, mean: null } });
  });
});

describe('a breakdown of opinions', () => {
  const hidden = (...sizes: number[]): number[] => [...hiddenParts(sizes)].map((at) => sizes[at]!).sort((a, b) => a - b);

  it('hides nothing where every row has five', () => {
    expect(hidden(5, 9, 30)).toEqual([]);
  });

  it('hides the next smallest with the only hidden row', () => {
    expect(hidden(3, 12, 40)).toEqual([3, 12]);
  });

  it('goes on hiding while the hidden ones together are still fewer than five', () => {
    expect(hidden(1, 2, 12, 40)).toEqual([1, 2, 12]);
    expect(hidden(3, 4, 12)).toEqual([3, 4]);
  });

  it('does not take an empty row for a hiding place', () => {
    expect(hidden(3, 0, 40)).toEqual([3, 40]);
  });
});
