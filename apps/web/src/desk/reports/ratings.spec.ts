import { describe, expect, it } from '@jest/globals';
import type { Figure } from '../data/types';
import { sharesOf, spreadOf } from './ratings';

const figure = (extra: Record<string, unknown>, display: Figure['display'] = 'full') => ({ display, extra }) as Figure;

describe('the spread of ratings', () => {
  it('reads the three answers from what the server counts', () => {
    expect(spreadOf(figure({ ratings: 10, satisfiedRatings: 9, goodRatings: 6 }))).toEqual({ bad: 1, satisfactory: 3, good: 6, all: 10 });
  });

  it('shows nothing of a hidden figure, nor of one without ratings', () => {
    expect(spreadOf(figure({ ratings: null, satisfiedRatings: null, goodRatings: null }, 'hidden'))).toBeNull();
    expect(spreadOf(figure({ ratings: 0, satisfiedRatings: 0, goodRatings: 0 }))).toBeNull();
  });

  it('gives shares that add up to 100', () => {
    const shares = sharesOf({ bad: 1, satisfactory: 1, good: 1, all: 3 });
    expect(shares.bad + shares.satisfactory + shares.good).toBe(100);
  });
});
