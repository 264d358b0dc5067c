import { millis } from '../../../shared/format/riga-time';
import type { Change, ChangeWindow } from '../types';

const HOUR_MS = 3_600_000;
/** Marks stand far enough from each other to be read. */
const MARKS = 5;
const STEPS = [1, 2, 3, 4, 6, 12, 24, 48, 168];

export interface Bar {
  key: string;
  /** Shares of the strip, 0 to 100. */
  left: number;
  width: number;
  conflict: Change['conflicts'][number] | null;
}

export interface Scale {
  bars: Bar[];
  marks: { at: number; left: number }[];
}

/** Lays the window and what collides with it on a strip of whole hours, an hour or more wider than the window on both sides. */
export function scaleOf(window: ChangeWindow, conflicts: Change['conflicts']): Scale {
  const [from, to] = [millis(window.from), millis(window.to)];
  const margin = Math.max(HOUR_MS, (to - from) / 3);
  const step = (STEPS.find((hours) => (to - from + 2 * margin) / (hours * HOUR_MS) <= MARKS) ?? 336) * HOUR_MS;
  const start = Math.floor((from - margin) / HOUR_MS) * HOUR_MS;
  const end = Math.ceil((to + margin) / HOUR_MS) * HOUR_MS;
  const share = (at: number): number => (100 * (Math.min(end, Math.max(start, at)) - start)) / (end - start);
  const bar = (key: string, a: number, b: number, conflict: Bar['conflict']): Bar => ({
    key,
    left: share(a),
    width: share(b) - share(a),
    conflict,
  });
  const seen = new Set<string>();
  const others = conflicts.filter(({ change, freeze }) => {
    const name = change?.id ?? freeze;
    if (!name || seen.has(name)) return false;
    seen.add(name);
    return true;
  });
  const marks = [];
  for (let at = Math.ceil(start / step) * step; at <= end; at += step) marks.push({ at, left: share(at) });
  return {
    bars: [
      bar('this', from, to, null),
      ...others.map((conflict, index) => bar(String(index), millis(conflict.from), millis(conflict.to), conflict)),
    ],
    marks,
  };
}
