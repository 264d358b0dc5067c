import { Injectable } from '@nestjs/common';
import { CalendarBook } from '#calendars';
import type { Instant } from '#kernel';
import type { Queryable } from '#platform';

/** Whose working time "inside" and "outside" mean (DOMAIN 4.2). */
const CALENDAR = 'lv-8x5';

/** Whether instants lie in working time. */
@Injectable()
export class WorkingTime {
  constructor(private readonly calendars: CalendarBook) {}

  async ask(on: Queryable): Promise<(at: Instant) => boolean> {
    const calendar = await this.calendars.byCode(CALENDAR, on);
    return (at) => calendar.next(at) === at;
  }
}
