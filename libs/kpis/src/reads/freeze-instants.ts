import { Injectable } from '@nestjs/common';
import { CalendarBook } from '#calendars';
import { CAUSED_CALENDAR, causedWindowEnd } from '#changes';
import { type Instant, instant } from '#kernel';
import type { Queryable } from '#platform';
import type { WindowEnd } from '../domain/change-fact.js';
import { type Month, monthEnd } from '../domain/month.js';

/** DOMAIN 4.6: the end of the fifth LV-8x5 working day of the next month, when the reopening window of this one has closed. */
export const OFFICE_CALENDAR = 'lv-8x5';
const WORKING_DAYS = 5;

/** When the figures of a month are frozen. */
@Injectable()
export class FreezeInstants {
  constructor(private readonly calendars: CalendarBook) {}

  async of(month: Month): Promise<Instant> {
    return (await this.rule())(month);
  }

  /** How long an incident counts against the change that caused it (DOMAIN 5, KPI-10): no longer than its month stays open. */
  async windowEnd(on?: Queryable): Promise<WindowEnd> {
    const calendar = await this.calendars.byCode(CAUSED_CALENDAR, on);
    return (endedAt) => causedWindowEnd(endedAt, calendar);
  }

  /** The freeze of any month, by the calendar that is in force now. */
  async rule(on?: Queryable): Promise<(month: Month) => Instant> {
    const calendar = await this.calendars.byCode(OFFICE_CALENDAR, on);
    const known = new Map<Month, Instant>();
    return (month) => {
      const at = known.get(month) ?? calendar.workingDaysAfter(instant(monthEnd(month) - 1), WORKING_DAYS);
      known.set(month, at);
      return at;
    };
  }
}
