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

/** Zones whose days are kept; more than that are the doing of somebody who tries out zones, and are forgotten together. */
const KEPT_ZONES = 64;
/** Days kept of one zone: two hundred years. */
const KEPT_DAYS = 73_000;

interface Zone {
  readonly format: Intl.DateTimeFormat;
  readonly starts: Map<EpochDay, Instant>;
  readonly stretches: Map<EpochDay, OffsetStretch[]>;
}

const zones = new Map<string, Zone>();

function zoneOf(timezone: string): Zone {
  let zone = zones.get(timezone);
  if (!zone || zone.starts.size > KEPT_DAYS) {
    if (zones.size >= KEPT_ZONES) zones.clear();
    // Intl says an offset forty times faster than a calendar library does, and expanding days is asking for offsets.
    const format = new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'longOffset' });
    zone = { format, starts: new Map(), stretches: new Map() };
    zones.set(timezone, zone);
  }
  return zone;
}

/** Does the tz database know this name? An offset (`+02:00`) is no zone: it knows no daylight saving. */
export function isTimezone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The first instant of a local date; where the zone skips the whole date, that of the next one. */
export function startOfDay(timezone: string, day: EpochDay): Instant {
  const { starts } = zoneOf(timezone);
  let start = starts.get(day);
  if (start === undefined) {
    start = findStart(timezone, day * MICROS_PER_DAY);
    starts.set(day, start);
  }
  return start;
}

/** The earliest instant at which the wall clock reads this midnight; where it is left out, the change of offset that left it out. */
function findStart(timezone: string, midnight: number): Instant {
  const before = instant(midnight - MICROS_PER_DAY);
  const after = instant(midnight + MICROS_PER_DAY);
  const offsets = [offsetAt(timezone, before), offsetAt(timezone, after)].sort((a, b) => b - a);
  for (const offset of offsets) {
    const at = instant(midnight - offset);
    if (offsetAt(timezone, at) === offset) return at;
  }
  return cutAt(timezone, before, after, offsetAt(timezone, before), offsetAt(timezone, after))[1]!.from;
}

const OFFSET = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/** Microseconds by which the zone's wall clock is ahead of UTC at an instant. */
export function offsetAt(timezone: string, at: Instant): number {
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = OFFSET.exec(zoneOf(timezone).format.format(Math.floor(at / 1000))) ?? [];
  const ahead = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1_000_000;
  return sign === '-' ? -ahead : ahead;
}

/** The date that the wall clock of a zone reads at an instant. */
export function localDate(timezone: string, at: Instant): string {
  return dateOf(Math.floor((at + offsetAt(timezone, at)) / MICROS_PER_DAY));
}

/** A stretch of a day during which the zone's offset does not change. */
export interface OffsetStretch {
  readonly from: Instant;
  readonly to: Instant;
  readonly offset: number;
}

/** The stretches of a local date (see `offsetStretches`), kept for all calendars of the zone. */
export function stretchesOfDay(timezone: string, day: EpochDay): OffsetStretch[] {
  const { stretches } = zoneOf(timezone);
  let found = stretches.get(day);
  if (!found) {
    found = offsetStretches(timezone, startOfDay(timezone, day), startOfDay(timezone, day + 1));
    stretches.set(day, found);
  }
  return found;
}

/**
 * A local day, cut where the zone changes its offset. An ordinary day is one stretch; both nights of daylight saving make two.
 * The cut is found to the second, which is as fine as any zone since 1972 changes.
 */
function offsetStretches(timezone: string, from: Instant, to: Instant): OffsetStretch[] {
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
