import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { Database, downloadDisposition, Require, SAFE_DOWNLOAD_HEADERS, type UploadRequest } from '#platform';
import { requireSeen } from '../domain/recommendation-access.js';
import { RecommendationReader } from '../reads/recommendation-reader.js';
import { RecommendationAnswers } from '../store/recommendation-answers.js';
import { RecommendationStore } from '../store/recommendation-store.js';
import { AnswerRecommendation } from '../use-cases/answer-recommendation.js';
import { FILE_UPLOAD, readEvidenceFile } from './evidence-upload.js';
import {
  AskExtensionRequest,
  DecideExtensionRequest,
  DecideImplementationRequest,
  ReportImplementationRequest,
} from './requests/recommendation.request.js';
import { RecommendationResponse } from './responses/recommendation.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('processes.recommendation') });

interface WithHeaders {
  header(name: string, value: string): unknown;
}

/** What an owner answers to a recommendation, and what another decides about it. */
@ApiTags('audit recommendations')
@Controller('audit-recommendations/:id')
export class RecommendationAnswersController {
  constructor(
    private readonly database: Database,
    private readonly answer: AnswerRecommendation,
    private readonly answers: RecommendationAnswers,
    private readonly recommendations: RecommendationStore,
    private readonly reader: RecommendationReader,
  ) {}

  /** The owner asks for a later due, with a reason. */
  @Post('extension')
  @HttpCode(200)
  @Require('recommendation.read')
  async askExtension(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() { dueOn, reason }: AskExtensionRequest,
    @Headers('if-match') ifMatch?: string,
  ): Promise<RecommendationResponse> {
    await this.answer.askExtension(actor, id, { dueOn, reason }, ifMatch);
    return this.reader.one(actor, id);
  }

  /** A manager who neither owns it nor asked. It counts only where it is granted before the original due. */
  @Post('extension/decision')
  @HttpCode(200)
  @Require('recommendation.write')
  async decideExtension(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() { granted, note }: DecideExtensionRequest,
    @Headers('if-match') ifMatch?: string,
  ): Promise<RecommendationResponse> {
    await this.answer.decideExtension(actor, id, granted, note || null, ifMatch);
    return this.reader.one(actor, id);
  }

  /** It is done: since when, and what was done. The evidence follows as a file. */
  @Post('implementation')
  @HttpCode(200)
  @Require('recommendation.read')
  async report(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() { implementedOn, note }: ReportImplementationRequest,
    @Headers('if-match') ifMatch?: string,
  ): Promise<RecommendationResponse> {
    await this.answer.report(actor, id, { implementedOn, note }, ifMatch);
    return this.reader.one(actor, id);
  }

  /** The evidence of the report that waits for its verification, as `multipart/form-data`. */
  @Put('implementation/file')
  @Require('recommendation.read')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FILE_UPLOAD })
  async file(@CurrentActor() actor: Actor, @Param('id', uuid) id: string, @Req() request: UploadRequest): Promise<RecommendationResponse> {
    await this.answer.file(actor, id, await readEvidenceFile(request));
    return this.reader.one(actor, id);
  }

  /** A manager who neither owns nor reported it holds the evidence for right, or sends it back with a reason. */
  @Post('implementation/verification')
  @HttpCode(200)
  @Require('recommendation.write')
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() { accepted, note }: DecideImplementationRequest,
    @Headers('if-match') ifMatch?: string,
  ): Promise<RecommendationResponse> {
    await this.answer.decideReport(actor, id, accepted, note || null, ifMatch);
    return this.reader.one(actor, id);
  }

  /** The evidence of a report, for saving only. */
  @Get('reports/:reportId/file')
  @Require('recommendation.read')
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Param('reportId', uuid) reportId: string,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<StreamableFile> {
    requireSeen(actor, await this.recommendations.one(this.database, id));
    const file = await this.answers.fileOf(this.database, id, reportId);
    for (const [name, value] of Object.entries(SAFE_DOWNLOAD_HEADERS)) reply.header(name, value);
    const disposition = downloadDisposition(file.name);
    return new StreamableFile(file.bytes, { type: 'application/octet-stream', disposition, length: file.bytes.length });
  }
}
