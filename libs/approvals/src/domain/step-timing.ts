import type { WorkingCalendar } from '#calendars';
import { type Instant, instant } from '#kernel';

/** Far enough back to meet a working day before any run of holidays. */
const LOOK_BACK = 21 * 86_400_000_000;
/** Working days that a step has at least when it opens late, and again after an escalation. */
const AT_LEAST = 1;

/** One working day before the due time, by the clock of that day; null where the step has no such time left. */
export function remindAt(openedAt: Instant, dueAt: Instant, calendar: WorkingCalendar): Instant | null {
  const dueDay = calendar.dayAt(instant(dueAt - 1));
  const before = calendar
    .daysBetween(instant(dueAt - LOOK_BACK), dueDay.from)
    .filter((day) => day.counted > 0 && day.to <= dueDay.from)
    .at(-1);
  if (before === undefined) return null;
  const at = instant(Math.min(before.from + (dueAt - dueDay.from), before.to));
  return at > openedAt ? at : null;
}

/** When a step is due whose turn comes now: as it was asked, and with a working day for it at least. */
export function dueWhenReached(at: Instant, askedDueAt: Instant, calendar: WorkingCalendar): Instant {
  return instant(Math.max(askedDueAt, afterWorkingDays(at, calendar)));
}

/** The due time of those to whom a step was escalated. */
export function dueWhenEscalated(at: Instant, calendar: WorkingCalendar): Instant {
  return afterWorkingDays(at, calendar);
}

/** The end of working time on the next working day. */
function afterWorkingDays(at: Instant, calendar: WorkingCalendar): Instant {
  const endOfDay = calendar.workingDaysAfter(at, AT_LEAST);
  return calendar.dayAt(instant(endOfDay - 1)).windows.at(-1)?.to ?? endOfDay;
}
