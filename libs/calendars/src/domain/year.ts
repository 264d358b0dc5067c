import { dateOf, epochDay } from './local-day.js';
import type { DescribedDay } from './day-plan.js';
import type { WorkingCalendar } from './working-calendar.js';

export interface CalendarYear {
  readonly days: readonly (DescribedDay & { readonly minutes: number })[];
  readonly workingDays: number;
  /** Working time by the wall clock, in minutes. */
  readonly minutes: number;
}

/** Each date of a year as a person reads it. */
export function yearOf(calendar: WorkingCalendar, year: number): CalendarYear {
  const days = [];
  for (let day = epochDay(`${year}-01-01`); day < epochDay(`${year + 1}-01-01`); day++) {
    const described = calendar.describe(dateOf(day));
    days.push({ ...described, minutes: minutesOf(described) });
  }
  return { days, workingDays: days.filter((day) => day.minutes > 0).length, minutes: days.reduce((sum, day) => sum + day.minutes, 0) };
}

/** Length of a day's windows by the wall clock, in minutes. */
export function minutesOf({ windows }: DescribedDay): number {
  return windows.reduce((sum, [from, to]) => sum + minute(to) - minute(from), 0);
}

function minute(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
