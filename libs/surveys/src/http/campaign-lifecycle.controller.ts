import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LifecycleResponse, Require } from '#platform';
import { campaignLifecycle } from '../domain/campaign-lifecycle.js';

/** The lifecycle of campaigns as data, beside those of tickets. */
@ApiTags('campaigns')
@Controller('lifecycles')
export class CampaignLifecycleController {
  @Get('campaign')
  @Require()
  campaign(): LifecycleResponse {
    return LifecycleResponse.from(campaignLifecycle);
  }
}
