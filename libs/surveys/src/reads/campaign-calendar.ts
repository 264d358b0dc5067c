import { Injectable } from '@nestjs/common';
import { CalendarBook, type WorkingCalendar } from '#calendars';
import type { Queryable } from '#platform';

/** "wd" is a working day of this calendar (DOMAIN 4.2, 6). */
const WORKING_DAYS = 'lv-8x5';

/** The calendar in which the days of campaigns are counted. */
@Injectable()
export class CampaignCalendar {
  constructor(private readonly calendars: CalendarBook) {}

  async inForce(on?: Queryable): Promise<WorkingCalendar> {
    return this.calendars.byCode(WORKING_DAYS, on);
  }
}
