import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { etag, Require } from '#platform';
import { CampaignPages } from '../reads/campaign-pages.js';
import { ApproveCampaign } from '../use-cases/approve-campaign.js';
import { CancelCampaign } from '../use-cases/cancel-campaign.js';
import { CloseCampaign } from '../use-cases/close-campaign.js';
import { OpenCampaign } from '../use-cases/open-campaign.js';
import { PauseCampaign } from '../use-cases/pause-campaign.js';
import { CloseCampaignRequest } from './requests/campaign.request.js';
import { CampaignDetailResponse } from './responses/campaign.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('surveys.campaign') });

interface WithHeaders {
  header(name: string, value: string): unknown;
}

/** The steps of a campaign's life (DOMAIN 3.6). `If-Match` names the version that was looked at. */
@ApiTags('campaigns')
@Controller('campaigns/:id')
export class CampaignStepsController {
  constructor(
    private readonly pages: CampaignPages,
    private readonly approve: ApproveCampaign,
    private readonly open: OpenCampaign,
    private readonly close: CloseCampaign,
    private readonly cancel: CancelCampaign,
    private readonly pause: PauseCampaign,
  ) {}

  /** A manager agrees; never to what he made himself. */
  @Post('approval')
  @HttpCode(200)
  @Require('survey.agree')
  async approval(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<CampaignDetailResponse> {
    await this.approve.execute(actor, id, ifMatch);
    return this.answer(actor, id, reply);
  }

  /** Freezes questions and frame, and invites. */
  @Post('opening')
  @HttpCode(200)
  @Require('survey.run')
  async opening(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<CampaignDetailResponse> {
    await this.open.execute(actor, id, ifMatch);
    return this.answer(actor, id, reply);
  }

  /** Ends it; before the last day is over, with a reason. */
  @Post('closing')
  @HttpCode(200)
  @Require('survey.run')
  async closing(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() request: CloseCampaignRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<CampaignDetailResponse> {
    await this.close.execute(actor, id, request.reason ?? null, ifMatch);
    return this.answer(actor, id, reply);
  }

  /** Gives it up before it opens. */
  @Post('cancellation')
  @HttpCode(200)
  @Require('survey.run')
  async cancellation(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<CampaignDetailResponse> {
    await this.cancel.execute(actor, id, ifMatch);
    return this.answer(actor, id, reply);
  }

  /** Holds its mails back. */
  @Post('pause')
  @HttpCode(200)
  @Require('survey.run')
  async pausing(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<CampaignDetailResponse> {
    await this.pause.execute(actor, id, true, ifMatch);
    return this.answer(actor, id, reply);
  }

  /** Lets its mails go on. */
  @Post('resumption')
  @HttpCode(200)
  @Require('survey.run')
  async resumption(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<CampaignDetailResponse> {
    await this.pause.execute(actor, id, false, ifMatch);
    return this.answer(actor, id, reply);
  }

  private async answer(actor: Actor, id: string, reply: WithHeaders): Promise<CampaignDetailResponse> {
    const campaign = await this.pages.read(actor, id);
    reply.header('etag', etag(campaign.version));
    return campaign;
  }
}
