import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '#identity';
import { Require } from '#platform';
import { InstitutionOverview } from './institution-overview.js';
import { InstitutionOverviewRequest } from './institution-overview.request.js';
import { InstitutionOverviewResponse } from './institution-overview.response.js';

/** How the institutions that the reader coordinates are served. */
@Controller('institution')
@Require('institution.overview')
export class InstitutionOverviewController {
  constructor(private readonly overview: InstitutionOverview) {}

  @Get('overview')
  async read(@CurrentActor() actor: Actor, @Query() { month }: InstitutionOverviewRequest): Promise<InstitutionOverviewResponse> {
    return this.overview.read(actor, month);
  }
}
