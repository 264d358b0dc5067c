import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { notFound } from '#kernel';
import { Require } from '#platform';
import { CampaignMails } from '../reads/campaign-mails.js';
import { CampaignMailsResponse } from './responses/campaign-mails.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('surveys.campaign') });

/** How the mails of a survey campaign stand: numbers only. */
@ApiTags('campaigns')
@Controller('campaigns/:id/mails')
export class CampaignMailsController {
  constructor(private readonly mails: CampaignMails) {}

  @Get()
  @Require('survey.read')
  async read(@Param('id', uuid) id: string): Promise<CampaignMailsResponse> {
    return { items: (await this.mails.of(id)).map((round) => ({ ...round })) };
  }
}
