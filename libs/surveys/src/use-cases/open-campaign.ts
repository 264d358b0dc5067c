import { Injectable } from '@nestjs/common';
import { type Actor, ClientRegister, requireRight } from '#identity';
import { DomainError } from '#kernel';
import { requireVersion, Settings, type Tx, UnitOfWork } from '#platform';
import type { Campaign } from '../domain/campaign.js';
import { campaignEvent } from '../domain/campaign-events.js';
import { nextState } from '../domain/campaign-lifecycle.js';
import { dateAt, movedTo } from '../domain/campaign-plan.js';
import { chooseRespondents } from '../domain/choose-respondents.js';
import { CampaignCalendar } from '../reads/campaign-calendar.js';
import type { FrameRow } from '../store/campaign-frame.js';
import { CampaignStores } from '../store/campaign-stores.js';
import { FreezeSurveyVersion } from './freeze-survey-version.js';

/**
 * Opens a campaign: freezes the questions, freezes the frame from the register of all active clients, invites. From here on nobody comes in
 * or goes out.
 */
@Injectable()
export class OpenCampaign {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly stores: CampaignStores,
    private readonly register: ClientRegister,
    private readonly freeze: FreezeSurveyVersion,
    private readonly calendar: CampaignCalendar,
    private readonly settings: Settings,
  ) {}

  /** By the survey owner, on any day. Throws `surveys.secret-missing`, `surveys.changed-after-approval`, `surveys.nobody-to-invite`. */
  async execute(actor: Actor, id: string, ifMatch?: string): Promise<void> {
    requireRight(actor, 'survey.run');
    await this.unitOfWork.run(async (tx) => {
      const campaign = await this.stores.campaigns.lock(tx, id);
      requireVersion(ifMatch, campaign.version);
      await this.open(tx, campaign, actor.id);
    });
  }

  /** Opens a campaign that is under lock; `actorId` is null where it opens by itself. */
  async open(tx: Tx, campaign: Campaign, actorId: string | null): Promise<void> {
    const { id } = campaign;
    nextState(campaign.state, 'open');
    if (this.settings.secret === undefined) throw new DomainError('surveys.secret-missing');
    const asked = await this.stores.surveys.lockVersion(tx, campaign.surveyVersionId);
    if (asked.revision !== campaign.approvedRevision) throw new DomainError('surveys.changed-after-approval', {}, 'conflict');
    const calendar = await this.calendar.inForce(tx);
    const days = movedTo(calendar, campaign, dateAt(calendar, tx.now));
    const rows = await this.freezeFrame(tx, campaign, days.opensOn);
    await this.freeze.execute(tx, campaign.surveyVersionId, actorId);
    await this.stores.campaigns.open(tx, id, days);
    await this.stores.campaigns.takeStep(tx, id, { kind: 'invitation', number: 0, outcome: 'sent' });
    const invited = rows.reduce((sum, { people }) => sum + people.length, 0);
    await tx.append(
      campaignEvent('campaign-opened', id, actorId, { institutions: rows.length, invited, opensOn: days.opensOn, closesOn: days.closesOn }),
      ...rows
        .filter(({ people }) => people.length > 0)
        .map(({ institutionId }) => campaignEvent('invitations-due', id, null, { institutionId, round: 0 })),
    );
  }

  private async freezeFrame(tx: Tx, campaign: Campaign, date: string): Promise<FrameRow[]> {
    const clients = await this.register.institutions(date, tx);
    const people = await this.register.people(date, tx);
    const reasons = new Map((await this.stores.frame.exclusions(tx, campaign.id)).map((one) => [one.institutionId, one.reason]));
    const chosen = (institutionId: string): string[] => chooseRespondents(campaign, people.get(institutionId) ?? []);
    const rows = clients.filter(({ id }) => !reasons.has(id)).map(({ id, users }) => ({ institutionId: id, users, people: chosen(id) }));
    if (!rows.some((row) => row.people.length > 0)) throw new DomainError('surveys.nobody-to-invite');
    const excluded = clients.flatMap(({ id, users }) => {
      const reason = reasons.get(id);
      return reason === undefined ? [] : [{ institutionId: id, users, reason }];
    });
    await this.stores.frame.freeze(tx, campaign.id, rows, excluded);
    return rows;
  }
}
