import { Temporal } from 'temporal-polyfill';
import { formatInstant, instant, type Instant, parseInstant } from '#kernel';

/** Days since 1970-01-01, of a local date in some zone. */
export type EpochDay = number;

export const MICROS_PER_DAY = 86_400_000_000;
export const MICROS_PER_MINUTE = 60_000_000;

/** The number of a date written `YYYY-MM-DD`. Throws a RangeError where it is none. */
export function epochDay(date: string): EpochDay {
  return parseInstant(`${date}T00:00:00Z`) / MICROS_PER_DAY;
}

/** The date `YYYY-MM-DD` of a day number. */
export function dateOf(day: EpochDay): string {
  return formatInstant(instant(day * MICROS_PER_DAY)).slice(0, 10);
}

/** ISO weekday of a day number: 1 Monday to 7 Sunday. */
export function weekdayOf(day: EpochDay): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The first instant of a local date; where the zone skips the whole date, that of the next one. */
export function startOfDay(timezone: string, day: EpochDay): Instant {
  return instant(Temporal.PlainDate.from(dateOf(day)).toZonedDateTime(timezone).epochMilliseconds * 1000);
}

/** Microseconds by which the zone's wall clock is ahead of UTC at an instant. */
export function offsetAt(timezone: string, at: Instant): number {
  const millis = Math.floor(at / 1000);
  return Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO(timezone).offsetNanoseconds / 1000;
}

/** A stretch of a day during which the zone's offset does not change. */
export interface OffsetStretch {
  readonly from: Instant;
  readonly to: Instant;
  readonly offset: number;
}

/**
 * A local day, cut where the zone changes its offset. An ordinary day is one stretch; both nights of daylight saving make two.
 * The cut is found to the second, which is as fine as any zone since 1972 changes.
 */
export function offsetStretches(timezone: string, from: Instant, to: Instant): OffsetStretch[] {
  if (from >= to) return [];
  const first = offsetAt(timezone, from);
  const last = offsetAt(timezone, instant(to - 1_000_000));
  if (first === last && to - from === MICROS_PER_DAY) return [{ from, to, offset: first }];
  if (first === last) return cutByHours(timezone, from, to);
  return cutAt(timezone, from, to, first, last);
}

function cutAt(timezone: string, from: Instant, to: Instant, first: number, last: number): OffsetStretch[] {
  let low: number = from;
  let high: number = to;
  while (high - low > 1_000_000) {
    const middle = low + Math.floor((high - low) / 2_000_000) * 1_000_000;
    if (middle === low) break;
    if (offsetAt(timezone, instant(middle)) === first) low = middle;
    else high = middle;
  }
  return [
    { from, to: instant(high), offset: first },
    { from: instant(high), to, offset: last },
  ];
}

/** A day of unusual length that begins and ends with the same offset: looked through in four parts, each with one change at most. */
function cutByHours(timezone: string, from: Instant, to: Instant): OffsetStretch[] {
  const parts: OffsetStretch[] = [];
  for (let at: number = from; at < to; at += MICROS_PER_DAY / 4) {
    const end = Math.min(at + MICROS_PER_DAY / 4, to);
    const first = offsetAt(timezone, instant(at));
    const last = offsetAt(timezone, instant(end - 1_000_000));
    if (first === last) parts.push({ from: instant(at), to: instant(end), offset: first });
    else parts.push(...cutAt(timezone, instant(at), instant(end), first, last));
  }
  return parts;
}
