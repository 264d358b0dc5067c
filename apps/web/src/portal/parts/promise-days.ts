import type { ClockExplanation, ClockInterval } from '../../shared/api/api-types';
import { inRiga, millis, type RigaTime, weekdayOf, type Weekday } from '../../shared/format/riga-time';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** A longer list than this merges equal whole days into one line. */
const LONG_LIST = 8;

/** A stretch of a day on the bar, in hours of Riga since midnight. */
export interface Stretch {
  from: number;
  to: number;
  kind: 'counted' | 'pause';
  future: boolean;
}

/** One line of the count: a day, or several equal days in a row. */
export interface PromiseDay {
  firstDate: string;
  lastDate: string;
  days: number;
  stretches: Stretch[];
  /** Whole minutes; the lines add up to the total exactly. */
  countedMinutes: number;
  pausedMinutes: number;
  note: string | null;
  today: boolean;
}

export interface PromiseCount {
  rows: PromiseDay[];
  totalMinutes: number;
  /** Hours between which the bars are drawn. */
  axis: [number, number];
  /** What did not count, in words, each once. */
  uncounted: string[];
  pausedMinutes: number;
}

interface Piece {
  date: string;
  from: number;
  to: number;
  interval: ClockInterval;
  seconds: number;
}

const hourOf = (time: RigaTime): number => time.hour + time.minute / 60;

/** The next midnight in Riga after an instant; days of 23 and 25 hours come out right. */
function nextMidnight(at: number): number {
  const time = inRiga(at);
  const guess = at - (at % 60_000) + (24 * 60 - time.hour * 60 - time.minute) * 60_000;
  const { hour } = inRiga(guess);
  if (hour === 23) return guess + HOUR_MS;
  return hour === 1 ? guess - HOUR_MS : guess;
}

/** Cuts an interval at the midnights of Riga. */
function cut(interval: ClockInterval): Piece[] {
  const pieces: Piece[] = [];
  const end = millis(interval.to);
  for (let start = millis(interval.from); start < end;) {
    const stop = Math.min(end, nextMidnight(start));
    const time = inRiga(start);
    const last = inRiga(stop);
    const to = last.date === time.date ? hourOf(last) : 24;
    pieces.push({ date: time.date, from: hourOf(time), to, interval, seconds: (stop - start) / 1000 });
    start = stop;
  }
  return pieces;
}

function axisOf(clock: ClockExplanation, pieces: Piece[]): [number, number] {
  if (/24\s*[x×]\s*7/i.test(clock.calendar.code)) return [0, 24];
  const counted = pieces.filter((piece) => piece.interval.counted);
  return [Math.min(8.5, ...counted.map((piece) => piece.from)), Math.max(17, ...counted.map((piece) => piece.to))];
}

const WHOLE_DAY_OFF = new Set(['weekend', 'holiday', 'moved_day_off']);

function noteOf(clock: ClockExplanation, date: string, pieces: Piece[]): string | null {
  const given = clock.days.find((day) => day.date === date)?.note;
  if (given) return given;
  const off = pieces.find((piece) => WHOLE_DAY_OFF.has(piece.interval.reason) || piece.interval.reason === 'shortened');
  return off?.interval.label ?? null;
}

function stretchesOf(pieces: Piece[], [open, shut]: [number, number], dayOff: boolean): Stretch[] {
  return pieces
    .filter((piece) => piece.interval.counted || (piece.interval.reason === 'pause' && !dayOff))
    .map((piece) => ({
      from: Math.max(open, piece.from),
      to: Math.min(shut, piece.to),
      kind: piece.interval.counted ? ('counted' as const) : ('pause' as const),
      future: piece.interval.future,
    }))
    .filter((stretch) => stretch.to > stretch.from);
}

const minutesOf = (stretches: Stretch[], kind: Stretch['kind']): number =>
  Math.round(stretches.reduce((sum, stretch) => sum + (stretch.kind === kind ? stretch.to - stretch.from : 0), 0) * 60);

/** Each date from the first to the last piece, those without a piece included. */
function datesBetween(first: string, last: string): string[] {
  const dates: string[] = [];
  for (let at = Date.parse(`${first}T12:00:00Z`); at <= Date.parse(`${last}T12:00:00Z`); at += DAY_MS) {
    const { year, month, day } = inRiga(at);
    dates.push(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  }
  return dates;
}

/** The weekday of `2026-11-22`. */
export function weekdayOfDate(date: string): Weekday {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return weekdayOf(year, month, day);
}

function sameKind(a: PromiseDay, b: PromiseDay, mergeFull: boolean): boolean {
  if (a.note !== b.note || a.pausedMinutes + b.pausedMinutes > 0) return false;
  if (a.countedMinutes === 0 && b.countedMinutes === 0) return true;
  if (a.today || b.today) return false;
  const sameShape = JSON.stringify(a.stretches) === JSON.stringify(b.stretches);
  return mergeFull && sameShape && a.countedMinutes / a.days === b.countedMinutes;
}

function merge(rows: PromiseDay[]): PromiseDay[] {
  const merged: PromiseDay[] = [];
  const mergeFull = rows.length > LONG_LIST;
  for (const row of rows) {
    const before = merged.at(-1);
    if (before && sameKind(before, row, mergeFull)) {
      before.lastDate = row.lastDate;
      before.days += 1;
      before.today ||= row.today;
      before.countedMinutes += row.countedMinutes;
    } else merged.push({ ...row });
  }
  return merged;
}

/**
 * Counts a promise day by day. Minutes are rounded on the running sum, so that the lines always add up to the total.
 * `now` (milliseconds) marks today.
 */
export function countPromise(clock: ClockExplanation, now: number): PromiseCount {
  const pieces = clock.intervals.filter((interval) => interval.reason !== 'before_start' && interval.reason !== 'after_stop').flatMap(cut);
  const axis = axisOf(clock, pieces);
  const today = inRiga(now).date;
  const first = pieces[0]?.date;
  const last = pieces.at(-1)?.date;
  let sum = 0;
  let told = 0;
  const rows = (first && last ? datesBetween(first, last) : []).map((date): PromiseDay => {
    const own = pieces.filter((piece) => piece.date === date);
    const dayOff =
      own.every((piece) => !piece.interval.counted) &&
      (weekdayOfDate(date) > 5 || own.some((piece) => WHOLE_DAY_OFF.has(piece.interval.reason)));
    const stretches = stretchesOf(own, axis, dayOff && axis[1] !== 24);
    sum += own.reduce((total, piece) => total + (piece.interval.counted ? piece.seconds : 0), 0);
    const countedMinutes = Math.round(sum / 60) - told;
    told += countedMinutes;
    const pausedMinutes = minutesOf(stretches, 'pause');
    return {
      firstDate: date,
      lastDate: date,
      days: 1,
      stretches,
      countedMinutes,
      pausedMinutes,
      note: noteOf(clock, date, own),
      today: date === today,
    };
  });
  const uncounted = [
    ...new Set(pieces.filter((piece) => !piece.interval.counted && piece.interval.reason !== 'pause').map((piece) => piece.interval.label)),
  ];
  return {
    rows: merge(rows),
    totalMinutes: told,
    axis,
    uncounted,
    pausedMinutes: rows.reduce((total, row) => total + row.pausedMinutes, 0),
  };
}
