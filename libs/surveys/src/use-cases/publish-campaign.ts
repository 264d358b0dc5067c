import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { DomainError } from '#kernel';
import { requireVersion, UnitOfWork } from '#platform';
import type { Campaign } from '../domain/campaign.js';
import { campaignEvent } from '../domain/campaign-events.js';
import { nextState } from '../domain/campaign-lifecycle.js';
import { CampaignResults } from '../reads/campaign-results.js';
import { Campaigns } from '../store/campaigns.js';
import { METHOD, PublishedResults } from '../store/published-results.js';
import { SurveyStore } from '../store/survey-store.js';

/** A manager agrees to the publication that the survey owner asked for: the figures are counted, cut, and frozen. */
@Injectable()
export class PublishCampaign {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: Campaigns,
    private readonly surveys: SurveyStore,
    private readonly results: CampaignResults,
    private readonly published: PublishedResults,
  ) {}

  /** Throws `surveys.publication-not-asked`, and `surveys.own-publication` to whoever asked for it himself. */
  async execute(actor: Actor, id: string, ifMatch?: string): Promise<void> {
    requireRight(actor, 'survey.agree');
    await this.unitOfWork.run(async (tx) => {
      const campaign = await this.campaigns.lock(tx, id);
      requireVersion(ifMatch, campaign.version);
      nextState(campaign.state, 'publish');
      requireAnotherPerson(campaign, actor);
      const { definition, version } = await this.surveys.versionById(tx, campaign.surveyVersionId);
      const { result, inputHash } = await this.results.count(tx, campaign, definition);
      await this.published.add(tx, id, result, inputHash);
      await this.campaigns.publish(tx, id);
      const facts = { surveyVersion: version, method: METHOD, inputHash, year: campaign.year };
      await tx.append(campaignEvent('campaign-published', id, actor.id, facts));
    });
  }
}

function requireAnotherPerson({ publicationAskedBy }: Campaign, actor: Actor): void {
  if (publicationAskedBy === null) throw new DomainError('surveys.publication-not-asked', {}, 'conflict');
  if (publicationAskedBy === actor.id) throw new DomainError('surveys.own-publication', {}, 'forbidden');
}
