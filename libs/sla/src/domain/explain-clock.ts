import { explain, type ExplainedInterval, type WorkingCalendar } from '#calendars';
import { instant, type Instant, intersect, type Interval, type Micros } from '#kernel';
import type { Calendars, ClockState } from './clock-state.js';

export type IntervalReason = ExplainedInterval['reason'] | 'pause' | 'after_stop';

/** A stretch of a clock's life that counted (or will), or did not, and why. */
export interface ClockInterval extends Interval {
  readonly counted: boolean;
  readonly reason: IntervalReason;
  /** For a pause: the hold's reason. */
  readonly pause?: string;
  readonly nameLv?: string;
  readonly nameEn?: string;
  /** Still to come, if nothing changes. */
  readonly future: boolean;
}

/** One local date of the clock's life. */
export interface ClockDay {
  readonly date: string;
  readonly counted: Micros;
  readonly kind: 'working' | 'weekend' | 'holiday' | 'moved_day_off' | 'moved_working_day' | 'shortened';
  readonly nameLv?: string;
  readonly nameEn?: string;
}

export interface ClockStory {
  readonly intervals: readonly ClockInterval[];
  readonly days: readonly ClockDay[];
  readonly counted: Micros;
  readonly uncounted: Micros;
}

/**
 * A clock's life as contiguous intervals, from its start to its deadline or its stop; a paused one until now. What counted and
 * what will count adds up to the target, or to what was consumed until the stop.
 */
export function explainClock(clock: ClockState, now: Instant, calendars: Calendars): ClockStory {
  const end = endOf(clock, now);
  const intervals = partsOf(clock, end, calendars)
    .flatMap((part) => clip(part, { from: clock.startedAt, to: end }))
    .flatMap((part) => cutAt(part, now))
    .reduce(joinNeighbours, []);
  const sum = (counted: boolean): Micros => intervals.filter((i) => i.counted === counted).reduce((total, i) => total + (i.to - i.from), 0);
  return { intervals, days: daysOf(intervals, calendars(clock.plan.calendarId)), counted: sum(true), uncounted: sum(false) };
}

function endOf({ state, stoppedAt, dueAt }: ClockState, now: Instant): Instant {
  if (stoppedAt !== null) return stoppedAt;
  return state === 'running' || dueAt !== null ? (dueAt ?? now) : now;
}

type Part = Omit<ClockInterval, 'future'>;

function partsOf(clock: ClockState, end: Instant, calendars: Calendars): Part[] {
  const running = clock.runningSince === null ? [] : [{ from: clock.runningSince, to: end, calendarId: clock.plan.calendarId }];
  const open = clock.openGap === null ? [] : [{ ...clock.openGap, to: end }];
  const counted = [...clock.stretches, ...running].flatMap(({ from, to, calendarId }) => explain(calendars(calendarId), from, to));
  const gaps = [...clock.gaps, ...open].map(({ from, to, reason }): Part =>
    reason === 'after_stop' ? { from, to, counted: false, reason } : { from, to, counted: false, reason: 'pause', pause: reason },
  );
  return [...counted, ...gaps].filter((part) => part.from < part.to).sort((a, b) => a.from - b.from);
}

function clip(part: Part, within: Interval): Part[] {
  const shared = intersect(part, within);
  return shared ? [{ ...part, ...shared }] : [];
}

function cutAt(part: Part, now: Instant): ClockInterval[] {
  if (part.to <= now) return [{ ...part, future: false }];
  if (part.from >= now) return [{ ...part, future: true }];
  return [
    { ...part, to: now, future: false },
    { ...part, from: now, future: true },
  ];
}

function joinNeighbours(parts: readonly ClockInterval[], next: ClockInterval): ClockInterval[] {
  const last = parts.at(-1);
  const same =
    last &&
    last.to === next.from &&
    last.reason === next.reason &&
    last.future === next.future &&
    last.pause === next.pause &&
    last.nameLv === next.nameLv;
  return same ? [...parts.slice(0, -1), { ...last, to: next.to }] : [...parts, next];
}

function daysOf(intervals: readonly ClockInterval[], calendar: WorkingCalendar): ClockDay[] {
  const [first] = intervals;
  const last = intervals.at(-1);
  if (!first || !last) return [];
  const counted = intervals.filter((i) => i.counted);
  let at = 0;
  return calendar.daysBetween(first.from, last.to).map((day) => {
    let sum = 0;
    while (at > 0 && counted[at - 1] && counted[at - 1]!.to > day.from) at -= 1;
    for (; at < counted.length && counted[at]!.from < day.to; at += 1) {
      const part = intersect(counted[at]!, { from: day.from, to: instant(day.to) });
      if (part) sum += part.to - part.from;
    }
    const moved = day.exception?.kind === 'moved_working_day' ? day.exception.kind : undefined;
    const { nameLv, nameEn } = day.exception ?? {};
    return {
      date: day.date,
      counted: sum,
      kind: moved ?? (day.lost.length > 0 ? 'shortened' : day.kind),
      ...(nameLv ? { nameLv } : {}),
      ...(nameEn ? { nameEn } : {}),
    };
  });
}
