import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { DomainError } from '#kernel';
import { requireVersion, UnitOfWork } from '#platform';
import { campaignEvent } from '../domain/campaign-events.js';
import { Campaigns } from '../store/campaigns.js';

/** Holds the mails of an open campaign back, or lets them go on. Answering goes on, and so does the last day. */
@Injectable()
export class PauseCampaign {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: Campaigns,
  ) {}

  /** Throws `surveys.campaign-not-open`, `surveys.already-paused`, `surveys.not-paused`. */
  async execute(actor: Actor, id: string, pause: boolean, ifMatch?: string): Promise<void> {
    requireRight(actor, 'survey.run');
    await this.unitOfWork.run(async (tx) => {
      const { state, paused, version } = await this.campaigns.lock(tx, id);
      requireVersion(ifMatch, version);
      if (state !== 'open') throw new DomainError('surveys.campaign-not-open', { state }, 'conflict');
      if (paused === pause)
        throw pause ? new DomainError('surveys.already-paused', {}, 'conflict') : new DomainError('surveys.not-paused', {}, 'conflict');
      await this.campaigns.pause(tx, id, pause);
      await tx.append(campaignEvent(pause ? 'campaign-paused' : 'campaign-resumed', id, actor.id, {}));
    });
  }
}
