import { Injectable } from '@nestjs/common';
import { type Instant, notFound } from '#kernel';
import type { Queryable, Tx } from '#platform';
import type { CalendarContent, CalendarIdentity } from '../domain/calendar-content.js';

/** A draft as it is kept. */
export interface KeptDraft {
  readonly content: CalendarContent;
  /** Everybody who has saved it; none of them may publish it. */
  readonly authorIds: readonly string[];
  readonly savedBy: string;
  readonly savedAt: Instant;
  readonly version: number;
}

interface DraftRow {
  valid_from: string | null;
  weekly: CalendarContent['weekly'];
  exceptions: CalendarContent['exceptions'];
  recurring_holidays: string[];
  shortened_by_minutes: number;
  source: string;
  author_ids: string[];
  saved_by: string;
  saved_at: Instant;
  version: number;
}

/** Calendars and their drafts. */
@Injectable()
export class CalendarDraftStore {
  /** Holds the calendar until the transaction ends, so that drafts are saved and published one after another. Throws `calendars.not-found`. */
  async lock(tx: Tx, calendarId: string): Promise<CalendarIdentity> {
    const [row] = await tx.query<CalendarIdentity>(
      `select code, name_lv as "nameLv", name_en as "nameEn", timezone from calendars.calendar where id = $1 for update`,
      [calendarId],
    );
    if (!row) throw notFound('calendars');
    return row;
  }

  /** Adds a calendar without versions. Answers false where the code is taken. */
  async addCalendar(tx: Tx, id: string, { code, nameLv, nameEn, timezone }: CalendarIdentity): Promise<boolean> {
    const added = await tx.execute(
      `insert into calendars.calendar (id, code, name_lv, name_en, timezone) values ($1, $2, $3, $4, $5) on conflict (code) do nothing`,
      [id, code, nameLv, nameEn, timezone],
    );
    return added === 1;
  }

  async find(on: Queryable, calendarId: string): Promise<KeptDraft | undefined> {
    const [row] = await on.query<DraftRow>(`select * from calendars.calendar_draft where calendar_id = $1`, [calendarId]);
    return row && toDraft(row);
  }

  /** The draft, which must exist. Throws `calendars.no-draft` (404). */
  async require(on: Queryable, calendarId: string): Promise<KeptDraft> {
    const draft = await this.find(on, calendarId);
    if (!draft) throw notFound('calendars.draft');
    return draft;
  }

  /** Lays down what the draft says now; whoever saves it becomes one of its authors. */
  async save(tx: Tx, calendarId: string, content: CalendarContent, by: string): Promise<void> {
    await tx.execute(
      `insert into calendars.calendar_draft as d (calendar_id, valid_from, weekly, exceptions, recurring_holidays, shortened_by_minutes,
         source, author_ids, saved_by, saved_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, array[$8::uuid], $8, now(), 1)
       on conflict (calendar_id) do update set valid_from = excluded.valid_from, weekly = excluded.weekly, exceptions = excluded.exceptions,
         recurring_holidays = excluded.recurring_holidays, shortened_by_minutes = excluded.shortened_by_minutes, source = excluded.source,
         author_ids = (select array_agg(distinct a) from unnest(d.author_ids || excluded.author_ids) a), saved_by = excluded.saved_by,
         saved_at = excluded.saved_at, version = d.version + 1`,
      [
        calendarId,
        content.validFrom,
        JSON.stringify(content.weekly),
        JSON.stringify(content.exceptions),
        JSON.stringify(content.recurringHolidays),
        content.shortenedByMinutes,
        content.source,
        by,
      ],
    );
  }

  async remove(tx: Tx, calendarId: string): Promise<void> {
    await tx.execute(`delete from calendars.calendar_draft where calendar_id = $1`, [calendarId]);
  }
}

function toDraft(row: DraftRow): KeptDraft {
  return {
    content: {
      validFrom: row.valid_from,
      weekly: row.weekly,
      exceptions: row.exceptions,
      recurringHolidays: row.recurring_holidays,
      shortenedByMinutes: row.shortened_by_minutes,
      source: row.source,
    },
    authorIds: row.author_ids,
    savedBy: row.saved_by,
    savedAt: row.saved_at,
    version: row.version,
  };
}
