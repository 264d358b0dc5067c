import { Injectable } from '@nestjs/common';
import { CalendarBook } from '#calendars';
import { Clock, type Instant, MICROS_PER_SECOND } from '#kernel';
import { FreezeInstants, type Month, monthOf, monthsAfter } from '#kpis';
import { Database, ts } from '#platform';
import type { OccasionRules } from '../domain/occasion.js';

const HOUR = 3_600 * MICROS_PER_SECOND;

/** The calendar's side of it: LV 8x5, in whose hours reports leave. */
@Injectable()
export class OccasionTimes {
  constructor(
    private readonly clock: Clock,
    private readonly calendars: CalendarBook,
    private readonly database: Database,
    private readonly freezes: FreezeInstants,
  ) {}

  async now(): Promise<{ readonly now: Instant; readonly rules: OccasionRules }> {
    const now = this.clock.now();
    const calendar = await this.calendars.byCode('lv-8x5');
    const freeze = await this.freezes.rule();
    const [week] = await this.database.query<{ monday: string; start: Instant }>(
      `select to_char(w.monday, 'YYYY-MM-DD') as monday, w.monday at time zone 'Europe/Riga' as start
       from (select date_trunc('week', $1::timestamptz at time zone 'Europe/Riga') as monday) w`,
      [ts(now)],
    );
    const rules = {
      thisMonth: monthOf(now),
      monthsAfter,
      afterFreeze: (month: Month) => calendar.add(freeze(month), HOUR),
      week: { monday: week!.monday, dueAt: calendar.add(week!.start, HOUR) },
    };
    return { now, rules };
  }
}
