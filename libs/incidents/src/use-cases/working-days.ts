import { Injectable } from '@nestjs/common';
import { CalendarBook } from '#calendars';
import type { Instant } from '#kernel';
import type { Queryable } from '#platform';

/** "wd" is a working day of this calendar (DOMAIN 4.2). */
const WORKING_DAYS = 'lv-8x5';

/** A resolved incident closes by itself after so many working days, one whose requester does not answer is resolved after so many. */
const CLOSES_AFTER = 5;
const ANSWER_WITHIN = 10;
/** Working days after the question at which its requester is reminded of it (DOMAIN 3.1). */
const REMINDED_AFTER: readonly number[] = [2, 5, 8];

/** Deadlines of an incident that are counted in working days. */
@Injectable()
export class WorkingDays {
  constructor(private readonly calendars: CalendarBook) {}

  async closesAt(resolvedAt: Instant, on?: Queryable): Promise<Instant> {
    return (await this.calendars.byCode(WORKING_DAYS, on)).workingDaysAfter(resolvedAt, CLOSES_AFTER);
  }

  /** When the requester is reminded after having been reminded `count` times; null: not again. */
  async reminderDueAt(askedAt: Instant, count: number, on?: Queryable): Promise<Instant | null> {
    const days = REMINDED_AFTER[count];
    return days === undefined ? null : (await this.calendars.byCode(WORKING_DAYS, on)).workingDaysAfter(askedAt, days);
  }

  async answerDueAt(askedAt: Instant, on?: Queryable): Promise<Instant> {
    return (await this.calendars.byCode(WORKING_DAYS, on)).workingDaysAfter(askedAt, ANSWER_WITHIN);
  }
}
