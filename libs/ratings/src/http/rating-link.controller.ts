import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '#platform';
import { RatingLinkPages } from '../reads/rating-link-page.js';
import { RateByLink } from '../use-cases/rate-by-link.js';
import { RateRequest, RatingLinkRequest } from './requests/rate.request.js';
import { RatingLinkResponse, RatingResponse } from './responses/rating.response.js';

@ApiTags('ratings')
@Controller('ratings/links/:token')
export class RatingLinkController {
  constructor(
    private readonly pages: RatingLinkPages,
    private readonly rateByLink: RateByLink,
  ) {}

  /** What the page behind a link of a mail shows. Records nothing. */
  @Get()
  @Public()
  async read(@Param('token') token: string, @Query() query: RatingLinkRequest): Promise<RatingLinkResponse> {
    return this.pages.read(token, query.v);
  }

  /** Records the rating and spends the link. */
  @Post()
  @HttpCode(201)
  @Public()
  async rate(@Param('token') token: string, @Body() body: RateRequest): Promise<RatingResponse> {
    return RatingResponse.from(await this.rateByLink.execute({ token, value: body.value, comment: body.comment }));
  }
}
