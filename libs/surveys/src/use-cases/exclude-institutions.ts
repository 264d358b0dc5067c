import { Injectable } from '@nestjs/common';
import { type Actor, ClientRegister, requireRight } from '#identity';
import { DomainError } from '#kernel';
import { requireVersion, UnitOfWork } from '#platform';
import type { Exclusion } from '../domain/campaign.js';
import { campaignEvent } from '../domain/campaign-events.js';
import { dateAt } from '../domain/campaign-plan.js';
import { CampaignCalendar } from '../reads/campaign-calendar.js';
import { CampaignFrame } from '../store/campaign-frame.js';
import { Campaigns } from '../store/campaigns.js';

/** Says which clients a campaign leaves out, and why. Every client that is not named here is asked. */
@Injectable()
export class ExcludeInstitutions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: Campaigns,
    private readonly frame: CampaignFrame,
    private readonly register: ClientRegister,
    private readonly calendar: CampaignCalendar,
  ) {}

  /**
   * Puts these exclusions in place of the earlier ones, until the campaign opens. Throws `surveys.frame-frozen`, and
   * `surveys.institution-not-client` at the rows that name none.
   */
  async execute(actor: Actor, id: string, exclusions: readonly Exclusion[], ifMatch?: string): Promise<void> {
    requireRight(actor, 'survey.run');
    await this.unitOfWork.run(async (tx) => {
      const campaign = await this.campaigns.lock(tx, id);
      requireVersion(ifMatch, campaign.version);
      if (campaign.state !== 'draft' && campaign.state !== 'approved') throw new DomainError('surveys.frame-frozen', {}, 'conflict');
      const clients = await this.register.institutions(dateAt(await this.calendar.inForce(tx), tx.now), tx);
      const known = new Set(clients.map((client) => client.id));
      const faults = exclusions.flatMap(({ institutionId }, i) =>
        known.delete(institutionId) ? [] : [{ pointer: `/items/${i}/institutionId`, code: 'surveys.institution-not-client' }],
      );
      if (faults.length > 0) throw new DomainError('surveys.institution-not-client', {}, 'invalid', faults);
      await this.frame.setExclusions(tx, id, exclusions);
      await this.campaigns.touch(tx, id);
      const institutionIds = exclusions.map(({ institutionId }) => institutionId);
      await tx.append(campaignEvent('campaign-exclusions-set', id, actor.id, { institutionIds }));
    });
  }
}
