import { Injectable } from '@nestjs/common';
import { requireVersion, UnitOfWork } from '#platform';
import { localDate } from '../domain/local-day.js';
import { readContent } from '../domain/read-content.js';
import type { Fields } from '../domain/read-week.js';
import { CalendarDraftStore } from '../store/calendar-draft-store.js';
import { versionsOf } from '../store/calendar-versions.js';

/** Lays down the next version of a calendar, for somebody else to publish. */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: CalendarDraftStore,
  ) {}

  /** Begins the draft or replaces what it says. Throws 422 with the fields that are wrong, 412 where `ifMatch` is behind. */
  async execute(actorId: string, calendarId: string, body: Fields, ifMatch?: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { timezone } = await this.store.lock(tx, calendarId);
      const kept = await this.store.find(tx, calendarId);
      requireVersion(ifMatch, kept?.version ?? 0);
      const inForce = (await versionsOf(tx, calendarId)).at(-1)?.content ?? null;
      const content = readContent(body, { today: localDate(timezone, tx.now), inForce });
      await this.store.save(tx, calendarId, content, actorId);
      await tx.append({
        type: 'calendars.draft-saved',
        version: 1,
        subject: { type: 'calendar', id: calendarId },
        actorId,
        payload: { draftVersion: (kept?.version ?? 0) + 1, validFrom: content.validFrom },
      });
    });
  }
}
