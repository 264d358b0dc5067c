import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { DomainError } from '#kernel';
import { requireVersion, UnitOfWork } from '#platform';
import { type CampaignTerms, requireSoundTerms } from '../domain/campaign.js';
import { campaignEvent } from '../domain/campaign-events.js';
import { dateAt } from '../domain/campaign-plan.js';
import { newSeed } from '../domain/draw-sample.js';
import { CampaignCalendar } from '../reads/campaign-calendar.js';
import { Campaigns } from '../store/campaigns.js';
import { SurveyStore } from '../store/survey-store.js';

/** Changes the terms of a draft. What has been approved stays as it was approved. */
@Injectable()
export class ChangeCampaign {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: Campaigns,
    private readonly surveys: SurveyStore,
    private readonly calendar: CampaignCalendar,
  ) {}

  /** Throws `surveys.campaign.not-found`, `platform.version-mismatch`, `surveys.campaign-not-draft`, `surveys.campaign-refused`. */
  async execute(actor: Actor, id: string, changes: Partial<CampaignTerms>, ifMatch?: string): Promise<void> {
    requireRight(actor, 'survey.run');
    await this.unitOfWork.run(async (tx) => {
      const campaign = await this.campaigns.lock(tx, id);
      requireVersion(ifMatch, campaign.version);
      if (campaign.state !== 'draft') throw new DomainError('surveys.campaign-not-draft', { state: campaign.state }, 'conflict');
      const terms: CampaignTerms = { ...campaign, ...changes };
      requireSoundTerms(terms, dateAt(await this.calendar.inForce(tx), tx.now));
      await this.surveys.versionById(tx, terms.surveyVersionId);
      // A seed is drawn once: whoever could draw again could choose the sample.
      const seed = terms.mode === 'random_sample' ? (campaign.seed ?? newSeed()) : null;
      await this.campaigns.change(tx, id, terms, seed);
      const { surveyVersionId, year, mode, sampleSize, opensOn, closesOn, reminderDays } = terms;
      const facts = { surveyVersionId, year, mode, sampleSize, seed, opensOn, closesOn, reminderDays: [...reminderDays] };
      await tx.append(campaignEvent('campaign-changed', id, actor.id, facts));
    });
  }
}
