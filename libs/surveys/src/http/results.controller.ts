import { Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, holds } from '#identity';
import { notFound } from '#kernel';
import { etag, Require, sendExport } from '#platform';
import { ResultExport } from '../reads/result-export.js';
import { ResultViews } from '../reads/result-view.js';
import { AskForPublication } from '../use-cases/ask-for-publication.js';
import { PublishCampaign } from '../use-cases/publish-campaign.js';
import { ResultExportRequest, ResultRequest } from './requests/result.request.js';
import { CampaignResultResponse } from './responses/result.response.js';
import { writeResult } from './write-result.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('surveys.campaign') });

interface WithHeaders {
  header(name: string, value: string): unknown;
}

/** What a campaign says: figures that may be shown, files of them, and their publication. */
@ApiTags('surveys')
@Controller('campaigns/:id')
export class ResultsController {
  constructor(
    private readonly views: ResultViews,
    private readonly files: ResultExport,
    private readonly askForPublication: AskForPublication,
    private readonly publishCampaign: PublishCampaign,
  ) {}

  /** The results of a closed campaign, before its publication for those alone who publish it. */
  @Get('results')
  @Require('survey.results')
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Query() { institutionId }: ResultRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<CampaignResultResponse> {
    return withEtag(writeResult(await this.views.read(actor, id, institutionId)), reply);
  }

  /** The same figures as a CSV or XLSX file. */
  @Get('results/export')
  @Require('survey.results')
  async export(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Query() { format }: ResultExportRequest,
  ): Promise<StreamableFile> {
    const { year, tables } = await this.files.tables(actor, id);
    return sendExport(format, `survey-${year}`, tables);
  }

  /** The survey owner asks for the publication; a manager who calls it after that agrees, and the figures are frozen. */
  @Post('publication')
  @HttpCode(200)
  @Require('survey.run', 'survey.agree')
  async publish(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<CampaignResultResponse> {
    if (holds(actor, 'survey.agree')) await this.publishCampaign.execute(actor, id, ifMatch);
    else await this.askForPublication.execute(actor, id, ifMatch);
    return withEtag(writeResult(await this.views.read(actor, id)), reply);
  }
}

function withEtag(result: CampaignResultResponse, reply: WithHeaders): CampaignResultResponse {
  reply.header('etag', etag(result.version));
  return result;
}
