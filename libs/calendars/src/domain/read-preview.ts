import { instant, type Instant, type Interval, type Micros, MICROS_PER_SECOND, parseInstant } from '#kernel';
import type { CalendarDefinition, CalendarException } from './calendar-version.js';
import { FieldFaults } from './field-faults.js';
import type { PreviewQuestion } from './preview.js';
import { readDate } from './read-exception.js';
import { type Fields, isRecord, readRecurringHolidays, readTimezone, readWeekly, refuseUnknown } from './read-week.js';
import { readWindows } from './read-windows.js';

const MAX_EXCEPTIONS = 2_000;
const MAX_PAUSES = 1_000;
const MAX_NAME = 200;
const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;
/** 20 years around the clock. */
const MAX_SECONDS = 20 * 366 * 86_400;

/** Reads a calendar and a question to it. Throws 422 with each field that is wrong. */
export function readPreview(body: Fields): { definition: CalendarDefinition; question: PreviewQuestion } {
  const faults = new FieldFaults();
  const definition = readCalendar(body['calendar'], '/calendar', faults);
  const question = readQuestion(body, faults);
  faults.refuse();
  return { definition, question };
}

/** Reads a question alone, for a calendar that is known. Throws 422 with each field that is wrong. */
export function readPreviewQuestion(body: Fields): PreviewQuestion {
  const faults = new FieldFaults();
  const question = readQuestion(body, faults);
  faults.refuse();
  return question;
}

function readCalendar(body: unknown, at: string, faults: FieldFaults): CalendarDefinition {
  const fields: Fields = isRecord(body) ? body : {};
  if (!isRecord(body)) faults.add(at, body === undefined ? 'platform.field-is-defined' : 'calendars.calendar-form');
  const ofBody = isRecord(body) ? faults : new FieldFaults();
  refuseUnknown(fields, ['timezone', 'weekly', 'exceptions', 'recurringHolidays'], at, faults);
  return {
    code: 'preview',
    nameLv: '',
    nameEn: '',
    timezone: readTimezone(fields['timezone'], `${at}/timezone`, ofBody),
    weekly: readWeekly(fields['weekly'], `${at}/weekly`, ofBody),
    exceptions: readExceptions(fields['exceptions'], `${at}/exceptions`, ofBody),
    recurringHolidays: readRecurringHolidays(fields['recurringHolidays'], `${at}/recurringHolidays`, ofBody),
    shortenedByMinutes: 0,
  };
}

function readQuestion(body: Fields, faults: FieldFaults): PreviewQuestion {
  const operation = body['operation'];
  const start = readInstant(body['start'], '/start', faults);
  const pauses = readPauses(body['pauses'], faults);
  if (operation === 'add') return { operation, start, amount: readAmount(body['seconds'], faults), pauses };
  if (operation === 'elapsed') {
    const end = readInstant(body['end'], '/end', faults);
    if (end < start && !faults.has('/end')) faults.add('/end', 'calendars.end-before-start');
    return { operation, start, end, pauses };
  }
  if (operation !== 'next') faults.add('/operation', operation === undefined ? 'platform.field-is-defined' : 'platform.field-is-in');
  return { operation: 'next', start, pauses };
}

function readExceptions(value: unknown, at: string, faults: FieldFaults): CalendarException[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || value.length > MAX_EXCEPTIONS) {
    faults.add(at, Array.isArray(value) ? 'calendars.too-many-exceptions' : 'calendars.exceptions-form');
    return [];
  }
  const seen = new Set<string>();
  return value.map((exception: unknown, index) => readException(exception, `${at}/${index}`, seen, faults));
}

function readException(value: unknown, at: string, seen: Set<string>, faults: FieldFaults): CalendarException {
  const fields = isRecord(value) ? value : {};
  if (!isRecord(value)) faults.add(at, 'calendars.exceptions-form');
  else refuseUnknown(fields, ['date', 'windows', 'name'], at, faults);
  const { date, name } = fields;
  if (!isRecord(value)) return { date: '', kind: 'one_off' };
  if (name !== undefined && name !== null && (typeof name !== 'string' || name.length > MAX_NAME))
    faults.add(`${at}/name`, typeof name === 'string' ? 'platform.field-max-length' : 'platform.field-is-string');
  const named = typeof name === 'string' && name !== '' ? { nameLv: name, nameEn: name } : {};
  return {
    date: readDate(date, `${at}/date`, seen, faults),
    kind: 'one_off',
    windows: readWindows(fields['windows'], `${at}/windows`, faults),
    ...named,
  };
}

function readPauses(value: unknown, faults: FieldFaults): Interval[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || value.length > MAX_PAUSES) {
    faults.add('/pauses', Array.isArray(value) ? 'calendars.too-many-pauses' : 'calendars.pauses-form');
    return [];
  }
  return value.flatMap((pause: unknown, index) => {
    if (!Array.isArray(pause) || pause.length !== 2) {
      faults.add(`/pauses/${index}`, 'calendars.pause-form');
      return [];
    }
    const from = readInstant(pause[0], `/pauses/${index}/0`, faults);
    const to = readInstant(pause[1], `/pauses/${index}/1`, faults);
    if (to < from && !faults.has(`/pauses/${index}/1`)) faults.add(`/pauses/${index}/1`, 'calendars.end-before-start');
    return [{ from, to }];
  });
}

function readInstant(value: unknown, at: string, faults: FieldFaults): Instant {
  const nothing = instant(0);
  if (value === undefined || value === null) {
    faults.add(at, 'platform.field-is-defined');
    return nothing;
  }
  try {
    if (typeof value !== 'string') throw new RangeError('not text');
    const year = Number(value.trim().slice(0, 4));
    const read = parseInstant(value);
    if (year >= FIRST_YEAR && year <= LAST_YEAR) return read;
    faults.add(at, 'calendars.instant-range');
  } catch {
    faults.add(at, 'platform.field-is-iso8601');
  }
  return nothing;
}

/** Seconds as whole microseconds; parts of a second down to the microsecond are allowed. */
function readAmount(value: unknown, faults: FieldFaults): Micros {
  if (value === undefined || value === null) faults.add('/seconds', 'platform.field-is-defined');
  else if (typeof value !== 'number' || !Number.isFinite(value)) faults.add('/seconds', 'calendars.amount-form');
  else if (value < 0) faults.add('/seconds', 'calendars.amount-negative');
  else if (value > MAX_SECONDS) faults.add('/seconds', 'calendars.too-far');
  else return Math.round(value * MICROS_PER_SECOND);
  return 0;
}
