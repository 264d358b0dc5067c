declare const brand: unique symbol;

/**
 * A point in time: whole microseconds since 1970-01-01T00:00:00Z.
 *
 * PostgreSQL keeps microseconds and a deadline is decided by one of them, while a JavaScript `Date` drops them. A double
 * holds whole microseconds exactly until the year 2255.
 */
export type Instant = number & { readonly [brand]: 'Instant' };

/** A length of time in whole microseconds; may be negative where it is said so. */
export type Micros = number;

export const MICROS_PER_SECOND = 1_000_000;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)$/i;

/** Brands whole microseconds since the epoch as an instant. Throws a RangeError where they are not whole. */
export function instant(micros: number): Instant {
  if (!Number.isSafeInteger(micros)) throw new RangeError(`not a whole number of microseconds: ${micros}`);
  return micros as Instant;
}

/**
 * Reads ISO 8601 with an offset (also PostgreSQL's own text form, `2026-11-22 09:14:00.000001+00`).
 * Digits beyond the microsecond are cut. Throws a RangeError where the text is no instant or has no offset.
 */
export function parseInstant(text: string): Instant {
  const m = PATTERN.exec(text.trim());
  if (!m) throw new RangeError(`not an instant with an offset: ${text}`);
  const [, year, month, day, hour, minute, second = '00', fraction = '', zone = 'Z'] = m;
  const millis = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const back = new Date(millis);
  if (
    back.getUTCDate() !== Number(day) ||
    back.getUTCMonth() !== Number(month) - 1 ||
    Number(hour) > 23 ||
    Number(minute) > 59 ||
    Number(second) > 59
  ) {
    throw new RangeError(`no such instant: ${text}`);
  }
  const micros = Number(fraction.slice(0, 6).padEnd(6, '0'));
  return instant(millis * 1000 + micros - offsetMinutes(zone) * 60 * MICROS_PER_SECOND);
}

function offsetMinutes(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0;
  const digits = zone.slice(1).replace(':', '');
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2) || '0');
  if (hours > 23 || minutes > 59) throw new RangeError(`no such offset: ${zone}`);
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** Writes an instant as ISO 8601 in UTC; three decimals, or six where it has microseconds. */
export function formatInstant(at: Instant): string {
  const millis = Math.floor(at / 1000);
  const rest = at - millis * 1000;
  const iso = new Date(millis).toISOString();
  return rest === 0 ? iso : `${iso.slice(0, -1)}${String(rest).padStart(3, '0')}Z`;
}

/** The instant of a JavaScript date. */
export function fromDate(date: Date): Instant {
  return instant(date.getTime() * 1000);
}

/** A JavaScript date, cut to the millisecond; for libraries that want one. */
export function toDate(at: Instant): Date {
  return new Date(Math.floor(at / 1000));
}

/** `at` moved by whole seconds. */
export function plusSeconds(at: Instant, seconds: number): Instant {
  return instant(at + seconds * MICROS_PER_SECOND);
}
