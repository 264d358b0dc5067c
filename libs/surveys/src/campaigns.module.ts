import { Module } from '@nestjs/common';
import { CalendarsModule } from '#calendars';
import { IdentityModule } from '#identity';
import { AnswersModule } from './answers.module.js';
import { BuilderModule } from './builder.module.js';
import { CampaignLifecycleController } from './http/campaign-lifecycle.controller.js';
import { CampaignStepsController } from './http/campaign-steps.controller.js';
import { CampaignsController } from './http/campaigns.controller.js';
import { CampaignJobs } from './jobs/campaign-jobs.js';
import { CampaignCalendar } from './reads/campaign-calendar.js';
import { CampaignCoverage } from './reads/campaign-coverage.js';
import { CampaignPages } from './reads/campaign-pages.js';
import { CampaignProgress } from './reads/campaign-progress.js';
import { CampaignReader } from './reads/campaign-reader.js';
import { CampaignFrame } from './store/campaign-frame.js';
import { CampaignStores } from './store/campaign-stores.js';
import { Campaigns } from './store/campaigns.js';
import { Invitations } from './store/invitations.js';
import { AdvanceCampaigns } from './use-cases/advance-campaigns.js';
import { ApproveCampaign } from './use-cases/approve-campaign.js';
import { CancelCampaign } from './use-cases/cancel-campaign.js';
import { ChangeCampaign } from './use-cases/change-campaign.js';
import { CloseCampaign } from './use-cases/close-campaign.js';
import { CreateCampaign } from './use-cases/create-campaign.js';
import { ExcludeInstitutions } from './use-cases/exclude-institutions.js';
import { IssueInvitations } from './use-cases/issue-invitations.js';
import { OpenCampaign } from './use-cases/open-campaign.js';
import { PauseCampaign } from './use-cases/pause-campaign.js';

const READS = [CampaignCalendar, CampaignCoverage, CampaignPages, CampaignProgress, CampaignReader];
const STORE = [Campaigns, CampaignFrame, CampaignStores, Invitations];
const STEPS = [ApproveCampaign, OpenCampaign, CloseCampaign, CancelCampaign, PauseCampaign];

/** Whom a survey asks: campaigns, their frame, their mails' tokens, and how far they have come. */
@Module({
  imports: [CalendarsModule, IdentityModule, BuilderModule, AnswersModule],
  controllers: [CampaignsController, CampaignStepsController, CampaignLifecycleController],
  providers: [
    ...READS,
    ...STORE,
    ...STEPS,
    ...[CreateCampaign, ChangeCampaign, ExcludeInstitutions, AdvanceCampaigns, IssueInvitations],
    CampaignJobs,
  ],
  exports: [Campaigns, CampaignFrame, CampaignCoverage, IssueInvitations, AdvanceCampaigns],
})
export class CampaignsModule {}
