import { Injectable } from '@nestjs/common';
import { requireVersion, UnitOfWork } from '#platform';
import { latvianHolidays } from '../reads/latvian-holidays.js';
import { CalendarDraftStore } from '../store/calendar-draft-store.js';

/** What came of laying in a year's holidays. */
export interface LaidIn {
  /** Dates that are holidays now. */
  readonly added: readonly string[];
  /** Dates that have an exception already, which stays as it is. */
  readonly kept: readonly string[];
  /** Dates before the draft takes effect, which nobody changes any more. */
  readonly locked: readonly string[];
}

/** Lays the public holidays of a year into a draft, for an administrator to complete with the days that the Cabinet moves. */
@Injectable()
export class LayInPublicHolidays {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: CalendarDraftStore,
  ) {}

  /** Throws `calendars.draft.not-found`, or 412 where `ifMatch` is behind. */
  async execute(actorId: string, calendarId: string, year: number, ifMatch?: string): Promise<LaidIn> {
    const holidays = await latvianHolidays(year);
    return this.unitOfWork.run(async (tx) => {
      await this.store.lock(tx, calendarId);
      const { content, version } = await this.store.require(tx, calendarId);
      requireVersion(ifMatch, version);
      const taken = new Set(content.exceptions.map(({ date }) => date));
      const open = holidays.filter(({ date }) => content.validFrom === null || date >= content.validFrom);
      const added = open.filter(({ date }) => !taken.has(date));
      const exceptions = [...content.exceptions, ...added].sort((a, b) => a.date.localeCompare(b.date));
      if (added.length > 0) await this.store.save(tx, calendarId, { ...content, exceptions }, actorId);
      return {
        added: added.map(({ date }) => date),
        kept: open.filter(({ date }) => taken.has(date)).map(({ date }) => date),
        locked: holidays.filter((holiday) => !open.includes(holiday)).map(({ date }) => date),
      };
    });
  }
}
