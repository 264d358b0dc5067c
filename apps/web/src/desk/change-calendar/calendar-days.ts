import { inRiga, weekdayOf, type Weekday } from '../../shared/format/riga-time';

const DAY_MS = 86_400_000;

/** A date (`2026-11-24`) some days later. */
export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

export function weekdayOfDate(date: string): Weekday {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return weekdayOf(year, month, day);
}

export const mondayOf = (date: string): string => plusDays(date, 1 - weekdayOfDate(date));

/** The number of the week by ISO 8601, as calendars in Latvia count them. */
export function weekOf(date: string): number {
  const thursday = plusDays(mondayOf(date), 3);
  return Math.floor((Date.parse(`${thursday}T00:00:00Z`) - Date.parse(`${thursday.slice(0, 4)}-01-01T00:00:00Z`)) / (7 * DAY_MS)) + 1;
}

/** Dates from the first, so many. */
export const datesFrom = (first: string, count: number): string[] => Array.from({ length: count }, (_, at) => plusDays(first, at));

/** Work that ends before this hour belongs to the night of the day before. */
const NIGHT_ENDS = 6;

/** The dates on which a window is drawn: a night's work only on its evening. */
export function datesOf({ from, to }: { from: string; to: string }): { first: string; last: string } {
  const first = inRiga(from).date;
  const end = inRiga(Date.parse(to) - 1);
  const last = end.hour < NIGHT_ENDS && plusDays(first, 1) === end.date ? first : end.date;
  return { first, last };
}

/** How far through its day an instant lies, 0 to 1 by the wall clock. */
export function fractionOfDay(at: string): number {
  const { hour, minute } = inRiga(at);
  return (hour * 60 + minute) / 1440;
}
