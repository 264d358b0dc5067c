import { Injectable } from '@nestjs/common';
import { requireVersion, UnitOfWork } from '#platform';
import { CalendarDraftStore } from '../store/calendar-draft-store.js';

/** Gives a draft up; what is in force stays. */
@Injectable()
export class DiscardDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: CalendarDraftStore,
  ) {}

  /** Throws `calendars.draft.not-found` where there is none. */
  async execute(actorId: string, calendarId: string, ifMatch?: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.store.lock(tx, calendarId);
      requireVersion(ifMatch, (await this.store.require(tx, calendarId)).version);
      await this.store.remove(tx, calendarId);
      await tx.append({
        type: 'calendars.draft-discarded',
        version: 1,
        subject: { type: 'calendar', id: calendarId },
        actorId,
        payload: {},
      });
    });
  }
}
