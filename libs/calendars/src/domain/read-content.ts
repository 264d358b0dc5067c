import type { CalendarContent } from './calendar-content.js';
import type { CalendarException } from './calendar-version.js';
import { FieldFaults } from './field-faults.js';
import { readException } from './read-exception.js';
import { isDate } from './read-dates.js';
import { type Fields, readRecurringHolidays, readWeekly } from './read-week.js';

const MAX_EXCEPTIONS = 2_000;
const MAX_SHORTENED = 720;
const MAX_SOURCE = 500;

/** What a draft is held against. */
export interface Ground {
  /** Today in the calendar's zone; what is past stays as it was. */
  readonly today: string;
  /** What is in force, where something is. */
  readonly inForce: CalendarContent | null;
}

/**
 * Reads a draft. An exception before the date from which the draft holds must be the one in force; one that is left out there is put
 * back, since nothing can be changed about it. Throws `platform.validation-failed` (422) with each field that is wrong.
 */
export function readContent(body: Fields, ground: Ground): CalendarContent {
  const faults = new FieldFaults();
  const validFrom = readValidFrom(body['validFrom'], ground, faults);
  const weekly = readWeekly(body['weekly'], '/weekly', faults);
  const given = readExceptions(body['exceptions'], faults);
  const exceptions = validFrom === null ? given : lockPast(given, validFrom, ground.inForce?.exceptions ?? [], faults);
  const recurringHolidays = [...new Set(readRecurringHolidays(body['recurringHolidays'], '/recurringHolidays', faults))].sort();
  const shortenedByMinutes = readShortened(body['shortenedByMinutes'], faults);
  const source = readSource(body['source'], faults);
  faults.refuse();
  return { validFrom, weekly, exceptions, recurringHolidays, shortenedByMinutes, source };
}

function readValidFrom(value: unknown, { today, inForce }: Ground, faults: FieldFaults): string | null {
  if (!inForce) {
    if (value !== undefined && value !== null) faults.add('/validFrom', 'calendars.first-holds-always');
    return null;
  }
  if (!isDate(value)) {
    faults.add('/validFrom', value === undefined || value === null ? 'platform.field-is-defined' : 'calendars.date-form');
    return today;
  }
  if (value < today) faults.add('/validFrom', 'calendars.valid-from-past');
  return value;
}

function readExceptions(value: unknown, faults: FieldFaults): CalendarException[] {
  if (!Array.isArray(value) || value.length > MAX_EXCEPTIONS) {
    const code = Array.isArray(value) ? 'calendars.too-many-exceptions' : 'calendars.exceptions-form';
    faults.add('/exceptions', value === undefined ? 'platform.field-is-defined' : code);
    return [];
  }
  const seen = new Set<string>();
  return value.map((exception: unknown, index) => readException(exception, `/exceptions/${index}`, seen, faults));
}

function lockPast(
  given: readonly CalendarException[],
  validFrom: string,
  inForce: readonly CalendarException[],
  faults: FieldFaults,
): CalendarException[] {
  const past = inForce.filter(({ date }) => date < validFrom);
  const known = new Map(past.map((exception) => [exception.date, JSON.stringify(inOrder(exception))]));
  given.forEach((exception, index) => {
    if (exception.date < validFrom && known.get(exception.date) !== JSON.stringify(inOrder(exception)))
      faults.add(`/exceptions/${index}/date`, 'calendars.past-locked');
  });
  return [...past, ...given.filter(({ date }) => date >= validFrom)].sort((a, b) => a.date.localeCompare(b.date));
}

/** The fields in one order, however they were written. */
export function inOrder({ date, kind, replaces, windows, nameLv, nameEn, source }: CalendarException): CalendarException {
  return {
    date,
    kind,
    ...(replaces ? { replaces } : {}),
    ...(windows ? { windows } : {}),
    ...(nameLv ? { nameLv } : {}),
    ...(nameEn ? { nameEn } : {}),
    ...(source ? { source } : {}),
  };
}

function readShortened(value: unknown, faults: FieldFaults): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_SHORTENED) return value;
  faults.add('/shortenedByMinutes', value === undefined ? 'platform.field-is-defined' : 'calendars.shortened-range');
  return 0;
}

function readSource(value: unknown, faults: FieldFaults): string {
  if (typeof value === 'string' && value.length <= MAX_SOURCE) return value.trim();
  if (value === undefined) return '';
  faults.add('/source', typeof value === 'string' ? 'platform.field-max-length' : 'platform.field-is-string');
  return '';
}
