import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { Require } from '#platform';
import { FollowUpExport } from '../reads/follow-up-export.js';
import { FollowUpLists } from '../reads/follow-up-list.js';
import { CompleteFollowUp } from '../use-cases/complete-follow-up.js';
import { CompleteFollowUpRequest, ExportFollowUpsRequest, FollowUpListRequest } from './requests/rating-list.request.js';
import { FollowUpListResponse, FollowUpResponse } from './responses/rating-list.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('ratings.follow-up') });

/** What leads of groups do about bad ratings. */
@ApiTags('ratings')
@Controller('rating-follow-ups')
@Require('rating.follow-up')
export class FollowUpController {
  constructor(
    private readonly lists: FollowUpLists,
    private readonly exports: FollowUpExport,
    private readonly completeFollowUp: CompleteFollowUp,
  ) {}

  /** Open ones with what is due first on top, or those that are done or withdrawn, latest first. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Query() query: FollowUpListRequest): Promise<FollowUpListResponse> {
    return FollowUpListResponse.from(await this.lists.page(actor, query));
  }

  /** The same list as a file; one that cannot hold all of it says so in its last row. No formula in it runs. */
  @Get('export')
  async export(@CurrentActor() actor: Actor, @Query() { format, ...query }: ExportFollowUpsRequest): Promise<StreamableFile> {
    return this.exports.file(actor, query, format);
  }

  /** Says what was found out and done. */
  @Post(':id/completion')
  async complete(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() { note, contacted }: CompleteFollowUpRequest,
  ): Promise<FollowUpResponse> {
    await this.completeFollowUp.execute(actor, { id, note, contacted });
    return FollowUpResponse.from(await this.lists.one(actor, id));
  }
}
