import { instant, type Instant, intersect, type Interval } from '#kernel';
import type { DayPlan } from './day-plan.js';
import type { WorkingCalendar } from './working-calendar.js';

export type CountingReason = 'working' | 'night' | 'break' | 'weekend' | 'holiday' | 'moved_day_off' | 'shortened';

/** A stretch of time that counts or does not, and why. */
export interface ExplainedInterval extends Interval {
  readonly counted: boolean;
  readonly reason: CountingReason;
  /** Of a holiday, in both languages. */
  readonly nameLv?: string;
  readonly nameEn?: string;
}

/**
 * Why each part of `[from, to)` counts or not, as contiguous intervals: their counted lengths add up to `elapsed(from, to)`.
 * Neighbours with the same reason are one interval. 'night' is what lies before the first and after the last
 * window of a working day, 'break' what lies between two of them.
 */
export function explain(calendar: WorkingCalendar, from: Instant, to: Instant): ExplainedInterval[] {
  if (from >= to) return [];
  if (calendar.continuous) return [{ from, to, counted: true, reason: 'working' }];
  const parts: ExplainedInterval[] = [];
  for (const day of calendar.daysBetween(from, to)) {
    for (const part of explainDay(day)) {
      const shared = intersect(part, { from, to });
      if (shared) join(parts, { ...part, ...shared });
    }
  }
  return parts;
}

const BREAK = { counted: false, reason: 'break' } as const;

function explainDay(day: DayPlan): ExplainedInterval[] {
  const off = outsideOf(day);
  const marks = [
    ...day.windows.map((w) => ({ ...w, counted: true, reason: 'working' as const })),
    ...day.lost.map((w) => ({ ...w, counted: false, reason: 'shortened' as const })),
  ].sort((a, b) => a.from - b.from);
  const parts: ExplainedInterval[] = [];
  let at = day.from;
  for (const mark of marks) {
    if (mark.from > at) parts.push({ from: at, to: mark.from, ...(at > day.from ? BREAK : off) });
    parts.push(mark);
    at = mark.to;
  }
  if (at < day.to) parts.push({ from: at, to: day.to, ...off });
  return parts;
}

function outsideOf(day: DayPlan): Omit<ExplainedInterval, 'from' | 'to'> {
  if (day.kind === 'working') return { counted: false, reason: 'night' };
  const { nameLv, nameEn } = day.exception ?? {};
  return { counted: false, reason: day.kind, ...(nameLv ? { nameLv } : {}), ...(nameEn ? { nameEn } : {}) };
}

function join(parts: ExplainedInterval[], next: ExplainedInterval): void {
  const last = parts.at(-1);
  if (last && last.to === next.from && last.reason === next.reason && last.nameLv === next.nameLv) {
    parts[parts.length - 1] = { ...last, to: instant(next.to) };
  } else {
    parts.push(next);
  }
}
