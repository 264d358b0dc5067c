import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { DomainError } from '#kernel';
import { requireVersion, type Tx, UnitOfWork } from '#platform';
import type { Campaign } from '../domain/campaign.js';
import { campaignEvent } from '../domain/campaign-events.js';
import { nextState } from '../domain/campaign-lifecycle.js';
import { isOver } from '../domain/campaign-plan.js';
import { CampaignCalendar } from '../reads/campaign-calendar.js';
import { CampaignFrame } from '../store/campaign-frame.js';
import { Campaigns } from '../store/campaigns.js';
import { EmptyDropBox } from './empty-drop-box.js';

/** Closes a campaign: no more answers, and of who answered only the counts of each institution stay. */
@Injectable()
export class CloseCampaign {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: Campaigns,
    private readonly frame: CampaignFrame,
    private readonly calendar: CampaignCalendar,
    private readonly emptyDropBox: EmptyDropBox,
  ) {}

  /** By the survey owner, before its last day is over. Throws `surveys.close-reason-missing` without a reason. */
  async execute(actor: Actor, id: string, reason: string | null, ifMatch?: string): Promise<void> {
    requireRight(actor, 'survey.run');
    await this.unitOfWork.run(async (tx) => {
      const campaign = await this.campaigns.lock(tx, id);
      requireVersion(ifMatch, campaign.version);
      const over = isOver(await this.calendar.inForce(tx), campaign, tx.now);
      if (!over && reason === null)
        throw new DomainError('surveys.close-reason-missing', {}, 'invalid', [
          { pointer: '/reason', code: 'surveys.close-reason-missing' },
        ]);
      await this.close(tx, campaign, actor.id, over ? null : reason);
    });
  }

  /** Closes a campaign that is under lock; `actorId` is null where it ends by itself. */
  async close(tx: Tx, campaign: Campaign, actorId: string | null, reason: string | null): Promise<void> {
    nextState(campaign.state, 'close');
    await this.emptyDropBox.executeAtClosing(tx, campaign.id);
    await this.frame.keepCountsOnly(tx, campaign.id, campaign.anonymous);
    await this.campaigns.close(tx, campaign.id, reason);
    await tx.append(campaignEvent('campaign-closed', campaign.id, actorId, { cause: reason === null ? 'last_day' : 'early' }));
  }
}
