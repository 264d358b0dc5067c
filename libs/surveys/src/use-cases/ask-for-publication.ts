import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { DomainError } from '#kernel';
import { requireVersion, UnitOfWork } from '#platform';
import { campaignEvent } from '../domain/campaign-events.js';
import { nextState } from '../domain/campaign-lifecycle.js';
import { Campaigns } from '../store/campaigns.js';

/** The survey owner asks for a closed campaign to be published; a manager then agrees. */
@Injectable()
export class AskForPublication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: Campaigns,
  ) {}

  /** Throws `surveys.transition-not-allowed` before the closing, `surveys.publication-asked` where it was asked already. */
  async execute(actor: Actor, id: string, ifMatch?: string): Promise<void> {
    requireRight(actor, 'survey.run');
    await this.unitOfWork.run(async (tx) => {
      const campaign = await this.campaigns.lock(tx, id);
      requireVersion(ifMatch, campaign.version);
      nextState(campaign.state, 'publish');
      if (campaign.publicationAskedBy !== null) throw new DomainError('surveys.publication-asked', {}, 'conflict');
      await this.campaigns.askForPublication(tx, id, actor.id);
      await tx.append(campaignEvent('campaign-publication-asked', id, actor.id, {}));
    });
  }
}
