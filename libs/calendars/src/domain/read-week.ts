import type { Weekday, Window } from './calendar-version.js';
import { escapePointer, type FieldFaults } from './field-faults.js';
import { isTimezone } from './local-day.js';
import { isDayOfYear } from './read-dates.js';
import { readWindows } from './read-windows.js';

/** The days of a week as the API names them, Monday first. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type WeekdayName = (typeof WEEKDAYS)[number];

export type WeeklyWindows = Readonly<Partial<Record<Weekday, readonly Window[]>>>;

/** A JSON object of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

const MAX_RECURRING = 366;

/** Reads `{mon: [["08:30", "17:00"]], ...}`; a day that is left out has no windows. */
export function readWeekly(value: unknown, at: string, faults: FieldFaults): WeeklyWindows {
  if (!isRecord(value)) {
    faults.add(at, value === undefined ? 'platform.field-is-defined' : 'calendars.weekly-form');
    return {};
  }
  const weekly: Partial<Record<Weekday, readonly Window[]>> = {};
  for (const [name, windows] of Object.entries(value)) {
    const index = WEEKDAYS.indexOf(name as WeekdayName);
    const pointer = `${at}/${escapePointer(name)}`;
    if (index < 0) faults.add(pointer, 'calendars.weekday-unknown');
    else weekly[String(index + 1) as Weekday] = readWindows(windows, pointer, faults);
  }
  return weekly;
}

/** The week as the API writes it, each day named. */
export function writeWeekly(weekly: WeeklyWindows): Record<WeekdayName, Window[]> {
  return Object.fromEntries(WEEKDAYS.map((name, index) => [name, [...(weekly[String(index + 1) as Weekday] ?? [])]])) as Record<
    WeekdayName,
    Window[]
  >;
}

/** Reads the IANA name of a time zone. */
export function readTimezone(value: unknown, at: string, faults: FieldFaults): string {
  if (typeof value === 'string' && isTimezone(value)) return value;
  faults.add(at, value === undefined ? 'platform.field-is-defined' : 'calendars.unknown-zone');
  return 'UTC';
}

/** Reads `["12-24", ...]`, the holidays on the same date of every year. */
export function readRecurringHolidays(value: unknown, at: string, faults: FieldFaults): string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || value.length > MAX_RECURRING) {
    faults.add(at, 'calendars.recurring-form');
    return [];
  }
  return value.flatMap((day: unknown, index) => {
    if (isDayOfYear(day)) return [day];
    faults.add(`${at}/${index}`, 'calendars.day-form');
    return [];
  });
}

/** Refuses fields that do not exist, so that a slip of the pen is not taken for silence. */
export function refuseUnknown(fields: Fields, known: readonly string[], at: string, faults: FieldFaults): void {
  for (const name of Object.keys(fields)) {
    if (!known.includes(name)) faults.add(`${at}/${escapePointer(name)}`, 'platform.field-whitelist-validation');
  }
}

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
