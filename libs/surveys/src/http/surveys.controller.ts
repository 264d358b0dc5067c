import { Body, Controller, Get, Headers, Param, ParseIntPipe, ParseUUIDPipe, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, holds } from '#identity';
import { notFound } from '#kernel';
import { etag, Require } from '#platform';
import { SurveyReader } from '../reads/survey-reader.js';
import { AddSurveyVersion } from '../use-cases/add-survey-version.js';
import { CreateSurvey } from '../use-cases/create-survey.js';
import { SaveSurveyVersion } from '../use-cases/save-survey-version.js';
import { NewSurveyRequest, SaveSurveyRequest } from './requests/survey.request.js';
import { SurveyResponse, SurveysResponse, SurveyVersionResponse } from './responses/survey.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('surveys.survey') });
const whole = new ParseIntPipe({ exceptionFactory: () => notFound('surveys.version') });

interface WithHeaders {
  header(name: string, value: string): unknown;
}

/** The survey builder: what is asked, in versions that freeze with the first invitation. */
@ApiTags('surveys')
@Controller('surveys')
export class SurveysController {
  constructor(
    private readonly surveys: SurveyReader,
    private readonly createSurvey: CreateSurvey,
    private readonly saveVersion: SaveSurveyVersion,
    private readonly addVersion: AddSurveyVersion,
  ) {}

  /** All surveys with their versions, the latest first. */
  @Get()
  @Require('survey.run', 'survey.read')
  async list(@CurrentActor() actor: Actor): Promise<SurveysResponse> {
    return { items: await this.surveys.list(actor), abilities: { create: holds(actor, 'survey.run') } };
  }

  /** Makes a survey with its first version. */
  @Post()
  @Require('survey.run')
  async create(@CurrentActor() actor: Actor, @Body() request: NewSurveyRequest): Promise<SurveyResponse> {
    return this.surveys.one(actor, await this.createSurvey.execute(actor, request));
  }

  @Get(':id')
  @Require('survey.run', 'survey.read')
  async read(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<SurveyResponse> {
    return this.surveys.one(actor, id);
  }

  /** Begins the next version with the questions of the last one, which must be frozen. */
  @Post(':id/versions')
  @Require('survey.run')
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<SurveyVersionResponse> {
    return withEtag(await this.surveys.version(actor, id, await this.addVersion.execute(actor, id)), reply);
  }

  /** What a version asks. The ETag names its revision. */
  @Get(':id/versions/:version')
  @Require('survey.run', 'survey.read')
  async version(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Param('version', whole) version: number,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<SurveyVersionResponse> {
    return withEtag(await this.surveys.version(actor, id, version), reply);
  }

  /** Saves a version whole, and the survey's title; refused once it is frozen, and where a language or anything else is not complete. */
  @Put(':id/versions/:version')
  @Require('survey.run')
  async save(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Param('version', whole) version: number,
    @Body() request: SaveSurveyRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<SurveyVersionResponse> {
    await this.saveVersion.execute(actor, id, version, request, ifMatch);
    return withEtag(await this.surveys.version(actor, id, version), reply);
  }
}

function withEtag(version: SurveyVersionResponse, reply: WithHeaders): SurveyVersionResponse {
  reply.header('etag', etag(version.revision));
  return version;
}
