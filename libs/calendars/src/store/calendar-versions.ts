import type { Queryable, Tx } from '#platform';
import { type CalendarContent, type CalendarIdentity, compose } from '../domain/calendar-content.js';
import type { CalendarDefinition } from '../domain/calendar-version.js';

/** A published version as it is kept. */
export interface KeptVersion {
  readonly id: string;
  readonly calendarId: string;
  readonly version: number;
  readonly identity: CalendarIdentity;
  readonly content: CalendarContent;
}

interface VersionRow {
  id: string;
  calendar_id: string;
  version: number;
  code: string;
  name_lv: string;
  name_en: string;
  timezone: string;
  valid_from: string | null;
  weekly: CalendarContent['weekly'];
  exceptions: CalendarContent['exceptions'];
  recurring_holidays: string[];
  shortened_by_minutes: number;
  source: string;
}

const SELECT = `select v.id, v.calendar_id, v.version, c.code, c.name_lv, c.name_en, v.timezone, v.valid_from, v.weekly, v.exceptions,
    v.recurring_holidays, v.shortened_by_minutes, v.source
  from calendars.calendar_version v join calendars.calendar c on c.id = v.calendar_id`;

/** A version and all that came before it, oldest first; none where it does not exist. */
export async function versionsUpTo(on: Queryable, versionId: string): Promise<KeptVersion[]> {
  const rows = await on.query<VersionRow>(
    `${SELECT} where (v.calendar_id, 0) in (select w.calendar_id, 0 from calendars.calendar_version w where w.id = $1)
       and v.version <= (select w.version from calendars.calendar_version w where w.id = $1) order by v.version`,
    [versionId],
  );
  return rows.map(toVersion);
}

/** All versions of a calendar, oldest first. */
export async function versionsOf(on: Queryable, calendarId: string): Promise<KeptVersion[]> {
  return (await on.query<VersionRow>(`${SELECT} where v.calendar_id = $1 order by v.version`, [calendarId])).map(toVersion);
}

/** What the last of these versions says, with what held before it. */
export function composeAll(versions: readonly KeptVersion[]): CalendarDefinition | undefined {
  return versions.reduce<CalendarDefinition | undefined>((before, { identity, content }) => compose(identity, content, before), undefined);
}

export interface NewVersion {
  readonly id: string;
  readonly calendarId: string;
  readonly version: number;
  readonly timezone: string;
  readonly content: CalendarContent;
  readonly draftedBy: readonly string[];
  readonly publishedBy: string;
}

/** Keeps a version for good: the table refuses changes. */
export async function addVersion(
  tx: Tx,
  { id, calendarId, version, timezone, content, draftedBy, publishedBy }: NewVersion,
): Promise<void> {
  await tx.execute(
    `insert into calendars.calendar_version (id, calendar_id, version, timezone, valid_from, weekly, exceptions, recurring_holidays,
       shortened_by_minutes, source, drafted_by, published_by, published_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, now())`,
    [
      id,
      calendarId,
      version,
      timezone,
      content.validFrom,
      JSON.stringify(content.weekly),
      JSON.stringify(content.exceptions),
      JSON.stringify(content.recurringHolidays),
      content.shortenedByMinutes,
      content.source,
      draftedBy,
      publishedBy,
    ],
  );
}

function toVersion(row: VersionRow): KeptVersion {
  const { id, calendar_id: calendarId, version, code, timezone, weekly, exceptions, source } = row;
  return {
    id,
    calendarId,
    version,
    identity: { code, nameLv: row.name_lv, nameEn: row.name_en, timezone },
    content: {
      validFrom: row.valid_from,
      weekly,
      exceptions,
      recurringHolidays: row.recurring_holidays,
      shortenedByMinutes: row.shortened_by_minutes,
      source,
    },
  };
}
