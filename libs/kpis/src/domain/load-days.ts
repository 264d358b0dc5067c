import { DomainError, type Instant } from '#kernel';
import { hourOf } from './load-fact.js';
import type { Month } from './month.js';

/** A date of Riga and its hours: 24 of them, 23 or 25 in the nights when the clock is moved. */
export interface LoadDay {
  readonly date: string;
  /** From 1, Monday, to 7. */
  readonly weekday: number;
  /** The number of its first hour. */
  readonly first: number;
  /** The hour on the wall clock of each of its hours. */
  readonly clock: readonly number[];
}

const MS_PER_HOUR = 3_600_000;
const HOURS = 24;
const ORDINARY: readonly number[] = Array.from({ length: HOURS }, (_, hour) => hour);
/** The longest stretch that may be asked for. */
const DAYS_MAX = 366;
const WEEK = 7;

const wall = new Intl.DateTimeFormat('sv-SE', {
  ...{ timeZone: 'Europe/Riga', hourCycle: 'h23' },
  ...({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit' } as const),
});
const known = new Map<string, LoadDay>();

/** The date of Riga so many days later, or earlier where negative. */
export function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * HOURS * MS_PER_HOUR).toISOString().slice(0, 10);
}

/** The date of Riga on which an instant lies. */
export function dateOf(at: Instant): string {
  return wall.format(hourOf(at) * MS_PER_HOUR).slice(0, 10);
}

/** The Monday of the week in which a date lies. */
export function mondayOf(date: string): string {
  return dateAfter(date, 1 - weekdayOf(date));
}

/** The days from one date to another, both included. */
export function daysBetween(from: string, to: string): LoadDay[] {
  const days: LoadDay[] = [];
  for (let date = from; date <= to; date = dateAfter(date, 1)) days.push(dayOf(date));
  return days;
}

/** The months in which days lie. */
export function monthsOf(days: readonly LoadDay[]): Month[] {
  return [...new Set(days.map(({ date }) => date.slice(0, 7) as Month))];
}

/** The days that are asked for: eight weeks that end today where nothing is said. Throws `kpis.days-invalid`. */
export function readDays(from: string | undefined, to: string | undefined, now: Instant): LoadDay[] {
  const last = to ?? dateOf(now);
  const first = from ?? dateAfter(last, 1 - 8 * WEEK);
  for (const [field, date] of [
    ['from', first],
    ['to', last],
  ] as const)
    if (Number.isNaN(Date.parse(date)) || dateAfter(date, 0) !== date) throw daysInvalid(field);
  if (first > last) throw daysInvalid('from');
  if (dateAfter(first, DAYS_MAX) <= last) throw daysInvalid('to');
  return daysBetween(first, last);
}

function daysInvalid(field: string): DomainError {
  return new DomainError('kpis.days-invalid', { days: DAYS_MAX }, 'invalid', [{ pointer: `/${field}`, code: 'kpis.days-invalid' }]);
}

function weekdayOf(date: string): number {
  return ((new Date(`${date}T00:00Z`).getUTCDay() + 6) % WEEK) + 1;
}

function dayOf(date: string): LoadDay {
  let day = known.get(date);
  if (!day) {
    const [first, next] = [firstHour(date), firstHour(dateAfter(date, 1))];
    const clock =
      next - first === HOURS ? ORDINARY : Array.from({ length: next - first }, (_, at) => Number(hourText(first + at).slice(11)));
    day = { date, weekday: weekdayOf(date), first, clock };
    known.set(date, day);
  }
  return day;
}

/** Midnight in Riga lies two or three hours before that of Greenwich. */
function firstHour(date: string): number {
  let hour = Date.parse(`${date}T00:00Z`) / MS_PER_HOUR - 4;
  while (hourText(hour).slice(0, 10) < date) hour += 1;
  return hour;
}

function hourText(hour: number): string {
  return wall.format(hour * MS_PER_HOUR);
}
