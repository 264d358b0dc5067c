import { Controller, Get, Param, ParseUUIDPipe, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { Require, sendExport } from '#platform';
import { ConformanceReader } from '../reads/conformance-reader.js';
import { ProcessCounts } from '../reads/process-counts.js';
import { ProcessExport } from '../reads/process-export.js';
import { DayRequest, ProcessExportRequest } from './requests/process.request.js';
import { ConformanceResponse, ProcessCountResponse } from './responses/process.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('processes') });

/** What the register adds up to. */
@ApiTags('processes')
@Controller('processes')
export class ProcessFiguresController {
  constructor(
    private readonly counts: ProcessCounts,
    private readonly exports: ProcessExport,
    private readonly conformances: ConformanceReader,
  ) {}

  /** KPI-03 at the end of a day, and the processes that it counts. */
  @Get('count')
  @Require('process.read')
  async count(@CurrentActor() actor: Actor, @Query() { on }: DayRequest): Promise<ProcessCountResponse> {
    const count = await this.counts.on(on, actor.locale);
    return { ...count, items: [...count.items] };
  }

  /** The board and the count by years as a CSV or XLSX file. */
  @Get('export')
  @Require('process.read')
  async export(@CurrentActor() actor: Actor, @Query() { format }: ProcessExportRequest): Promise<StreamableFile> {
    return sendExport(format, 'processes', await this.exports.tables(actor));
  }

  /** How the cases of the last full months went, and which of them otherwise than they should. */
  @Get(':id/conformance')
  @Require('process.read')
  conformance(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<ConformanceResponse> {
    return this.conformances.of(actor, id);
  }
}
