import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type DomainEvent } from '#kernel';
import { ReactionRegistry, type Tx } from '#platform';
import { CLIENT_SURVEY, SurveyFacts } from '#surveys';
import { CampaignMeasurements } from '../store/campaign-measurements.js';

/** The definition of KPI-01 that published campaigns are measured by. */
const DEFINITION_VERSION = 1;

/** Keeps KPI-01: a published campaign of the client survey is the measurement of its year. */
@Injectable()
export class MeasurePublishedCampaign implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly surveys: SurveyFacts,
    private readonly measurements: CampaignMeasurements,
  ) {}

  onModuleInit(): void {
    this.reactions.after({
      name: 'kpis.measure-published-campaign',
      on: ['surveys.campaign-published'],
      handle: (tx, event) => this.measure(tx, event),
    });
  }

  private async measure(tx: Tx, { subject, actorId }: DomainEvent): Promise<void> {
    const campaign = subject.type === 'campaign' ? await this.surveys.published(subject.id, tx) : undefined;
    if (campaign?.surveyCode !== CLIENT_SURVEY || (await this.measurements.isMeasured(campaign.campaignId, tx))) return;
    const { year, campaignId, equal, byUsers, answered, institutions, clients, inputHash } = campaign;
    await this.measurements.add(tx, {
      ...{ year, campaignId, answered, institutions, clients, inputHash, actorId },
      definitionVersion: DEFINITION_VERSION,
      source: null,
      ...{ value: equal.value, low: equal.low, high: equal.high, nEff: equal.nEff },
      ...{ usersValue: byUsers.value, usersLow: byUsers.low, usersHigh: byUsers.high },
    });
  }
}
