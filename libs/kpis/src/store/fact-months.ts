import type { Instant } from '#kernel';
import { type Month, monthsBetween } from '../domain/month.js';

/** In which months a fact counts: asked of a fact, of rows (`f`), and of a whole table. */
export interface InMonths<Fact> {
  /** Of one fact; `now` ends what still lasts. */
  of(fact: Fact, now: Instant): Month[];
  /** The condition for a row to count in the month whose first day is `date`, a placeholder. */
  sql(date: string): string;
  /** A query for the months (`month`, their first days) in which anything of `table` counts. */
  all(table: string): string;
}

/** The fact names its months itself, in these columns. */
export function inMonthsOf<Fact extends object>(...columns: readonly string[]): InMonths<Fact> {
  return {
    of: (fact) => {
      const values = fact as Readonly<Record<string, unknown>>;
      const months = columns.map((column) => values[column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())]);
      return [...new Set(months)].filter((month): month is Month => typeof month === 'string');
    },
    sql: (date) => `(${columns.map((column) => `f.${column} = ${date}`).join(' or ')})`,
    all: (table) => `select month from ${table} where edition = 0 and month is not null`,
  };
}

/** The fact lasts from one instant to another, and counts in every month that it touches. */
export const SPANNED_MONTHS: InMonths<{ readonly fromAt: Instant; readonly toAt: Instant | null }> = {
  of: ({ fromAt, toAt }, now) => monthsBetween(fromAt, toAt ?? now),
  sql: (date) =>
    `(f.from_at < (${date}::date + interval '1 month') at time zone 'Europe/Riga' and (f.to_at is null or f.to_at > ${date}::date::timestamp at time zone 'Europe/Riga'))`,
  all: (table) =>
    `select generate_series(date_trunc('month', min(from_at) at time zone 'Europe/Riga'), now() at time zone 'Europe/Riga', interval '1 month')::date as month
     from ${table} where edition = 0`,
};
