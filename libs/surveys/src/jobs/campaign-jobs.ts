import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '#platform';
import { AdvanceCampaigns } from '../use-cases/advance-campaigns.js';

/** The job that opens, reminds and closes, every minute, in whichever worker takes it. */
@Injectable()
export class CampaignJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly advanceCampaigns: AdvanceCampaigns,
  ) {}

  onModuleInit(): void {
    this.jobs.define({ name: 'surveys.advance-campaigns', queue: 'chores', run: () => this.advanceCampaigns.execute() });
  }
}
