import { instant, type Instant, intersect, type Interval, unite } from '#kernel';
import type { CalendarDefinition, CalendarException, Weekday, Window } from './calendar-version.js';
import {
  dateOf,
  epochDay,
  type EpochDay,
  MICROS_PER_DAY,
  MICROS_PER_MINUTE,
  type OffsetStretch,
  startOfDay,
  stretchesOfDay,
  weekdayOf,
} from './local-day.js';

/** Why the time outside the windows of a day does not count. */
export type DayKind = 'working' | 'weekend' | 'holiday' | 'moved_day_off';

/** One local date, expanded into instants. */
export interface DayPlan {
  readonly date: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly kind: DayKind;
  /** What counts, in order, disjoint. */
  readonly windows: readonly Interval[];
  /** What would count if the day were not shortened. */
  readonly lost: readonly Interval[];
  /** Microseconds in the windows. */
  readonly counted: number;
  /** The exception that shaped it, if one did. */
  readonly exception?: CalendarException;
}

/** What a day is, in one word; a moved working day stays one where it is shortened, too. */
export type DescribedKind = DayKind | 'moved_working_day' | 'shortened' | 'one_off';

/** One local date by the wall clock. */
export interface DescribedDay {
  readonly date: string;
  readonly kind: DescribedKind;
  readonly shortened: boolean;
  /** What counts. */
  readonly windows: readonly Window[];
  readonly exception?: CalendarException;
}

interface WallWindow {
  readonly from: number;
  readonly to: number;
}

/** Reads a calendar's definition by dates: what kind of day it is and which wall-clock windows it has. */
export class DayRules {
  private readonly exceptions = new Map<string, CalendarException>();
  private readonly recurring: ReadonlySet<string>;
  /** The rules of the dates before `validFrom`: what was counted by an earlier version is counted so for good. */
  private readonly earlier: DayRules | undefined;

  constructor(private readonly definition: CalendarDefinition) {
    this.earlier = definition.before && definition.validFrom ? new DayRules(definition.before) : undefined;
    this.recurring = new Set(definition.recurringHolidays);
    for (const exception of definition.exceptions) this.add(exception);
  }

  /** The day's plan in instants. An instant counts where the wall clock reads a time inside a window, on both nights of daylight saving too. */
  plan(day: EpochDay): DayPlan {
    const date = dateOf(day);
    const earlier = this.earlierOn(date);
    if (earlier) return earlier.plan(day);
    const { timezone } = this.definition;
    const from = startOfDay(timezone, day);
    const to = startOfDay(timezone, day + 1);
    const { full, kept, exception } = this.wallDay(day, date);
    const cuts = full.length === 0 ? [] : stretchesOfDay(timezone, day);
    const windows = toInstants(kept, cuts, day);
    const lost = kept === full ? [] : toInstants(without(full, kept), cuts, day);
    const counted = windows.reduce((sum, w) => sum + (w.to - w.from), 0);
    return { date, from, to, kind: kindOf(full, exception), windows, lost, counted, ...(exception ? { exception } : {}) };
  }

  /** The day as a person reads it: by the wall clock, with what shaped it. */
  describe(day: EpochDay): DescribedDay {
    const date = dateOf(day);
    const earlier = this.earlierOn(date);
    if (earlier) return earlier.describe(day);
    const { full, kept, exception } = this.wallDay(day, date);
    const shortened = kept !== full;
    const kind = describedKind(kindOf(full, exception), shortened, exception);
    return { date, kind, shortened, windows: kept.map(writeWindow), ...(exception ? { exception } : {}) };
  }

  private earlierOn(date: string): DayRules | undefined {
    return this.earlier && date < this.definition.validFrom! ? this.earlier : undefined;
  }

  private wallDay(day: EpochDay, date: string): { full: WallWindow[]; kept: WallWindow[]; exception: CalendarException | undefined } {
    const exception = this.exceptionOn(date);
    const full = this.wallWindows(day, exception);
    const kept = this.isShortened(day, exception) && full.length > 0 ? shorten(full, this.definition.shortenedByMinutes) : full;
    return { full, kept, exception };
  }

  /** What is said of a date: the most specific wins, an exception before a holiday of every year. */
  private exceptionOn(date: string): CalendarException | undefined {
    return this.exceptions.get(date) ?? (this.recurring.has(date.slice(5)) ? { date, kind: 'holiday' } : undefined);
  }

  private add(exception: CalendarException): void {
    const known = this.exceptions.get(exception.date);
    // A holiday outranks whatever else is said of its date, but for an order that makes people work on it.
    if (known && (known.kind === 'moved_working_day' || (known.kind === 'holiday' && exception.kind !== 'moved_working_day'))) return;
    this.exceptions.set(exception.date, exception);
  }

  private wallWindows(day: EpochDay, exception: CalendarException | undefined): WallWindow[] {
    if (exception?.kind === 'holiday' || exception?.kind === 'moved_day_off') return [];
    const pattern = exception?.kind === 'moved_working_day' && exception.replaces ? epochDay(exception.replaces) : day;
    const ofWeek: readonly Window[] = this.definition.weekly[String(weekdayOf(pattern)) as Weekday] ?? [];
    const windows = exception?.kind === 'one_off' ? (exception.windows ?? []) : ofWeek;
    return windows
      .map(([from, to]) => ({ from: minutes(from) * MICROS_PER_MINUTE, to: minutes(to) * MICROS_PER_MINUTE }))
      .sort((a, b) => a.from - b.from);
  }

  /** A working day before a public holiday; a moved day also takes over the shortness of the day that it replaces (DOMAIN 4.2). */
  private isShortened(day: EpochDay, exception: CalendarException | undefined): boolean {
    if (this.definition.shortenedByMinutes === 0) return false;
    if (exception?.kind === 'shortened') return true;
    // Its windows were given to the minute.
    if (exception?.kind === 'one_off') return false;
    if (this.isHoliday(day + 1)) return true;
    return exception?.kind === 'moved_working_day' && exception.replaces !== undefined && this.isHoliday(epochDay(exception.replaces) + 1);
  }

  private isHoliday(day: EpochDay): boolean {
    return this.exceptionOn(dateOf(day))?.kind === 'holiday';
  }
}

function kindOf(windows: readonly WallWindow[], exception: CalendarException | undefined): DayKind {
  if (exception?.kind === 'holiday' || exception?.kind === 'moved_day_off') return exception.kind;
  if (windows.length > 0) return 'working';
  return exception?.kind === 'one_off' ? 'holiday' : 'weekend';
}

function describedKind(kind: DayKind, shortened: boolean, exception: CalendarException | undefined): DescribedKind {
  if (exception?.kind === 'one_off' || exception?.kind === 'moved_working_day') return exception.kind;
  return shortened ? 'shortened' : kind;
}

function writeWindow({ from, to }: WallWindow): Window {
  return [writeTime(from), writeTime(to)];
}

function writeTime(micros: number): string {
  const total = micros / MICROS_PER_MINUTE;
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Takes the minutes from the end of the day: from the last window, and from the one before where the last is too short. */
function shorten(windows: readonly WallWindow[], byMinutes: number): WallWindow[] {
  let left = byMinutes * MICROS_PER_MINUTE;
  const kept: WallWindow[] = [];
  for (const window of [...windows].reverse()) {
    const cut = Math.min(left, window.to - window.from);
    left -= cut;
    if (window.from < window.to - cut) kept.unshift({ from: window.from, to: window.to - cut });
  }
  return kept;
}

function without(full: readonly WallWindow[], kept: readonly WallWindow[]): WallWindow[] {
  return full.flatMap((window) => {
    const same = kept.find((k) => k.from === window.from);
    if (!same) return [window];
    return same.to < window.to ? [{ from: same.to, to: window.to }] : [];
  });
}

function toInstants(windows: readonly WallWindow[], cuts: readonly OffsetStretch[], day: EpochDay): Interval[] {
  const found: Interval[] = [];
  for (const cut of cuts) {
    const midnight = day * MICROS_PER_DAY - cut.offset;
    for (const window of windows) {
      const part = intersect(cut, { from: instant(midnight + window.from), to: instant(midnight + window.to) });
      if (part) found.push(part);
    }
  }
  return unite(found);
}
