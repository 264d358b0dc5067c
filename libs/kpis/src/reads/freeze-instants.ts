import { Injectable } from '@nestjs/common';
import { CalendarBook } from '#calendars';
import { type Instant, instant } from '#kernel';
import { type Month, monthEnd } from '../domain/month.js';

/** DOMAIN 4.6: the end of the fifth LV-8x5 working day of the next month, when the reopening window of this one has closed. */
const CALENDAR = 'lv-8x5';
const WORKING_DAYS = 5;

/** When the figures of a month are frozen. */
@Injectable()
export class FreezeInstants {
  constructor(private readonly calendars: CalendarBook) {}

  async of(month: Month): Promise<Instant> {
    const calendar = await this.calendars.byCode(CALENDAR);
    return calendar.workingDaysAfter(instant(monthEnd(month) - 1), WORKING_DAYS);
  }
}
