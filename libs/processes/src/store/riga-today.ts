import type { Queryable } from '#platform';

/** The day in Riga by the database's clock, `YYYY-MM-DD`. */
export async function rigaToday(on: Queryable): Promise<string> {
  const [row] = await on.query<{ day: string }>(`select (now() at time zone 'Europe/Riga')::date as day`);
  return row!.day;
}
