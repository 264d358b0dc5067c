import { Injectable } from '@nestjs/common';
import { ActorReader, holds } from '#identity';
import { Clock, hashToken, instant, notFound } from '#kernel';
import { Database } from '#platform';
import { CalendarFeeds } from '../store/calendar-feeds.js';
import { CalendarFileWords } from './calendar-file-words.js';
import { ChangeCalendar } from './change-calendar.js';

const DAY = 86_400_000_000;
/** What a calendar program is told of: a month back, and as far ahead as changes are planned. */
const DAYS_BACK = 31;
const DAYS_AHEAD = 120;

/** The change calendar as a file for calendar programs (RFC 5545). */
@Injectable()
export class CalendarFile {
  constructor(
    private readonly database: Database,
    private readonly feeds: CalendarFeeds,
    private readonly actors: ActorReader,
    private readonly calendar: ChangeCalendar,
    private readonly words: CalendarFileWords,
    private readonly clock: Clock,
  ) {}

  /**
   * The calendar of whom the token was given to, as he would see it now. Throws `changes.feed.not-found` where the token opens nothing, or
   * he may not read the calendar any more: both answer alike.
   */
  async read(token: string): Promise<string> {
    const feed = await this.feeds.byToken(this.database, hashToken(token));
    const actor = feed && (await this.actors.byId(feed.userId));
    if (!feed || !actor || !holds(actor, 'change.calendar')) throw notFound('changes.feed');
    const now = this.clock.now();
    const { changes, freezes } = await this.calendar.read(actor, {
      from: instant(now - DAYS_BACK * DAY),
      to: instant(now + DAYS_AHEAD * DAY),
      ...(feed.serviceId ? { serviceId: feed.serviceId } : {}),
      ...(feed.institutionId ? { institutionId: feed.institutionId } : {}),
    });
    return this.words.write(actor, now, changes, freezes);
  }
}
