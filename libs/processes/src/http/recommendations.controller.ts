import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { etag, LifecycleResponse, Require, sendExport } from '#platform';
import { recommendationLifecycle } from '../domain/recommendation-lifecycle.js';
import { RecommendationFigures } from '../reads/recommendation-figures.js';
import { type RecommendationQuery, RecommendationReader } from '../reads/recommendation-reader.js';
import { KeepRecommendations } from '../use-cases/keep-recommendations.js';
import { WithdrawalRequest } from './requests/process.request.js';
import {
  AsOfRequest,
  EnterRecommendationRequest,
  ExportRecommendationsRequest,
  FindRecommendationsRequest,
  RecommendationOwnerRequest,
} from './requests/recommendation.request.js';
import { RecommendationFiguresResponse, RecommendationPageResponse, RecommendationResponse } from './responses/recommendation.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('processes.recommendation') });

interface WithHeaders {
  header(name: string, value: string): unknown;
}

/** The register of audit recommendations. Owners see their own; managers and the auditor all. */
@ApiTags('audit recommendations')
@Controller()
export class RecommendationsController {
  constructor(
    private readonly reader: RecommendationReader,
    private readonly figuresOf: RecommendationFigures,
    private readonly keep: KeepRecommendations,
  ) {}

  @Get('audit-recommendations')
  @Require('recommendation.read')
  find(@CurrentActor() actor: Actor, @Query() request: FindRecommendationsRequest): Promise<RecommendationPageResponse> {
    return this.reader.page(actor, queryOf(request));
  }

  /** KPI-14 by years, with the strict figure beside it; for whoever reads the whole register. */
  @Get('audit-recommendations/figures')
  @Require('recommendation.read')
  figures(@CurrentActor() actor: Actor, @Query() { on }: AsOfRequest): Promise<RecommendationFiguresResponse> {
    return this.figuresOf.read(actor, on);
  }

  /** The recommendations of a list as a CSV or XLSX file. */
  @Get('audit-recommendations/export')
  @Require('recommendation.read')
  async export(@CurrentActor() actor: Actor, @Query() request: ExportRecommendationsRequest): Promise<StreamableFile> {
    return sendExport(request.format, 'audit-recommendations', [await this.reader.export(actor, queryOf(request))]);
  }

  @Get('lifecycles/recommendation')
  @Require('recommendation.read')
  lifecycle(): LifecycleResponse {
    return LifecycleResponse.from(recommendationLifecycle);
  }

  @Get('audit-recommendations/:id')
  @Require('recommendation.read')
  read(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<RecommendationResponse> {
    return this.answer(actor, id, reply);
  }

  @Post('audit-recommendations')
  @Require('recommendation.write')
  async enter(
    @CurrentActor() actor: Actor,
    @Body() { source, number, text, ownerId, dueOn }: EnterRecommendationRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<RecommendationResponse> {
    return this.answer(actor, await this.keep.enter(actor, { source, number, text, ownerId, dueOn }), reply);
  }

  @Put('audit-recommendations/:id/owner')
  @Require('recommendation.write')
  async owner(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() { ownerId }: RecommendationOwnerRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<RecommendationResponse> {
    await this.keep.changeOwner(actor, id, ownerId, ifMatch);
    return this.answer(actor, id, reply);
  }

  /** It was entered by mistake or taken back by the auditors: it stays and counts no more. */
  @Post('audit-recommendations/:id/withdrawal')
  @HttpCode(200)
  @Require('recommendation.write')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() { reason }: WithdrawalRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<RecommendationResponse> {
    await this.keep.withdraw(actor, id, reason, ifMatch);
    return this.answer(actor, id, reply);
  }

  private async answer(actor: Actor, id: string, reply: WithHeaders): Promise<RecommendationResponse> {
    const one = await this.reader.one(actor, id);
    reply.header('etag', etag(one.revision));
    return one;
  }
}

function queryOf({ state, overdue, sort, ...rest }: FindRecommendationsRequest): RecommendationQuery {
  return { ...rest, states: state, overdue: overdue === 'true', latestFirst: sort === 'latest' };
}
