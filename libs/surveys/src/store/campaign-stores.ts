import { Injectable } from '@nestjs/common';
import { CampaignFrame } from './campaign-frame.js';
import { Campaigns } from './campaigns.js';
import { SurveyStore } from './survey-store.js';

/** The stores around a campaign, for use-cases and reads that need all of them. */
@Injectable()
export class CampaignStores {
  constructor(
    readonly campaigns: Campaigns,
    readonly frame: CampaignFrame,
    readonly surveys: SurveyStore,
  ) {}
}
