import { Global, Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { HeadlineTarget, SurveysModule } from '#surveys';
import { ClientSatisfactionController } from './http/client-satisfaction.controller.js';
import { MeasurePublishedCampaign } from './reactions/measure-published-campaign.js';
import { ClientSatisfaction } from './reads/client-satisfaction.js';
import { ClientTargets } from './reads/client-targets.js';
import { CampaignMeasurements } from './store/campaign-measurements.js';
import { ImportClientSatisfaction } from './use-cases/import-client-satisfaction.js';

/** Lends the target of KPI-01 to the surveys, which lie below and may not ask. */
@Global()
@Module({ providers: [ClientTargets, { provide: HeadlineTarget, useExisting: ClientTargets }], exports: [ClientTargets, HeadlineTarget] })
export class HeadlineTargetModule {}

/** KPI-01. */
@Module({
  imports: [IdentityModule, SurveysModule, HeadlineTargetModule],
  controllers: [ClientSatisfactionController],
  providers: [CampaignMeasurements, ClientSatisfaction, ImportClientSatisfaction, MeasurePublishedCampaign],
  exports: [CampaignMeasurements, ClientSatisfaction, ImportClientSatisfaction],
})
export class ClientSatisfactionModule {}
