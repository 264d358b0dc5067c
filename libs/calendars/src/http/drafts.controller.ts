import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiParam, ApiTags } from '@nestjs/swagger';
import { notFound } from '#kernel';
import { Require } from '#platform';
import { CalendarViews } from '../reads/calendar-views.js';
import { DiscardDraft } from '../use-cases/discard-draft.js';
import { LayInPublicHolidays } from '../use-cases/lay-in-public-holidays.js';
import { PublishDraft } from '../use-cases/publish-draft.js';
import { SaveDraft } from '../use-cases/save-draft.js';
import { CalendarTarget, type Target } from './calendar-target.js';
import { DraftRequest, PublicHolidaysRequest } from './requests/draft.request.js';
import {
  CalendarComparisonResponse,
  CalendarDraftResponse,
  LaidInResponse,
  PublishedVersionResponse,
} from './responses/calendar.response.js';
import { SignedIn, type SignedInPerson } from './signed-in.js';
import { writeComparison, writeDetail } from './write-calendar.js';

const IF_MATCH = {
  name: 'If-Match',
  required: false,
  description: 'The version of the draft that the change is based on; 412 where it is behind',
};

/** The next version of a calendar: one draft at a time, written by one person and published by another. */
@ApiTags('calendars')
@Controller('calendars/:id/draft')
@ApiParam({ name: 'id', type: String })
export class DraftsController {
  constructor(
    private readonly views: CalendarViews,
    private readonly saveDraft: SaveDraft,
    private readonly discardDraft: DiscardDraft,
    private readonly publishDraft: PublishDraft,
    private readonly layInPublicHolidays: LayInPublicHolidays,
  ) {}

  @Get()
  @Require('sla.read')
  async read(@SignedIn() { id: actorId }: SignedInPerson, @CalendarTarget() { id }: Target): Promise<CalendarDraftResponse> {
    const { draft } = writeDetail(await this.views.detail(id), actorId);
    if (!draft) throw notFound('calendars.draft');
    return draft;
  }

  /** Begins the draft, or replaces what it says. */
  @Put()
  @ApiHeader(IF_MATCH)
  @Require('sla.draft')
  async save(
    @SignedIn() person: SignedInPerson,
    @CalendarTarget() target: Target,
    @Body() body: DraftRequest,
  ): Promise<CalendarDraftResponse> {
    await this.saveDraft.execute(person.id, target.id, { ...body }, target.ifMatch);
    return this.read(person, target);
  }

  /** Gives the draft up. */
  @Delete()
  @HttpCode(204)
  @ApiHeader(IF_MATCH)
  @Require('sla.draft')
  async discard(@SignedIn() { id: actorId }: SignedInPerson, @CalendarTarget() { id, ifMatch }: Target): Promise<void> {
    await this.discardDraft.execute(actorId, id, ifMatch);
  }

  /** What the draft says otherwise than the version in force, and what that makes of a year. */
  @Get('comparison')
  @Require('sla.read')
  async compare(@CalendarTarget() { id }: Target): Promise<CalendarComparisonResponse> {
    return writeComparison(await this.views.comparison(id));
  }

  /** Lays Latvia's public holidays of a year into the draft; dates that have an exception keep it. */
  @Post('public-holidays')
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @Require('sla.draft')
  async layIn(
    @SignedIn() { id: actorId }: SignedInPerson,
    @CalendarTarget() { id, ifMatch }: Target,
    @Body() { year }: PublicHolidaysRequest,
  ): Promise<LaidInResponse> {
    const { added, kept, locked } = await this.layInPublicHolidays.execute(actorId, id, year, ifMatch);
    return { added: [...added], kept: [...kept], locked: [...locked] };
  }

  /** Makes the draft the version in force; refused to whoever has saved it. */
  @Post('publication')
  @ApiHeader(IF_MATCH)
  @Require('sla.publish')
  async publish(@SignedIn() { id: actorId }: SignedInPerson, @CalendarTarget() { id, ifMatch }: Target): Promise<PublishedVersionResponse> {
    return this.publishDraft.execute(actorId, id, ifMatch);
  }
}
