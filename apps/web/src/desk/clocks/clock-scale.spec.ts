import { describe, expect, it } from '@jest/globals';
import type { ClockExplanation, ClockInterval } from '../data/types';
import { scaleOf, stretchesOf, thresholdAt } from './clock-scale';

const interval = (from: string, to: string, reason: ClockInterval['reason'], future = false): ClockInterval => ({
  from: `2026-11-16T${from}:00Z`,
  to: `2026-11-16T${to}:00Z`,
  counted: reason === 'working',
  seconds: (Date.parse(`2026-11-16T${to}:00Z`) - Date.parse(`2026-11-16T${from}:00Z`)) / 1000,
  reason,
  label: reason,
  future,
});

const clock = {
  state: 'running',
  outcome: null,
  consumedSeconds: 3 * 3600,
  remainingSeconds: 3600,
  calendar: { code: 'lv-8x5', name: 'LV 8×5' },
  promises: [],
  intervals: [
    interval('06:30', '08:30', 'working'),
    interval('08:30', '09:30', 'pause'),
    interval('09:30', '10:30', 'working'),
    interval('10:30', '11:30', 'working', true),
  ],
} as unknown as ClockExplanation;

describe('the picture of a clock', () => {
  const scale = scaleOf(stretchesOf(clock, Date.parse('2026-11-16T10:30:00Z'), ''));

  it('draws counted time to scale', () => {
    const [first, , third] = scale.stretches;
    expect((first?.width ?? 0) / (third?.width ?? 1)).toBeCloseTo(2, 5);
  });

  it('has no gaps and places an instant inside its stretch', () => {
    for (const [index, stretch] of scale.stretches.entries())
      expect(stretch.x).toBeCloseTo(
        scale.stretches.slice(0, index).reduce((sum, one) => sum + one.width, 0),
        5,
      );
    const pause = scale.stretches[1];
    expect(scale.at(Date.parse('2026-11-16T09:00:00Z'))).toBeCloseTo((pause?.x ?? 0) + (pause?.width ?? 0) / 2, 5);
  });

  it('finds the instant of a threshold across a pause', () => {
    expect(thresholdAt(clock, 50)).toBe(Date.parse('2026-11-16T08:30:00Z'));
    expect(thresholdAt(clock, 75)).toBe(Date.parse('2026-11-16T10:30:00Z'));
  });
});
