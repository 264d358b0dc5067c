import type { WorkingCalendar } from '#calendars';
import { type Instant, instant } from '#kernel';

/** Whole hours of the local day between which nobody is written to; over midnight where `from` is the later one. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
  /** May people be written to on days on which nobody works, outside these hours? */
  readonly alsoDaysOff?: boolean;
}

const HOUR = 3_600_000_000;

/**
 * The first instant at or after `at` at which somebody may be written to: outside the quiet hours, on a working day of the calendar (or any, where the
 * quiet hours say so).
 * Hours are counted from local midnight; the nights in which clocks change lie on Sundays, which are no working days.
 */
export function outsideQuietHours(at: Instant, quiet: QuietHours, calendar: WorkingCalendar): Instant {
  for (;;) {
    const day = calendar.dayAt(at);
    const off = day.counted === 0 && quiet.alsoDaysOff !== true;
    const until = off ? day.to : quietUntil(at, day, quiet);
    if (until === undefined) return at;
    at = until;
  }
}

/** The end of the quiet stretch that holds `at`; undefined where none does. */
function quietUntil(at: Instant, day: { readonly from: Instant; readonly to: Instant }, { from, to }: QuietHours): Instant | undefined {
  const hour = (hours: number): Instant => instant(day.from + hours * HOUR);
  if (from < to) return at >= hour(from) && at < hour(to) ? hour(to) : undefined;
  if (at < hour(to)) return hour(to);
  return at >= hour(from) ? day.to : undefined;
}
