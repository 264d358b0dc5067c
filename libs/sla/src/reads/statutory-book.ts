import { Injectable } from '@nestjs/common';
import { CalendarBook, type CalendarVersion } from '#calendars';
import { type Queryable, Settings } from '#platform';
import { STATUTORY_CALENDAR, statutoryTargets } from '../domain/follow-law.js';
import type { Occasion, StartTarget } from '../domain/occasion.js';

/** What the law asks after a security incident, with the hours that the installation is set to (DOMAIN 4.3(10)). */
@Injectable()
export class StatutoryBook {
  constructor(
    private readonly settings: Settings,
    private readonly calendars: CalendarBook,
  ) {}

  /** The clocks that an event of the law begins, counted round the clock. */
  async targetsFor(on: Queryable, event: Occasion['event']): Promise<StartTarget[]> {
    const calendar = await this.calendars.byCode(STATUTORY_CALENDAR, on);
    // The book gives published versions, and these have their identity.
    const { id } = calendar.definition as CalendarVersion;
    const { statutoryWarningHours: warning, statutoryNotificationHours: notification } = this.settings;
    return statutoryTargets(event, { warning, notification }, id, calendar);
  }
}
