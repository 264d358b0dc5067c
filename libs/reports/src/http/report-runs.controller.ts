import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { Require, sendExport } from '#platform';
import { ComposeReport } from '../reads/compose-report.js';
import { ReportRuns } from '../reads/report-runs.js';
import { KeepRun } from '../use-cases/keep-run.js';
import { ReportFileRequest, ReportPeriodRequest, RunFileRequest, RunsRequest } from './requests/report.request.js';
import { ReportDocumentResponse } from './responses/document.response.js';
import { ReportRunPageResponse, ReportRunsResponse } from './responses/run.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('reports.run') });

/** A report as it is now, and the runs of it that were kept. */
@ApiTags('reports')
@Controller('reports/:code')
export class ReportRunsController {
  constructor(
    private readonly runs: ReportRuns,
    private readonly compose: ComposeReport,
    private readonly keep: KeepRun,
  ) {}

  /** As it is now. */
  @Get('document')
  @Require('report.read')
  async document(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() { period }: ReportPeriodRequest,
  ): Promise<ReportDocumentResponse> {
    return ReportDocumentResponse.from(await this.runs.now(actor, code, period));
  }

  /** As it is now, as a CSV or XLSX file. */
  @Get('document/file')
  @Require('report.read')
  async file(@CurrentActor() actor: Actor, @Param('code') code: string, @Query() query: ReportFileRequest): Promise<StreamableFile> {
    const document = await this.runs.now(actor, code, query.period);
    return sendExport(query.format, `${code}-${document.period}`, this.compose.tables(document, actor.locale));
  }

  /** What was kept of it, latest first. */
  @Get('runs')
  @Require('report.read')
  list(@CurrentActor() actor: Actor, @Param('code') code: string, @Query() { cursor, limit }: RunsRequest): Promise<ReportRunsResponse> {
    return this.runs.list(actor, code, cursor, limit);
  }

  /** Keeps it as it is now. Opinions are kept of frozen periods alone. */
  @Post('runs')
  @Require('report.read')
  async create(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() { period }: ReportPeriodRequest,
  ): Promise<ReportRunPageResponse> {
    return this.runs.one(actor, code, await this.keep.execute(actor, code, period));
  }

  @Get('runs/:runId')
  @Require('report.read')
  read(@CurrentActor() actor: Actor, @Param('code') code: string, @Param('runId', uuid) runId: string): Promise<ReportRunPageResponse> {
    return this.runs.one(actor, code, runId);
  }

  /** As it was kept, as a CSV or XLSX file. */
  @Get('runs/:runId/file')
  @Require('report.read')
  async runFile(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('runId', uuid) runId: string,
    @Query() { format }: RunFileRequest,
  ): Promise<StreamableFile> {
    const { period, tables } = await this.runs.tables(actor, code, runId);
    return sendExport(format, `${code}-${period}`, tables);
  }
}
