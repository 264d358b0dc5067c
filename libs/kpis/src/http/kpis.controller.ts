import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { Clock, notFound } from '#kernel';
import { Require } from '#platform';
import { figureScope, WHOLE } from '../domain/figure-scope.js';
import { monthOf, readPeriod } from '../domain/month.js';
import { KpiPages } from '../reads/kpi-page.js';
import { Recounts } from '../reads/recounts.js';
import { KpisRequest } from './requests/kpi.request.js';
import { KpisResponse, KpiSummaryResponse } from './responses/kpi.response.js';
import { RecountResponse, RecountsResponse } from './responses/recount.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('kpis.recount') });
const RECOUNTS_SHOWN = 10;

/** The indicators beside each other, and how they are watched. */
@ApiTags('kpis')
@Controller()
export class KpisController {
  constructor(
    private readonly clock: Clock,
    private readonly pages: KpiPages,
    private readonly recounts: Recounts,
  ) {}

  /** All indicators in a period, each with its trend. */
  @Get('kpis')
  @Require('kpi.read')
  async list(@CurrentActor() actor: Actor, @Query() query: KpisRequest): Promise<KpisResponse> {
    const period = readPeriod(query.period ?? monthOf(this.clock.now()));
    const items = await this.pages.list(figureScope(actor), period, actor.locale);
    return { period: period.text, items: items.map((item) => KpiSummaryResponse.of(item)) };
  }

  /** This month's figures of the whole Centre, for the screen on the wall: no breakdown and no rows. */
  @Get('wall')
  @Require('wall.read')
  async wall(@CurrentActor() actor: Actor): Promise<KpisResponse> {
    const period = readPeriod(monthOf(this.clock.now()));
    const items = await this.pages.list(WHOLE, period, actor.locale);
    return { period: period.text, items: items.map((item) => KpiSummaryResponse.of(item)) };
  }

  /** The latest recounts of the figures from the raw events, and whether anything differed. */
  @Get('kpis/recounts')
  @Require('report.read', 'kpi.recount')
  async recountList(): Promise<RecountsResponse> {
    return { items: (await this.recounts.list(RECOUNTS_SHOWN)).map((run) => RecountResponse.from(run)) };
  }

  /** How far a recount is; ask again while it waits or runs. */
  @Get('kpis/recounts/:id')
  @Require('report.read', 'kpi.recount')
  async recount(@Param('id', uuid) id: string): Promise<RecountResponse> {
    return RecountResponse.from(await this.recounts.read(id));
  }
}
