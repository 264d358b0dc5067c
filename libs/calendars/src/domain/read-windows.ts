import type { Window } from './calendar-version.js';
import type { FieldFaults } from './field-faults.js';

/** Windows of one day; nobody works in more shifts than that, and each makes an answer longer. */
const MAX_WINDOWS = 24;
const TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/**
 * Reads the windows of one day, `[["08:30", "12:30"], ["13:00", "17:00"]]`, and gives them in order. The end may be `24:00`;
 * windows may touch and must not overlap. What is wrong goes to `faults`, below `at`.
 */
export function readWindows(value: unknown, at: string, faults: FieldFaults): Window[] {
  if (!Array.isArray(value)) {
    faults.add(at, value === undefined ? 'platform.field-is-defined' : 'calendars.windows-form');
    return [];
  }
  if (value.length > MAX_WINDOWS) {
    faults.add(at, 'calendars.too-many-windows');
    return [];
  }
  const read = value.flatMap((window: unknown, index) => readWindow(window, `${at}/${index}`, faults));
  read.sort((a, b) => a.from - b.from || a.to - b.to);
  read.forEach((window, index) => {
    if (index > 0 && window.from < read[index - 1]!.to) faults.add(window.at, 'calendars.windows-overlap');
  });
  return read.map(({ window }) => window);
}

interface ReadWindow {
  readonly window: Window;
  readonly from: number;
  readonly to: number;
  readonly at: string;
}

function readWindow(value: unknown, at: string, faults: FieldFaults): ReadWindow[] {
  if (!Array.isArray(value) || value.length !== 2) {
    faults.add(at, 'calendars.window-form');
    return [];
  }
  const bad = value.findIndex((time: unknown) => typeof time !== 'string' || !TIME.test(time));
  if (bad >= 0) {
    faults.add(`${at}/${bad}`, 'calendars.time-form');
    return [];
  }
  const [from, to] = value as [string, string];
  // Times of equal length compare like the clock does.
  if (to <= from) {
    faults.add(`${at}/1`, 'calendars.window-end');
    return [];
  }
  return [{ window: [from, to], from: minutes(from), to: minutes(to), at }];
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
