import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Patch, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, holds } from '#identity';
import { DomainError, notFound } from '#kernel';
import { etag, Require } from '#platform';
import { CampaignCoverage } from '../reads/campaign-coverage.js';
import { CampaignPages } from '../reads/campaign-pages.js';
import { CampaignReader } from '../reads/campaign-reader.js';
import { ChangeCampaign } from '../use-cases/change-campaign.js';
import { CreateCampaign, type NewCampaign } from '../use-cases/create-campaign.js';
import { ExcludeInstitutions } from '../use-cases/exclude-institutions.js';
import { ChangeCampaignRequest, ExclusionsRequest, NewCampaignRequest } from './requests/campaign.request.js';
import { CampaignDetailResponse, CampaignsResponse, CoverageResponse } from './responses/campaign.response.js';
import { writeCoverage, writeLine } from './write-campaign.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('surveys.campaign') });

interface WithHeaders {
  header(name: string, value: string): unknown;
}

/** Campaigns: whom a survey asks and how far it has come. `If-Match` names the version. */
@ApiTags('campaigns')
@Controller('campaigns')
export class CampaignsController {
  constructor(
    private readonly campaigns: CampaignReader,
    private readonly pages: CampaignPages,
    private readonly coverages: CampaignCoverage,
    private readonly create: CreateCampaign,
    private readonly change: ChangeCampaign,
    private readonly exclude: ExcludeInstitutions,
  ) {}

  /** All campaigns, the latest first. */
  @Get()
  @Require('survey.read')
  async list(@CurrentActor() actor: Actor): Promise<CampaignsResponse> {
    const lines = await this.campaigns.list(actor);
    return { items: lines.map((line) => writeLine(line, actor.locale)), mayCreate: holds(actor, 'survey.run') };
  }

  /** One campaign with its plan, its frame and what happened to it. */
  @Get(':id')
  @Require('survey.read')
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<CampaignDetailResponse> {
    return this.answer(actor, id, reply);
  }

  /** Who was asked and how many have answered, by institution; a number below the smallest group is not told. */
  @Get(':id/coverage')
  @Require('survey.read')
  async coverage(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<CoverageResponse> {
    return writeCoverage(await this.coverages.of(actor, id));
  }

  /** Makes a draft, or with `copyOf` one like an earlier campaign. */
  @Post()
  @Require('survey.run')
  async add(
    @CurrentActor() actor: Actor,
    @Body() request: NewCampaignRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<CampaignDetailResponse> {
    const id = request.copyOf
      ? await this.create.copy(actor, request.copyOf, needed(request, 'opensOn'))
      : await this.create.execute(actor, newCampaign(request));
    return this.answer(actor, id, reply);
  }

  /** Changes a draft. */
  @Patch(':id')
  @Require('survey.run')
  async patch(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() request: ChangeCampaignRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<CampaignDetailResponse> {
    await this.change.execute(actor, id, given(request), ifMatch);
    return this.answer(actor, id, reply);
  }

  /** Says which clients are left out and why, until the campaign opens. */
  @Put(':id/exclusions')
  @Require('survey.run')
  async exclusions(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() request: ExclusionsRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<CampaignDetailResponse> {
    await this.exclude.execute(actor, id, request.items, ifMatch);
    return this.answer(actor, id, reply);
  }

  private async answer(actor: Actor, id: string, reply: WithHeaders): Promise<CampaignDetailResponse> {
    const campaign = await this.pages.read(actor, id);
    reply.header('etag', etag(campaign.version));
    return campaign;
  }
}

type Given = { -readonly [Key in keyof ChangeCampaignRequest]-?: NonNullable<ChangeCampaignRequest[Key]> };

/** The fields that the request holds, `sampleSize` also where it is null. */
function given(request: ChangeCampaignRequest): Partial<NewCampaign> {
  const { surveyVersionId, titleLv, titleEn, year, mode, sampleSize, opensOn, closesOn, reminderDays } = request;
  const all = { surveyVersionId, titleLv, titleEn, year, mode, sampleSize, opensOn, closesOn, reminderDays };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function needed<Field extends keyof Given>(request: ChangeCampaignRequest, field: Field): Given[Field] {
  const value = request[field];
  if (value === undefined || value === null)
    throw new DomainError('surveys.campaign-refused', {}, 'invalid', [{ pointer: `/${field}`, code: 'platform.field-is-defined' }]);
  return value as Given[Field];
}

function newCampaign(request: NewCampaignRequest): NewCampaign {
  return {
    ...given(request),
    surveyVersionId: needed(request, 'surveyVersionId'),
    titleLv: needed(request, 'titleLv'),
    titleEn: needed(request, 'titleEn'),
    mode: needed(request, 'mode'),
    opensOn: needed(request, 'opensOn'),
    year: request.year ?? Number(needed(request, 'opensOn').slice(0, 4)),
    sampleSize: request.sampleSize ?? null,
  };
}
