import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import { UnitOfWork } from '#platform';
import type { CalendarIdentity } from '../domain/calendar-content.js';
import { faultAt } from '../domain/field-faults.js';
import { isTimezone } from '../domain/local-day.js';
import { CalendarDraftStore } from '../store/calendar-draft-store.js';

const EMPTY = { validFrom: null, weekly: {}, exceptions: [], recurringHolidays: [], shortenedByMinutes: 0, source: '' };

/** Begins a calendar with an empty draft; nothing can be promised on it before that is published. */
@Injectable()
export class CreateCalendar {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: CalendarDraftStore,
  ) {}

  /** Answers the calendar's id. Throws `calendars.code-taken` (conflict), or 422 for a zone that does not exist. */
  async execute(actorId: string, identity: CalendarIdentity): Promise<string> {
    if (!isTimezone(identity.timezone)) throw faultAt('/timezone', 'calendars.unknown-zone');
    return this.unitOfWork.run(async (tx) => {
      const id = randomUUID();
      if (!(await this.store.addCalendar(tx, id, identity)))
        throw new DomainError('calendars.code-taken', {}, 'conflict', [{ pointer: '/code', code: 'calendars.code-taken' }]);
      await this.store.save(tx, id, EMPTY, actorId);
      await tx.append({
        type: 'calendars.calendar-created',
        version: 1,
        subject: { type: 'calendar', id },
        actorId,
        payload: { code: identity.code, timezone: identity.timezone },
      });
      return id;
    });
  }
}
