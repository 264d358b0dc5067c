import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '#platform';
import { compose } from '../domain/calendar-content.js';
import type { CalendarDefinition } from '../domain/calendar-version.js';
import { CalendarDraftStore, type KeptDraft } from '../store/calendar-draft-store.js';
import { composeAll, type KeptVersion, versionsOf } from '../store/calendar-versions.js';

/** A draft with what is in force, ready to be counted on. */
export interface DraftOnGround {
  readonly draft: KeptDraft;
  /** The draft composed with the version in force. */
  readonly definition: CalendarDefinition;
  /** The version in force; undefined where there is none yet. */
  readonly inForce: (KeptVersion & { readonly definition: CalendarDefinition }) | undefined;
}

/** What the next versions of calendars would be. */
@Injectable()
export class CalendarDrafts {
  constructor(
    private readonly database: Database,
    private readonly store: CalendarDraftStore,
  ) {}

  /** The draft of a calendar, composed with the version in force, for `new WorkingCalendar`; null where there is none. */
  async definition(calendarId: string, on: Queryable = this.database): Promise<CalendarDefinition | null> {
    return (await this.find(calendarId, on))?.definition ?? null;
  }

  /** The draft with the version in force beside it. */
  async find(calendarId: string, on: Queryable = this.database): Promise<DraftOnGround | undefined> {
    const [calendar] = await on.query<{ code: string; nameLv: string; nameEn: string; timezone: string }>(
      `select code, name_lv as "nameLv", name_en as "nameEn", timezone from calendars.calendar where id = $1`,
      [calendarId],
    );
    const draft = calendar && (await this.store.find(on, calendarId));
    if (!draft) return undefined;
    const versions = await versionsOf(on, calendarId);
    const before = composeAll(versions);
    const last = versions.at(-1);
    return { draft, definition: compose(calendar, draft.content, before), inForce: last && before && { ...last, definition: before } };
  }
}
