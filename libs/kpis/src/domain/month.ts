import { DomainError, type Instant, instant, MICROS_PER_SECOND } from '#kernel';

/** A month of Europe/Riga, written `2026-03`. */
export type Month = `${number}-${number}`;

/** A month, or a year with its twelve months. */
export interface Period {
  readonly text: string;
  readonly kind: 'month' | 'year';
  readonly year: number;
  readonly months: readonly Month[];
}

const HOUR = 3_600 * MICROS_PER_SECOND;
const riga = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Riga', year: 'numeric', month: '2-digit' });
const ofHour = new Map<number, Month>();

/** The month of Europe/Riga in which an instant lies. The zone's offset is whole hours, so one answer holds for a whole hour. */
export function monthOf(at: Instant): Month {
  const hour = Math.floor(at / HOUR);
  const known = ofHour.get(hour);
  if (known) return known;
  const month = riga.format(hour * 3_600_000) as Month;
  if (ofHour.size > 50_000) ofHour.clear();
  ofHour.set(hour, month);
  return month;
}

/** The first instant of a month, midnight in Riga. */
export function monthStart(month: Month): Instant {
  const [year, number] = month.split('-').map(Number) as [number, number];
  let at = Date.UTC(year, number - 1, 1) * 1_000 - 4 * HOUR;
  while (monthOf(instant(at)) < month) at += HOUR;
  return instant(at);
}

/** The first instant after a month. */
export function monthEnd(month: Month): Instant {
  return monthStart(monthsAfter(month, 1));
}

/** The month so many months later, or earlier where negative. */
export function monthsAfter(month: Month, count: number): Month {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const index = year * 12 + number - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}` as Month;
}

/** The months from one instant to another, both included. */
export function monthsBetween(from: Instant, to: Instant): Month[] {
  const months: Month[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month = monthsAfter(month, 1)) months.push(month);
  return months;
}

/** The month as PostgreSQL keeps it: the date of its first day. */
export function monthDate(month: Month): string {
  return `${month}-01`;
}

/** Reads the date of a month's first day. */
export function monthOfDate(date: string): Month {
  return date.slice(0, 7) as Month;
}

/** Reads `2026-11` or `2026`. Throws `kpis.period-invalid`. */
export function readPeriod(text: string): Period {
  const match = /^(20\d{2})(?:-(0[1-9]|1[0-2]))?$/.exec(text);
  if (!match) throw new DomainError('kpis.period-invalid', {}, 'invalid', [{ pointer: '/period', code: 'kpis.period-invalid' }]);
  const year = Number(match[1]);
  if (match[2]) return { text, kind: 'month', year, months: [text as Month] };
  return { text, kind: 'year', year, months: Array.from({ length: 12 }, (_, at) => monthsAfter(`${text}-01` as Month, at)) };
}

/** The period and those before it, oldest first: twelve months, or five years. */
export function trendOf(period: Period): Period[] {
  if (period.kind === 'month') return Array.from({ length: 12 }, (_, at) => readPeriod(monthsAfter(period.text as Month, at - 11)));
  return Array.from({ length: 5 }, (_, at) => String(period.year + at - 4))
    .filter((year) => year >= '2000')
    .map(readPeriod);
}
