import type { Queryable } from '#platform';

/** The version in force of a calendar and those that it has replaced. */
export interface VersionChain {
  readonly calendarId: string;
  readonly newest: string;
  readonly older: readonly string[];
}

/** The calendars that have more than one version, or the one that is asked for, whatever it has. */
export async function versionChains(on: Queryable, calendarId: string | null = null): Promise<VersionChain[]> {
  const rows = await on.query<{ calendarId: string; ids: string[] }>(
    `select calendar_id as "calendarId", array_agg(id order by version desc) as ids from calendars.calendar_version
     where $1::uuid is null or calendar_id = $1 group by calendar_id having $1::uuid is not null or count(*) > 1`,
    [calendarId],
  );
  return rows.map(({ calendarId: id, ids: [newest, ...older] }) => ({ calendarId: id, newest: newest ?? '', older }));
}
