import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { formatInstant } from '#kernel';
import { Require } from '#platform';
import { PublishedSurveys } from '../reads/published-surveys.js';
import { PublishedSurveysResponse } from './responses/published-survey.response.js';

/** Surveys whose results are published: the way to these for everybody who may read them. */
@ApiTags('surveys')
@Controller('survey-results')
export class PublishedSurveysController {
  constructor(private readonly surveys: PublishedSurveys) {}

  /** The latest first. */
  @Get()
  @Require('survey.results')
  async list(@CurrentActor() actor: Actor): Promise<PublishedSurveysResponse> {
    const items = await this.surveys.list(actor);
    return {
      items: items.map(({ frozenAt, equal, ...rest }) => ({
        ...rest,
        publishedAt: formatInstant(frozenAt),
        value: equal?.value ?? null,
        low: equal?.low ?? null,
        high: equal?.high ?? null,
      })),
    };
  }
}
