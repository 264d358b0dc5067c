import { Injectable } from '@nestjs/common';
import { notFound } from '#kernel';
import { Database, type Queryable } from '#platform';
import type { CalendarVersion } from '../domain/calendar-version.js';
import { WorkingCalendar } from '../domain/working-calendar.js';
import { composeAll, versionsUpTo } from '../store/calendar-versions.js';

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
    /** The first date for which it holds; null where it holds for all. */
    readonly validFrom: string | null;
  }[];
  /** Is somebody preparing its next version? */
  readonly hasDraft: boolean;
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

  /** All calendars with their versions; one that has none yet has only a draft. */
  async list(): Promise<PublishedCalendar[]> {
    return this.database.query<PublishedCalendar>(
      `select c.id, c.code, c.name_lv as "nameLv", c.name_en as "nameEn", c.timezone,
         coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'version', v.version, 'source', v.source, 'publishedAt', v.published_at,
           'exceptions', jsonb_array_length(v.exceptions), 'validFrom', v.valid_from) order by v.version desc)
           filter (where v.id is not null), '[]') as versions,
         exists (select from calendars.calendar_draft d where d.calendar_id = c.id) as "hasDraft"
       from calendars.calendar c left join calendars.calendar_version v on v.calendar_id = c.id
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
    const versions = await versionsUpTo(on, id);
    const definition = composeAll(versions);
    if (!definition) throw notFound('calendars');
    const whole: CalendarVersion = { ...definition, id, version: versions.at(-1)!.version };
    return new WorkingCalendar(whole);
  }
}
