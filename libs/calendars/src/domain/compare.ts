import type { CalendarContent } from './calendar-content.js';
import type { CalendarDefinition, CalendarException, Weekday, Window } from './calendar-version.js';
import { dateOf, epochDay } from './local-day.js';
import { inOrder } from './read-content.js';
import { WEEKDAYS, type WeekdayName } from './read-week.js';
import { WorkingCalendar } from './working-calendar.js';
import { minutesOf } from './year.js';

/** Days ahead over which the effect on working time is summed: a year from the date on which the draft takes effect. */
const AHEAD = 365;

/** One thing that a draft says otherwise than what is in force; null where the one or the other says nothing. */
export type Difference =
  | { readonly what: 'week'; readonly weekday: WeekdayName; readonly before: readonly Window[]; readonly after: readonly Window[] }
  | {
      readonly what: 'exception';
      readonly date: string;
      readonly before: CalendarException | null;
      readonly after: CalendarException | null;
    }
  | { readonly what: 'recurring'; readonly day: string; readonly before: boolean; readonly after: boolean }
  | { readonly what: 'shortened'; readonly before: number; readonly after: number };

export interface Comparison {
  readonly differences: readonly Difference[];
  /** Over the year from the date on which the draft takes effect. */
  readonly days: number;
  readonly minutesBefore: number;
  readonly minutesAfter: number;
}

type Side = CalendarContent & { readonly definition: CalendarDefinition };

/** What a draft changes, rule by rule, and what that makes of the year that follows. */
export function compare(inForce: Side | null, draft: Side, today: string): Comparison {
  const differences = [
    ...weeks(inForce, draft),
    ...shortenings(inForce, draft),
    ...recurring(inForce, draft),
    ...exceptions(inForce, draft),
  ];
  return { differences, ...effect(inForce, draft, draft.validFrom ?? today) };
}

function weeks(inForce: Side | null, draft: Side): Difference[] {
  return WEEKDAYS.flatMap((weekday, index): Difference[] => {
    const number = String(index + 1) as Weekday;
    const before = inForce?.weekly[number] ?? [];
    const after = draft.weekly[number] ?? [];
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ what: 'week', weekday, before, after }];
  });
}

function shortenings(inForce: Side | null, draft: Side): Difference[] {
  const before = inForce?.shortenedByMinutes ?? 0;
  return before === draft.shortenedByMinutes ? [] : [{ what: 'shortened', before, after: draft.shortenedByMinutes }];
}

function recurring(inForce: Side | null, draft: Side): Difference[] {
  const known = new Set(inForce?.recurringHolidays);
  const wanted = new Set(draft.recurringHolidays);
  return [...new Set([...known, ...wanted])]
    .sort()
    .filter((day) => known.has(day) !== wanted.has(day))
    .map((day) => ({ what: 'recurring', day, before: known.has(day), after: wanted.has(day) }));
}

function exceptions(inForce: Side | null, draft: Side): Difference[] {
  const known = byDate(inForce?.exceptions ?? []);
  const wanted = byDate(draft.exceptions);
  return [...new Set([...known.keys(), ...wanted.keys()])].sort().flatMap((date): Difference[] => {
    const before = known.get(date) ?? null;
    const after = wanted.get(date) ?? null;
    return same(before, after) ? [] : [{ what: 'exception', date, before, after }];
  });
}

function byDate(exceptions: readonly CalendarException[]): Map<string, CalendarException> {
  return new Map(exceptions.map((exception) => [exception.date, exception]));
}

function same(a: CalendarException | null, b: CalendarException | null): boolean {
  if (!a || !b) return a === b;
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

function effect(inForce: Side | null, draft: Side, from: string): Omit<Comparison, 'differences'> {
  const before = inForce && new WorkingCalendar(inForce.definition);
  const after = new WorkingCalendar(draft.definition);
  const sums = { days: 0, minutesBefore: 0, minutesAfter: 0 };
  for (let day = epochDay(from); day < epochDay(from) + AHEAD; day++) {
    const was = before?.describe(dateOf(day));
    const will = after.describe(dateOf(day));
    if (JSON.stringify(was?.windows ?? []) !== JSON.stringify(will.windows)) sums.days += 1;
    sums.minutesBefore += was ? minutesOf(was) : 0;
    sums.minutesAfter += minutesOf(will);
  }
  return sums;
}
