import { Body, Controller, Delete, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { formatInstant } from '#kernel';
import { Database, Public, Require } from '#platform';
import { CalendarFile } from '../reads/calendar-file.js';
import { CalendarView } from '../reads/calendar-view.js';
import { CalendarFeeds } from '../store/calendar-feeds.js';
import { ShareCalendar } from '../use-cases/share-calendar.js';
import { CalendarFeedRequest, CalendarFileRequest, ReadCalendarRequest } from './requests/calendar.request.js';
import { CalendarFeedResponse, ChangeCalendarResponse, NewCalendarFeedResponse } from './responses/calendar.response.js';

/** The change calendar, on the screen and for calendar programs. */
@ApiTags('change calendar')
@Controller()
export class ChangeCalendarController {
  constructor(
    private readonly view: CalendarView,
    private readonly file: CalendarFile,
    private readonly feeds: CalendarFeeds,
    private readonly share: ShareCalendar,
    private readonly database: Database,
  ) {}

  /** Changes, freezes, maintenance and days off of at most 62 days; staff read all, coordinators what touches their institution. */
  @Get('change-calendar')
  @Require('change.calendar')
  async read(@CurrentActor() actor: Actor, @Query() request: ReadCalendarRequest): Promise<ChangeCalendarResponse> {
    return this.view.read(actor, request);
  }

  /** The same for calendar programs (iCalendar), by the token of a link. */
  @Get('change-calendar.ics')
  @Public()
  @ApiProduces('text/calendar')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'private, max-age=300')
  @Header('referrer-policy', 'no-referrer')
  async export(@Query() { token }: CalendarFileRequest): Promise<string> {
    return this.file.read(token);
  }

  /** Has the reader a link, and since when? The link itself is never told again. */
  @Get('change-calendar/feed')
  @Require('change.calendar')
  async feed(@CurrentActor() actor: Actor): Promise<CalendarFeedResponse> {
    const feed = await this.feeds.ofPerson(this.database, actor.id);
    return {
      createdAt: feed ? formatInstant(feed.createdAt) : null,
      serviceId: feed?.serviceId ?? null,
      institutionId: feed?.institutionId ?? null,
    };
  }

  /** Gives the reader a link; an earlier one ends. */
  @Post('change-calendar/feed')
  @Require('change.calendar')
  async createFeed(
    @CurrentActor() actor: Actor,
    @Body() { serviceId, institutionId }: CalendarFeedRequest,
  ): Promise<NewCalendarFeedResponse> {
    return { url: await this.share.create(actor, { serviceId: serviceId ?? null, institutionId: institutionId ?? null }) };
  }

  @Delete('change-calendar/feed')
  @Require('change.calendar')
  @HttpCode(204)
  async revokeFeed(@CurrentActor() actor: Actor): Promise<void> {
    await this.share.revoke(actor);
  }
}
