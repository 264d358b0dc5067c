import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { DomainError, notFound } from '#kernel';
import { Require, sendExport } from '#platform';
import { keepsScorecard } from '../domain/scorecard-access.js';
import { ScorecardExport } from '../reads/scorecard-export.js';
import { ScorecardReader } from '../reads/scorecard-reader.js';
import { CreateScorecard } from '../use-cases/create-scorecard.js';
import { FreezeScorecard } from '../use-cases/freeze-scorecard.js';
import {
  CreateScorecardRequest,
  FreezeScorecardRequest,
  ScorecardExportRequest,
  ScorecardPageRequest,
} from './requests/scorecard.request.js';
import { ScorecardResponse, ScorecardSnapshotsResponse, ScorecardsResponse } from './responses/scorecard.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('processes.scorecard') });

/** Throws `processes.not-keeper` (403): goals, values and frozen years are kept by managers. */
export function requireKeeper(actor: Actor): void {
  if (!keepsScorecard(actor)) throw new DomainError('processes.not-keeper', {}, 'forbidden');
}

/** Scorecards: top goal, goal, indicator, task, by years. */
@ApiTags('scorecards')
@Controller('scorecards')
export class ScorecardsController {
  constructor(
    private readonly reader: ScorecardReader,
    private readonly creation: CreateScorecard,
    private readonly freezing: FreezeScorecard,
    private readonly exports: ScorecardExport,
  ) {}

  /** All scorecards, the latest first, and what new ones may be made from. */
  @Get()
  @Require('scorecard.read')
  list(@CurrentActor() actor: Actor): Promise<ScorecardsResponse> {
    return this.reader.list(actor);
  }

  /** A new one from a template. */
  @Post()
  @Require('scorecard.write')
  async create(@CurrentActor() actor: Actor, @Body() request: CreateScorecardRequest): Promise<ScorecardResponse> {
    requireKeeper(actor);
    const { template, nameLv: lv, nameEn: en, firstYear, source, baselines = [] } = request;
    const id = await this.creation.execute(actor.id, { template, firstYear, baselines, name: { lv, en }, source: source ?? null });
    return this.reader.page(actor, id);
  }

  /** A year of a scorecard: as it was frozen, or as it is; with up to two years before it. */
  @Get(':id')
  @Require('scorecard.read')
  read(@CurrentActor() actor: Actor, @Param('id', uuid) id: string, @Query() query: ScorecardPageRequest): Promise<ScorecardResponse> {
    return this.reader.page(actor, id, query.year, query.snapshot);
  }

  /** The same as a CSV or XLSX file. */
  @Get(':id/export')
  @Require('scorecard.read')
  async export(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Query() query: ScorecardExportRequest,
  ): Promise<StreamableFile> {
    const { year, tables } = await this.exports.tables(actor, id, query.year, query.snapshot);
    return sendExport(query.format, `scorecard-${year}`, tables);
  }

  /** What was frozen, the last one of a year first. */
  @Get(':id/snapshots')
  @Require('scorecard.read')
  async snapshots(@Param('id', uuid) id: string): Promise<ScorecardSnapshotsResponse> {
    return { items: await this.reader.snapshots(id) };
  }

  /** Freezes a year that is over, or restates a frozen one with a reason. */
  @Post(':id/snapshots')
  @HttpCode(201)
  @Require('scorecard.write')
  async freeze(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() { year, reason }: FreezeScorecardRequest,
  ): Promise<ScorecardResponse> {
    requireKeeper(actor);
    await this.freezing.execute(actor.id, id, year, reason ?? null);
    return this.reader.page(actor, id, year);
  }
}
