import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { Clock } from '#kernel';
import { PAGE_DEFAULT, Require, sendExport } from '#platform';
import { figureScope, rowScope } from '../domain/figure-scope.js';
import { type LoadDay, readDays } from '../domain/load-days.js';
import { BacklogPages } from '../reads/backlog-page.js';
import { LoadExport } from '../reads/load-export.js';
import { LoadPages } from '../reads/load-page.js';
import type { LoadPart } from '../reads/load-part.js';
import { LoadRows } from '../reads/load-rows.js';
import { LoadExportRequest, type LoadPartRequest, LoadRequest, LoadRowsRequest } from './requests/load.request.js';
import { BacklogResponse } from './responses/backlog.response.js';
import { LoadResponse, LoadRowResponse, LoadRowsResponse } from './responses/load.response.js';

/** What comes in, what goes out, and what lies. */
@ApiTags('workload')
@Controller('workload')
export class LoadController {
  constructor(
    private readonly clock: Clock,
    private readonly pages: LoadPages,
    private readonly backlogs: BacklogPages,
    private readonly loadRows: LoadRows,
    private readonly exports: LoadExport,
  ) {}

  /** Arrivals and resolutions by the hour of the week, by day, and by whom they concern. */
  @Get()
  @Require('kpi.read')
  async read(@CurrentActor() actor: Actor, @Query() query: LoadRequest): Promise<LoadResponse> {
    return LoadResponse.from(await this.pages.read(partOf(actor, query), this.days(query), actor.locale));
  }

  /** What was open at the end of the days, by age (KPI-07), and at the end of each of them. */
  @Get('backlog')
  @Require('kpi.read')
  async backlog(@CurrentActor() actor: Actor, @Query() query: LoadRequest): Promise<BacklogResponse> {
    return BacklogResponse.from(await this.backlogs.read(partOf(actor, query), this.days(query), actor.locale));
  }

  /** The tickets behind a figure. */
  @Get('rows')
  @Require('kpi.read')
  async rows(@CurrentActor() actor: Actor, @Query() query: LoadRowsRequest): Promise<LoadRowsResponse> {
    const { what, weekday, hour, band, cursor, limit = PAGE_DEFAULT } = query;
    const part = { ...partOf(actor, query), scope: rowScope(actor, 'KPI-07') };
    const page = await this.loadRows.read(actor, part, { what, days: this.days(query), weekday, hour, band, cursor, limit });
    return { items: page.items.map((row) => LoadRowResponse.from(row)), nextCursor: page.nextCursor };
  }

  /** All of it, with the forecast and the people on duty, as a CSV or XLSX file. */
  @Get('export')
  @Require('kpi.read')
  async export(@CurrentActor() actor: Actor, @Query() query: LoadExportRequest): Promise<StreamableFile> {
    const days = this.days(query);
    const tables = await this.exports.tables(actor, partOf(actor, query), days);
    return sendExport(query.format, `workload-${days[0]!.date}-${days.at(-1)!.date}`, tables);
  }

  private days({ from, to }: LoadRequest): LoadDay[] {
    return readDays(from, to, this.clock.now());
  }
}

/** The part of the load that an actor asks for, within what he may see. */
export function partOf(actor: Actor, { institutionId, serviceId, groupId }: LoadPartRequest): LoadPart {
  return { scope: figureScope(actor), institutionId, serviceId, groupId };
}
