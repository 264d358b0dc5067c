import type { WorkingCalendar } from '#calendars';
import type { Instant } from '#kernel';

/** The working days of this calendar are counted. */
export const CAUSED_CALENDAR = 'lv-8x5';
const WORKING_DAYS = 5;

/**
 * Until when (half-open) an incident may be linked to a change as caused by it and count against its success: the end of the fifth working
 * day after its actual end (DOMAIN 5, KPI-10). What counts is when the link was made: everywhere, for the figure and beside a template.
 */
export function causedWindowEnd(endedAt: Instant, calendar: WorkingCalendar): Instant {
  return calendar.workingDaysAfter(endedAt, WORKING_DAYS);
}
