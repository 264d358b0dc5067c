import { Injectable } from '@nestjs/common';
import { notFound } from '#kernel';
import { Database, type Queryable } from '#platform';
import type { CalendarException, CalendarVersion, Weekday, Window } from '../domain/calendar-version.js';
import { WorkingCalendar } from '../domain/working-calendar.js';

interface VersionRow {
  id: string;
  calendar_id: string;
  code: string;
  name_lv: string;
  name_en: string;
  version: number;
  timezone: string;
  weekly: Partial<Record<Weekday, Window[]>>;
  exceptions: CalendarException[];
  shortened_by_minutes: number;
}

/** A calendar with its versions, newest first. */
export interface PublishedCalendar {
  readonly id: string;
  readonly code: string;
  readonly nameLv: string;
  readonly nameEn: string;
  readonly timezone: string;
  readonly versions: readonly {
    readonly id: string;
    readonly version: number;
    readonly source: string;
    readonly publishedAt: string;
    readonly exceptions: number;
  }[];
}

/**
 * The calendars as they were published. Versions never change, so each is read once and kept, with the days that it has expanded.
 */
@Injectable()
export class CalendarBook {
  private readonly byVersion = new Map<string, Promise<WorkingCalendar>>();

  constructor(private readonly database: Database) {}

  /** The calendars of these versions, as a lookup by version id. Throws `calendars.not-found` where one does not exist. */
  async versions(ids: Iterable<string>, on: Queryable = this.database): Promise<(id: string) => WorkingCalendar> {
    const found = new Map<string, WorkingCalendar>();
    for (const id of new Set(ids)) found.set(id, await this.version(id, on));
    return (id) => {
      const calendar = found.get(id);
      if (!calendar) throw notFound('calendars');
      return calendar;
    };
  }

  /** The calendar with this code, in its version in force; for rules that speak of working days (LV 8x5). */
  async byCode(code: string, on: Queryable = this.database): Promise<WorkingCalendar> {
    const [row] = await on.query<{ id: string }>(
      `select v.id from calendars.calendar_version v join calendars.calendar c on c.id = v.calendar_id where c.code = $1 order by v.version desc limit 1`,
      [code],
    );
    if (!row) throw notFound('calendars');
    return this.version(row.id, on);
  }

  /** All calendars with their versions. */
  async list(): Promise<PublishedCalendar[]> {
    return this.database.query<PublishedCalendar>(
      `select c.id, c.code, c.name_lv as "nameLv", c.name_en as "nameEn", (array_agg(v.timezone order by v.version desc))[1] as timezone,
         jsonb_agg(jsonb_build_object('id', v.id, 'version', v.version, 'source', v.source, 'publishedAt', v.published_at,
           'exceptions', jsonb_array_length(v.exceptions)) order by v.version desc) as versions
       from calendars.calendar c join calendars.calendar_version v on v.calendar_id = c.id
       group by c.id order by c.code`,
    );
  }

  private version(id: string, on: Queryable): Promise<WorkingCalendar> {
    let known = this.byVersion.get(id);
    if (!known) {
      known = this.read(id, on);
      this.byVersion.set(id, known);
      // A failed read is not kept: the version may be published by the very next transaction.
      known.catch(() => this.byVersion.delete(id));
    }
    return known;
  }

  private async read(id: string, on: Queryable): Promise<WorkingCalendar> {
    const [row] = await on.query<VersionRow>(
      `select v.id, v.calendar_id, c.code, c.name_lv, c.name_en, v.version, v.timezone, v.weekly, v.exceptions, v.shortened_by_minutes
       from calendars.calendar_version v join calendars.calendar c on c.id = v.calendar_id where v.id = $1`,
      [id],
    );
    if (!row) throw notFound('calendars');
    return new WorkingCalendar(definitionOf(row));
  }
}

function definitionOf(row: VersionRow): CalendarVersion {
  const { id, code, version, timezone, weekly, exceptions } = row;
  return {
    id,
    code,
    version,
    timezone,
    weekly,
    exceptions,
    nameLv: row.name_lv,
    nameEn: row.name_en,
    shortenedByMinutes: row.shortened_by_minutes,
  };
}
