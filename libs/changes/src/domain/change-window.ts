import { type Instant, MICROS_PER_SECOND } from '#kernel';

const MINUTE = 60 * MICROS_PER_SECOND;

/** Work may begin half an hour before its window and must begin at most half an hour after it (DOMAIN 3.4). */
export const START_MARGIN_MICROS = 30 * MINUTE;

/**
 * How far a window may be moved without asking again: two hours to either side of what was authorised. It must not become longer, and stays on
 * the same day in Latvia: those who were told of a date are not told again.
 */
export const TOLERANCE_MICROS = 120 * MINUTE;

export interface ChangeWindow {
  readonly from: Instant;
  readonly to: Instant;
}

/** Whether work may begin now without an override. */
export function mayStart(window: ChangeWindow, at: Instant): boolean {
  return at >= window.from - START_MARGIN_MICROS && at <= window.to + START_MARGIN_MICROS;
}

/** Is the new window within the tolerance of the authorised one? `dayOf` names the local date of an instant. */
export function insideTolerance(approved: ChangeWindow, wanted: ChangeWindow, dayOf: (at: Instant) => string): boolean {
  const near = Math.abs(wanted.from - approved.from) <= TOLERANCE_MICROS && Math.abs(wanted.to - approved.to) <= TOLERANCE_MICROS;
  const longer = wanted.to - wanted.from > approved.to - approved.from;
  return near && !longer && dayOf(wanted.from) === dayOf(approved.from);
}

const RIGA_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Riga' });

/** The date in Latvia, YYYY-MM-DD. */
export function rigaDay(at: Instant): string {
  return RIGA_DAY.format(Math.floor(at / 1000));
}
