import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { Clock } from '#kernel';
import { PAGE_DEFAULT, Require } from '#platform';
import { readCode } from '../domain/kpi.js';
import { type Month, monthOf, readPeriod } from '../domain/month.js';
import { KpiPages } from '../reads/kpi-page.js';
import { KpiRows } from '../reads/kpi-rows.js';
import { Recounts } from '../reads/recounts.js';
import { RecountKpis } from '../use-cases/recount-kpis.js';
import { RestateMonth } from '../use-cases/restate-month.js';
import { KpiRequest, KpiRowsRequest, RestateRequest } from './requests/kpi.request.js';
import { KpiResponse, KpiRowResponse, KpiRowsResponse, RestatementResponse } from './responses/kpi.response.js';
import { RecountResponse } from './responses/recount.response.js';

@ApiTags('kpis')
@Controller('kpis/:code')
export class KpiController {
  constructor(
    private readonly clock: Clock,
    private readonly pages: KpiPages,
    private readonly kpiRows: KpiRows,
    private readonly recountKpis: RecountKpis,
    private readonly recounts: Recounts,
    private readonly restateMonth: RestateMonth,
  ) {}

  /** An indicator in a period: whole, broken down, and its trend. */
  @Get()
  @Require('kpi.read')
  async read(@CurrentActor() actor: Actor, @Param('code') code: string, @Query() query: KpiRequest): Promise<KpiResponse> {
    return KpiResponse.from(
      await this.pages.read(actor, readCode(code), readPeriod(query.period ?? this.thisMonth()), query.by ?? 'institution'),
    );
  }

  /** The rows behind a figure: clocks, or ratings without their givers. */
  @Get('rows')
  @Require('kpi.read')
  async rows(@CurrentActor() actor: Actor, @Param('code') code: string, @Query() query: KpiRowsRequest): Promise<KpiRowsResponse> {
    const { by, key, cursor, limit = PAGE_DEFAULT } = query;
    const period = readPeriod(query.period ?? this.thisMonth());
    const page = await this.kpiRows.read(actor, readCode(code), { period, by, key, cursor, limit });
    return { items: page.items.map((row) => KpiRowResponse.from(row)), nextCursor: page.nextCursor };
  }

  /** Begins to count all indicators from the raw events and to put right what differs; answers the run that is under way already. */
  @Post('recount')
  @HttpCode(202)
  @Require('kpi.recount')
  async recount(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<RecountResponse> {
    readCode(code);
    const { id } = await this.recountKpis.begin(actor.id);
    return RecountResponse.from(await this.recounts.read(id));
  }

  /** Replaces the figures of a frozen month by what is known today; the edition before stays on record. */
  @Post('restatements')
  @Require('kpi.recount')
  async restate(@CurrentActor() actor: Actor, @Param('code') code: string, @Body() body: RestateRequest): Promise<RestatementResponse> {
    return this.restateMonth.execute({ code: readCode(code), month: body.month as Month, reason: body.reason, actorId: actor.id });
  }

  private thisMonth(): Month {
    return monthOf(this.clock.now());
  }
}
