import { Injectable, Logger } from '@nestjs/common';
import type { WorkingCalendar } from '#calendars';
import { DomainError, type DomainEvent } from '#kernel';
import { Database, type Tx, UnitOfWork } from '#platform';
import type { Campaign } from '../domain/campaign.js';
import { campaignEvent } from '../domain/campaign-events.js';
import { type DueStep, dueSteps, isOver, mayWrite, opensAt, planOf } from '../domain/campaign-plan.js';
import { CampaignCalendar } from '../reads/campaign-calendar.js';
import { CampaignStores } from '../store/campaign-stores.js';
import { CloseCampaign } from './close-campaign.js';
import { OpenCampaign } from './open-campaign.js';

/**
 * Does what campaigns have to have done by now: opens those whose day has come, has reminders and the news of coverage written, closes those
 * that are over. PostgreSQL keeps the plan and what was done of it; each step is taken under the campaign's lock, once.
 */
@Injectable()
export class AdvanceCampaigns {
  private readonly log = new Logger(AdvanceCampaigns.name);

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly stores: CampaignStores,
    private readonly calendar: CampaignCalendar,
    private readonly opening: OpenCampaign,
    private readonly closing: CloseCampaign,
  ) {}

  /** Each campaign in a transaction of its own: one that cannot go on holds no other up. */
  async execute(): Promise<void> {
    const calendar = await this.calendar.inForce();
    for (const id of await this.stores.campaigns.underWay(this.database)) {
      try {
        await this.unitOfWork.run((tx) => this.advance(tx, id, calendar));
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        this.log.warn(`campaign ${id} cannot go on: ${error.code}`);
      }
    }
  }

  private async advance(tx: Tx, id: string, calendar: WorkingCalendar): Promise<void> {
    const campaign = await this.stores.campaigns.lock(tx, id);
    const now = await tx.instant();
    if (campaign.state === 'approved') {
      const at = opensAt(calendar, campaign.opensOn);
      // One that was approved after its day waits for its owner.
      if (campaign.approvedAt !== null && campaign.approvedAt <= at && at <= now && mayWrite(calendar, now))
        await this.opening.open(tx, campaign, null);
    } else if (campaign.state === 'open') {
      if (isOver(calendar, campaign, now)) await this.closing.close(tx, campaign, null, null);
      else {
        const taken = await this.stores.campaigns.rounds(tx, id);
        for (const step of dueSteps(calendar, planOf(calendar, campaign), { taken, paused: campaign.paused, now }))
          await this.take(tx, campaign, step);
      }
    }
  }

  private async take(tx: Tx, campaign: Campaign, step: DueStep): Promise<void> {
    if (!(await this.stores.campaigns.takeStep(tx, campaign.id, step)) || step.outcome === 'skipped') return;
    const frame = (await this.stores.frame.counts(tx, [campaign.id])).get(campaign.id) ?? [];
    const asked = frame.filter(({ invited }) => invited > 0).map(({ institutionId }) => institutionId);
    const told = frame.filter(({ excluded }) => !excluded).map(({ institutionId }) => institutionId);
    const event = (institutionId: string): DomainEvent =>
      step.kind === 'coverage'
        ? campaignEvent('coverage-due', campaign.id, null, { institutionId })
        : campaignEvent('invitations-due', campaign.id, null, { institutionId, round: step.number });
    await tx.append(...(step.kind === 'coverage' ? told : asked).map(event));
  }
}
