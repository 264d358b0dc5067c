import type { DescribedDay, WorkingCalendar } from '#calendars';
import { instant, type Instant, unite } from '#kernel';

/** One date as whoever needs help reads it. */
export interface OpeningDay {
  /** `YYYY-MM-DD`, in the calendar's zone. */
  readonly date: string;
  readonly kind: DescribedDay['kind'];
  /** Wall-clock windows; none: closed all day. */
  readonly windows: DescribedDay['windows'];
  /** What the day is called, where it is an exception that has a name. */
  readonly name: { readonly lv: string; readonly en: string } | null;
}

export interface OpeningHours {
  /** Somebody is there at every hour of every day. */
  readonly always: boolean;
  readonly open: boolean;
  /** While open: when it closes; null where that is not within a month. */
  readonly until: Instant | null;
  /** While closed: when it opens again; null where that is not within a month. */
  readonly opensAt: Instant | null;
  /** Today and the six dates after it. */
  readonly days: readonly OpeningDay[];
}

const WEEK = 7;
/** Further away it is no news to anybody. */
const AHEAD_MICROS = 31 * 86_400_000_000;

/** Is the desk open now, until when, and what do the next days look like? Windows that touch, over midnight too, are one. */
export function openingHours(calendar: WorkingCalendar, now: Instant): OpeningHours {
  const plans = calendar.daysBetween(now, instant(now + AHEAD_MICROS));
  const windows = unite(plans.flatMap((day) => day.windows));
  const current = windows.find(({ from, to }) => from <= now && now < to);
  const next = windows.find(({ from }) => from > now);
  const end = plans.at(-1)?.to;
  return {
    always: calendar.continuous,
    open: current !== undefined,
    until: current && current.to !== end ? current.to : null,
    opensAt: current ? null : (next?.from ?? null),
    days: plans.slice(0, WEEK).map(({ date }) => openingDay(calendar.describe(date))),
  };
}

function openingDay({ date, kind, windows, exception }: DescribedDay): OpeningDay {
  const { nameLv, nameEn } = exception ?? {};
  return { date, kind, windows, name: nameLv ? { lv: nameLv, en: nameEn ?? nameLv } : null };
}
