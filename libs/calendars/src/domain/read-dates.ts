import { dateOf, epochDay } from './local-day.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAY_OF_YEAR = /^\d{2}-\d{2}$/;

/** Is it a date that exists, written `YYYY-MM-DD`? */
export function isDate(value: unknown): value is string {
  if (typeof value !== 'string' || !DATE.test(value)) return false;
  try {
    return dateOf(epochDay(value)) === value;
  } catch {
    return false;
  }
}

/** Is it a day that some year has, written `MM-DD`? 29 February is one. */
export function isDayOfYear(value: unknown): value is string {
  return typeof value === 'string' && DAY_OF_YEAR.test(value) && isDate(`2024-${value}`);
}
