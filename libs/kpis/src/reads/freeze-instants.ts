import { Injectable } from '@nestjs/common';
import { CalendarBook } from '#calendars';
import { type Instant, instant } from '#kernel';
import type { Queryable } from '#platform';
import type { WindowEnd } from '../domain/change-fact.js';
import { type Month, monthEnd } from '../domain/month.js';

/** DOMAIN 4.6: the end of the fifth LV-8x5 working day of the next month, when the reopening window of this one has closed. */
const CALENDAR = 'lv-8x5';
const WORKING_DAYS = 5;

/** When the figures of a month are frozen. */
@Injectable()
export class FreezeInstants {
  constructor(private readonly calendars: CalendarBook) {}

  async of(month: Month): Promise<Instant> {
    return (await this.rule())(month);
  }

  /** How long an incident counts against the change that caused it (DOMAIN 5, KPI-10): as long as months stay open, five working days. */
  async windowEnd(on?: Queryable): Promise<WindowEnd> {
    const calendar = await this.calendars.byCode(CALENDAR, on);
    return (endedAt) => calendar.workingDaysAfter(endedAt, WORKING_DAYS);
  }

  /** The freeze of any month, by the calendar that is in force now. */
  async rule(on?: Queryable): Promise<(month: Month) => Instant> {
    const calendar = await this.calendars.byCode(CALENDAR, on);
    const known = new Map<Month, Instant>();
    return (month) => {
      const at = known.get(month) ?? calendar.workingDaysAfter(instant(monthEnd(month) - 1), WORKING_DAYS);
      known.set(month, at);
      return at;
    };
  }
}
