import type { CalendarException, ExceptionKind, Window } from './calendar-version.js';
import { type FieldFaults } from './field-faults.js';
import { isDate } from './read-dates.js';
import { type Fields, isRecord, refuseUnknown } from './read-week.js';
import { readWindows } from './read-windows.js';

const KINDS: readonly ExceptionKind[] = ['holiday', 'moved_day_off', 'moved_working_day', 'shortened', 'one_off'];
const MAX_NAME = 200;

/** Reads one exception of a draft. `seen` holds the dates that have one already: a date has one exception. */
export function readException(value: unknown, at: string, seen: Set<string>, faults: FieldFaults): CalendarException {
  if (!isRecord(value)) {
    faults.add(at, 'calendars.exceptions-form');
    return { date: '', kind: 'holiday' };
  }
  refuseUnknown(value, ['date', 'kind', 'replaces', 'windows', 'nameLv', 'nameEn', 'source'], at, faults);
  const kind = KINDS.find((known) => known === value['kind']);
  if (!kind) faults.add(`${at}/kind`, value['kind'] === undefined ? 'platform.field-is-defined' : 'platform.field-is-in');
  const replaces = kind === 'moved_working_day' ? readReplaced(value, at, faults) : undefined;
  const windows = readOwnWindows(value, kind, at, faults);
  return {
    date: readDate(value['date'], `${at}/date`, seen, faults),
    kind: kind ?? 'holiday',
    ...(replaces ? { replaces } : {}),
    ...(windows ? { windows } : {}),
    ...readText(value, 'nameLv', at, faults),
    ...readText(value, 'nameEn', at, faults),
    ...readText(value, 'source', at, faults),
  };
}

export function readDate(value: unknown, at: string, seen: Set<string>, faults: FieldFaults): string {
  if (!isDate(value)) {
    faults.add(at, value === undefined ? 'platform.field-is-defined' : 'calendars.date-form');
    return '';
  }
  if (seen.has(value)) faults.add(at, 'calendars.date-twice');
  seen.add(value);
  return value;
}

/** A moved working day takes over the windows of the day that it stands for, so it must say which. */
function readReplaced(fields: Fields, at: string, faults: FieldFaults): string | undefined {
  const { replaces } = fields;
  if (isDate(replaces) && replaces !== fields['date']) return replaces;
  faults.add(`${at}/replaces`, replaces === undefined ? 'platform.field-is-defined' : 'calendars.date-form');
  return undefined;
}

function readOwnWindows(fields: Fields, kind: ExceptionKind | undefined, at: string, faults: FieldFaults): Window[] | undefined {
  if (kind === 'one_off') return readWindows(fields['windows'], `${at}/windows`, faults);
  if (kind && fields['windows'] !== undefined) faults.add(`${at}/windows`, 'calendars.windows-of-one-off');
  return undefined;
}

function readText(fields: Fields, name: 'nameLv' | 'nameEn' | 'source', at: string, faults: FieldFaults): Record<string, string> {
  const value = fields[name];
  if (value === undefined || value === null || value === '') return {};
  if (typeof value === 'string' && value.length <= MAX_NAME) return { [name]: value.trim() };
  faults.add(`${at}/${name}`, typeof value === 'string' ? 'platform.field-max-length' : 'platform.field-is-string');
  return {};
}
