import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { Clock } from '#kernel';
import { Require, sendExport } from '#platform';
import { CLIENTS_CODE, readCode } from '../domain/kpi.js';
import { monthOf, readPeriod } from '../domain/month.js';
import { KpiExport } from '../reads/kpi-export.js';
import { KpiExportRequest } from './requests/kpi.request.js';

@ApiTags('kpis')
@Controller('kpis/:code/export')
export class KpiExportController {
  constructor(
    private readonly clock: Clock,
    private readonly exports: KpiExport,
  ) {}

  /** An indicator in a period with its breakdown and its way there, as a CSV or XLSX file. */
  @Get()
  @Require('kpi.read')
  async export(@CurrentActor() actor: Actor, @Param('code') text: string, @Query() query: KpiExportRequest): Promise<StreamableFile> {
    const code = text === CLIENTS_CODE ? CLIENTS_CODE : readCode(text);
    const period = readPeriod(query.period ?? monthOf(this.clock.now()));
    const tables = await this.exports.tables(actor, code, period, query.by ?? 'institution');
    return sendExport(query.format, `${code.toLowerCase()}-${period.text}`, tables);
  }
}
