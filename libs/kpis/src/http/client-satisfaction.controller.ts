import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { Clock } from '#kernel';
import { Require } from '#platform';
import { monthOf, readPeriod } from '../domain/month.js';
import { ClientSatisfaction } from '../reads/client-satisfaction.js';
import { ImportClientSatisfaction } from '../use-cases/import-client-satisfaction.js';
import { EarlierYearRequest } from './requests/client-satisfaction.request.js';
import { KpiRequest, KpiRowsRequest } from './requests/kpi.request.js';
import { ClientSatisfactionResponse } from './responses/client-satisfaction.response.js';
import { KpiRowResponse, KpiRowsResponse } from './responses/kpi.response.js';

/** KPI-01: a campaign measures it once a year, so its periods are years. */
@ApiTags('kpis')
@Controller('kpis/KPI-01')
export class ClientSatisfactionController {
  constructor(
    private readonly clock: Clock,
    private readonly satisfaction: ClientSatisfaction,
    private readonly importYear: ImportClientSatisfaction,
  ) {}

  /** The year of a period, with both headlines, the institutions as they were published, and five years. */
  @Get()
  @Require('kpi.read')
  async read(@CurrentActor() actor: Actor, @Query() query: KpiRequest): Promise<ClientSatisfactionResponse> {
    return ClientSatisfactionResponse.from(await this.satisfaction.read(actor, this.yearOf(query)));
  }

  /** The institutions behind the figure, as they were published: all of them on one page. */
  @Get('rows')
  @Require('kpi.read')
  async rows(@CurrentActor() actor: Actor, @Query() query: KpiRowsRequest): Promise<KpiRowsResponse> {
    const rows = await this.satisfaction.rows(actor, this.yearOf(query), query.key);
    return { items: rows.map((row) => KpiRowResponse.ofClient(row)), nextCursor: null };
  }

  /** Takes in a year that was measured before go-live, with its source. */
  @Post('earlier-years')
  @Require('survey.agree')
  async import(@CurrentActor() actor: Actor, @Body() body: EarlierYearRequest): Promise<ClientSatisfactionResponse> {
    const { year, value, low = null, high = null, answered = null, source } = body;
    await this.importYear.execute(actor.id, { year, value, low, high, answered, source });
    return ClientSatisfactionResponse.from(await this.satisfaction.read(actor, year));
  }

  private yearOf({ period }: KpiRequest): number {
    return readPeriod(period ?? monthOf(this.clock.now())).year;
  }
}
