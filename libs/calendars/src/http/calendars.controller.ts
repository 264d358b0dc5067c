import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { etag, Require } from '#platform';
import { preview } from '../domain/preview.js';
import { readPreviewQuestion } from '../domain/read-preview.js';
import { WorkingCalendar } from '../domain/working-calendar.js';
import { yearOf } from '../domain/year.js';
import { CalendarBook } from '../reads/calendar-book.js';
import { CalendarViews, type Which } from '../reads/calendar-views.js';
import { CreateCalendar } from '../use-cases/create-calendar.js';
import { CalendarTarget, type Target } from './calendar-target.js';
import { CreateCalendarRequest } from './requests/create-calendar.request.js';
import { TryVersionRequest, YearRequest } from './requests/year.request.js';
import { CalendarDetailResponse, CalendarListResponse, CalendarYearResponse } from './responses/calendar.response.js';
import { PreviewResponse } from './responses/preview.response.js';
import { SignedIn, type SignedInPerson } from './signed-in.js';
import { writeDetail, writeYear } from './write-calendar.js';
import { writePreview } from './write-preview.js';

interface WithHeaders {
  header(name: string, value: string): unknown;
}

@ApiTags('calendars')
@Controller('calendars')
export class CalendarsController {
  constructor(
    private readonly book: CalendarBook,
    private readonly views: CalendarViews,
    private readonly createCalendar: CreateCalendar,
  ) {}

  /** The working calendars with their versions, newest first. */
  @Get()
  @Require('group.read', 'sla.read')
  @ApiOkResponse({ type: CalendarListResponse })
  async list(): Promise<CalendarListResponse> {
    const items = await this.book.list();
    return { items: items.map((calendar) => ({ ...calendar, versions: [...calendar.versions] })) };
  }

  /** Begins a calendar with an empty draft. */
  @Post()
  @Require('sla.draft')
  @ApiCreatedResponse({ type: CalendarDetailResponse })
  async create(@SignedIn() { id: actorId }: SignedInPerson, @Body() request: CreateCalendarRequest): Promise<CalendarDetailResponse> {
    const id = await this.createCalendar.execute(actorId, { ...request });
    return writeDetail(await this.views.detail(id), actorId);
  }

  /** A calendar with its versions, what is in force and its draft; the `ETag` is that of the draft. */
  @Get(':id')
  @ApiParam({ name: 'id', type: String })
  @Require('sla.read')
  async read(
    @SignedIn() { id: actorId }: SignedInPerson,
    @CalendarTarget() { id }: Target,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<CalendarDetailResponse> {
    const detail = await this.views.detail(id);
    reply.header('etag', etag(detail.draft?.version ?? 0));
    return writeDetail(detail, actorId);
  }

  /** Each date of a year: what it is, its windows by the wall clock, its name. */
  @Get(':id/year')
  @ApiParam({ name: 'id', type: String })
  @Require('sla.read')
  async year(
    @SignedIn() { locale }: SignedInPerson,
    @CalendarTarget() { id }: Target,
    @Query() { year, version }: YearRequest,
  ): Promise<CalendarYearResponse> {
    const found = await this.views.definition(id, whichOf(version));
    return writeYear(year, found.version, yearOf(new WorkingCalendar(found.definition), year), locale);
  }

  /** Computes on a version or the draft as `POST /calendars/preview` does on a calendar that is given. */
  @Post(':id/preview')
  @HttpCode(200)
  @ApiParam({ name: 'id', type: String })
  @Require('sla.read')
  async try(
    @SignedIn() { locale }: SignedInPerson,
    @CalendarTarget() { id }: Target,
    @Body() { version, ...question }: TryVersionRequest,
  ): Promise<PreviewResponse> {
    const { definition } = await this.views.definition(id, whichOf(version));
    return writePreview(preview(definition, readPreviewQuestion(question)), locale);
  }
}

function whichOf(version: string | undefined): Which {
  if (version === undefined) return 'in-force';
  return version === 'draft' ? 'draft' : Number(version);
}
