import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { requireVersion, UnitOfWork } from '#platform';
import { requireSecondPerson } from '../domain/campaign.js';
import { campaignEvent } from '../domain/campaign-events.js';
import { nextState } from '../domain/campaign-lifecycle.js';
import { readDefinition } from '../domain/read-definition.js';
import { Campaigns } from '../store/campaigns.js';
import { SurveyStore } from '../store/survey-store.js';

/** A manager agrees to a campaign: to its people, its days, and the questions as they stand now. */
@Injectable()
export class ApproveCampaign {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: Campaigns,
    private readonly surveys: SurveyStore,
  ) {}

  /** Throws `surveys.own-campaign` to its creator, and `surveys.definition-refused` where a language or the headline question is missing. */
  async execute(actor: Actor, id: string, ifMatch?: string): Promise<void> {
    requireRight(actor, 'survey.agree');
    await this.unitOfWork.run(async (tx) => {
      const campaign = await this.campaigns.lock(tx, id);
      requireVersion(ifMatch, campaign.version);
      nextState(campaign.state, 'approve');
      requireSecondPerson(campaign, actor.id);
      const asked = await this.surveys.lockVersion(tx, campaign.surveyVersionId);
      readDefinition(asked.definition);
      await this.campaigns.approve(tx, id, actor.id, asked.revision);
      const facts = { surveyVersionId: asked.id, revision: asked.revision };
      await tx.append(campaignEvent('campaign-approved', id, actor.id, facts));
    });
  }
}
