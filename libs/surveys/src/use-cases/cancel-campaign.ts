import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { requireVersion, UnitOfWork } from '#platform';
import { campaignEvent } from '../domain/campaign-events.js';
import { nextState } from '../domain/campaign-lifecycle.js';
import { Campaigns } from '../store/campaigns.js';

/** Gives up a campaign that has not opened. */
@Injectable()
export class CancelCampaign {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: Campaigns,
  ) {}

  /** Throws `surveys.transition-not-allowed` once invitations are out: then it can only be closed. */
  async execute(actor: Actor, id: string, ifMatch?: string): Promise<void> {
    requireRight(actor, 'survey.run');
    await this.unitOfWork.run(async (tx) => {
      const campaign = await this.campaigns.lock(tx, id);
      requireVersion(ifMatch, campaign.version);
      nextState(campaign.state, 'cancel');
      await this.campaigns.cancel(tx, id);
      await tx.append(campaignEvent('campaign-cancelled', id, actor.id, {}));
    });
  }
}
