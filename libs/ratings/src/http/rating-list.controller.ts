import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { Require } from '#platform';
import { RatingLists } from '../reads/rating-list.js';
import { RatingListRequest } from './requests/rating-list.request.js';
import { RatingListResponse } from './responses/rating-list.response.js';

@ApiTags('ratings')
@Controller('ratings')
export class RatingListController {
  constructor(private readonly lists: RatingLists) {}

  /** The ratings of the actor's groups with their comments, newest first. Nobody's ratings are added up by who did the work. */
  @Get()
  @Require('rating.list')
  async list(@CurrentActor() actor: Actor, @Query() query: RatingListRequest): Promise<RatingListResponse> {
    return RatingListResponse.from(await this.lists.page(actor, query));
  }
}
