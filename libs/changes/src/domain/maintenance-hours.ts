import { type CalendarDefinition, type Weekday, type Window, WorkingCalendar } from '#calendars';
import { intersect, type Interval, unite } from '#kernel';

/** Maintenance hours on one weekday, wall clock in Riga; an end at or before the beginning is one of the next day. */
export interface WeeklyHours {
  /** 1 Monday to 7 Sunday: the day on which they begin. */
  readonly weekday: number;
  /** `HH:MM`. */
  readonly from: string;
  /** `HH:MM`; `24:00` is the end of the day. */
  readonly to: string;
}

/** The maintenance of a service: by the week while it holds, or once. */
export interface Maintenance {
  readonly serviceId: string;
  readonly weekly: readonly WeeklyHours[] | null;
  /** The first date and the date before which it ends; of the weekly kind. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly period: Interval | null;
}

/** Public holidays do not move maintenance: a night is a night. */
const NO_EXCEPTIONS = { exceptions: [], shortenedByMinutes: 0 } as const;

const weekdayAfter = (weekday: number): Weekday => String((weekday % 7) + 1) as Weekday;

/** The week's hours with those over midnight cut at it, as a calendar has them. */
export function asWeek(hours: readonly WeeklyHours[]): CalendarDefinition['weekly'] {
  const week: Partial<Record<Weekday, Window[]>> = {};
  const add = (day: Weekday, window: Window): void => {
    (week[day] ??= []).push(window);
  };
  for (const { weekday, from, to } of hours) {
    const day = String(weekday) as Weekday;
    if (to > from) add(day, [from, to]);
    else {
      add(day, [from, '24:00']);
      if (to !== '00:00') add(weekdayAfter(weekday), ['00:00', to]);
    }
  }
  return week;
}

const calendars = new Map<string, WorkingCalendar>();
/** More than this many patterns are somebody's trials, and are forgotten together. */
const KEPT = 500;

function calendarOf(hours: readonly WeeklyHours[]): WorkingCalendar {
  const key = JSON.stringify(hours);
  let calendar = calendars.get(key);
  if (!calendar) {
    if (calendars.size >= KEPT) calendars.clear();
    const names = { code: 'maintenance', nameLv: '', nameEn: '' };
    calendar = new WorkingCalendar({ ...names, timezone: 'Europe/Riga', weekly: asWeek(hours), ...NO_EXCEPTIONS });
    calendars.set(key, calendar);
  }
  return calendar;
}

/**
 * The maintenance hours of one service that touch `[from, to)`, in order and whole but for the ends of `[from, to)`; hours that meet are
 * one, over midnight too. What counts on both nights of daylight saving, calendars decide.
 */
export function hoursWithin(windows: readonly Maintenance[], { from, to }: Interval): Interval[] {
  const found: Interval[] = [];
  for (const { weekly, validFrom, validTo, period } of windows) {
    if (period) found.push(period);
    if (!weekly) continue;
    for (const day of calendarOf(weekly).daysBetween(from, to))
      if (day.date >= validFrom! && (validTo === null || day.date < validTo)) found.push(...day.windows);
  }
  return unite(found.flatMap((one) => intersect(one, { from, to }) ?? []));
}
