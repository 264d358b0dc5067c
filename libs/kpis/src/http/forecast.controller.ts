import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { Clock } from '#kernel';
import { Require } from '#platform';
import { readDays } from '../domain/load-days.js';
import { DutyPages } from '../reads/duty-page.js';
import { ForecastPages } from '../reads/forecast-page.js';
import { partOf } from './load.controller.js';
import { DutyRequest, LoadPartRequest } from './requests/load.request.js';
import { DutyResponse, ForecastResponse } from './responses/forecast.response.js';

/** What next week brings, and who is there for it. */
@ApiTags('workload')
@Controller('workload')
export class ForecastController {
  constructor(
    private readonly clock: Clock,
    private readonly forecasts: ForecastPages,
    private readonly duties: DutyPages,
  ) {}

  /** Arrivals of next week by seasonal means of eight weeks, and how far off the method was in the weeks before. */
  @Get('forecast')
  @Require('kpi.read')
  async forecast(@CurrentActor() actor: Actor, @Query() query: LoadPartRequest): Promise<ForecastResponse> {
    return ForecastResponse.from(await this.forecasts.read(actor, partOf(actor, query)));
  }

  /** People on duty by the calendars of their groups, against what came. */
  @Get('duty')
  @Require('kpi.read')
  async duty(@CurrentActor() actor: Actor, @Query() { from, to, groupId }: DutyRequest): Promise<DutyResponse> {
    return DutyResponse.from(await this.duties.read(actor, readDays(from, to, this.clock.now()), groupId));
  }
}
