import { describe, expect, it } from '@jest/globals';
import { parseInstant } from '#kernel';
import { insideTolerance, mayStart, rigaDay } from './change-window.js';

const window = (from: string, to: string) => ({ from: parseInstant(from), to: parseInstant(to) });
const EVENING = window('2026-11-24T18:00:00Z', '2026-11-24T21:00:00Z');
const inside = (from: string, to: string): boolean => insideTolerance(EVENING, window(from, to), rigaDay);

describe('The window of a change', () => {
  it('may be moved by two hours to either side, to the microsecond', () => {
    expect(inside('2026-11-24T16:00:00Z', '2026-11-24T19:00:00Z')).toBe(true);
    expect(inside('2026-11-24T15:59:59.999999Z', '2026-11-24T18:59:59.999999Z')).toBe(false);
    expect(inside('2026-11-24T20:00:00Z', '2026-11-24T23:00:00Z')).toBe(true);
  });

  it('may become shorter, not longer', () => {
    expect(inside('2026-11-24T18:30:00Z', '2026-11-24T20:00:00Z')).toBe(true);
    expect(inside('2026-11-24T17:30:00Z', '2026-11-24T21:00:00Z')).toBe(false);
  });

  it('stays on its day in Latvia', () => {
    const late = window('2026-11-24T21:00:00Z', '2026-11-24T23:00:00Z');
    expect(insideTolerance(late, window('2026-11-24T22:00:00Z', '2026-11-25T00:00:00Z'), rigaDay)).toBe(false);
  });

  it('lets work begin from half an hour before it to half an hour after it', () => {
    const begins = ['17:29:59.999999', '17:30:00', '21:30:00', '21:30:00.000001'].map((time) =>
      mayStart(EVENING, parseInstant(`2026-11-24T${time}Z`)),
    );
    expect(begins).toEqual([false, true, true, false]);
  });
});
