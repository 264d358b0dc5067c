import type { WorkingCalendar } from '#calendars';
import { instant, type Instant, plusSeconds } from '#kernel';

/** DOMAIN 4.6: a month's figures are frozen at the end of its fifth working day after. `calendar` is the one of working days. */
const WORKING_DAYS = 5;

/** Longer than any month. */
const HORIZON = 32 * 86_400;

/** When the month of `at` is frozen, as the calendar's time zone has months. */
export function freezeOfMonth(at: Instant, calendar: WorkingCalendar): Instant {
  const month = calendar.dayAt(at).date.slice(0, 7);
  const last = calendar.daysBetween(at, plusSeconds(at, HORIZON)).findLast(({ date }) => date.startsWith(month))!;
  return calendar.workingDaysAfter(instant(last.to - 1), WORKING_DAYS);
}
