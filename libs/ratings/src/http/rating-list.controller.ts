import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { Require } from '#platform';
import { RatingListExport } from '../reads/rating-list-export.js';
import { RatingLists } from '../reads/rating-list.js';
import { ExportRatingsRequest, RatingListRequest } from './requests/rating-list.request.js';
import { RatingListResponse } from './responses/rating-list.response.js';

@ApiTags('ratings')
@Controller('ratings')
export class RatingListController {
  constructor(
    private readonly lists: RatingLists,
    private readonly exports: RatingListExport,
  ) {}

  /** The ratings of the actor's groups with their comments, newest first. Nobody's ratings are added up by who did the work. */
  @Get()
  @Require('rating.list')
  async list(@CurrentActor() actor: Actor, @Query() query: RatingListRequest): Promise<RatingListResponse> {
    return RatingListResponse.from(await this.lists.page(actor, query));
  }

  /** The ratings of a list as a file; one that cannot hold all of them says so in its last row. No formula in it runs. */
  @Get('export')
  @Require('rating.list')
  async export(@CurrentActor() actor: Actor, @Query() { format, ...query }: ExportRatingsRequest): Promise<StreamableFile> {
    return this.exports.file(actor, query, format);
  }
}
