import type { Params } from './ticket-visibility.js';

/** Days that move with the day on which they are read: a saved view "due today" means another day tomorrow. */
export const DUE_WORDS = ['now', 'today', 'tomorrow', 'week'] as const;
export const SINCE_WORDS = ['today', 'week', 'month'] as const;

const TODAY = `date_trunc('day', now() at time zone 'Europe/Riga')`;
const instantOf = (local: string): string => `((${local}) at time zone 'Europe/Riga')`;

const DUE: Readonly<Record<string, string>> = {
  now: 'now()',
  today: instantOf(`${TODAY} + interval '1 day'`),
  tomorrow: instantOf(`${TODAY} + interval '2 days'`),
  week: instantOf(`date_trunc('week', ${TODAY}) + interval '7 days'`),
};

const SINCE: Readonly<Record<string, string>> = {
  today: instantOf(TODAY),
  week: instantOf(`${TODAY} - interval '6 days'`),
  month: instantOf(`${TODAY} - interval '29 days'`),
};

/** A day that there is, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The instant before which a deadline must lie, as SQL: the end of the day in Latvia, or now. */
export function dueBeforeSql(day: string, params: Params): string {
  return DUE[day] ?? instantOf(`${params.add(day)}::date + interval '1 day'`);
}

/** The beginning of a day in Latvia, as SQL; `week` and `month` are the last 7 and 30 days, today among them. */
export function sinceSql(day: string, params: Params): string {
  return SINCE[day] ?? instantOf(`${params.add(day)}::date::timestamp`);
}

/** The end of a day in Latvia, as SQL. */
export function untilSql(day: string, params: Params): string {
  return instantOf(`${params.add(day)}::date + interval '1 day'`);
}
