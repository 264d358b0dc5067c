import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { type Tx, UnitOfWork } from '#platform';
import { type Campaign, type CampaignTerms, requireSoundTerms } from '../domain/campaign.js';
import { campaignEvent } from '../domain/campaign-events.js';
import { CLOSING_DAY, dateAt, REMINDER_DAYS, workingDay } from '../domain/campaign-plan.js';
import { newSeed } from '../domain/draw-sample.js';
import { CampaignCalendar } from '../reads/campaign-calendar.js';
import { Campaigns } from '../store/campaigns.js';
import { SurveyStore } from '../store/survey-store.js';

/** The terms of a new campaign; what is left out follows from the survey method (DOMAIN 6). */
export type NewCampaign = Pick<CampaignTerms, 'surveyVersionId' | 'titleLv' | 'titleEn' | 'year' | 'mode' | 'sampleSize' | 'opensOn'> &
  Partial<Pick<CampaignTerms, 'closesOn' | 'reminderDays'>>;

/** Makes a draft of a campaign, or of one like an earlier one. */
@Injectable()
export class CreateCampaign {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: Campaigns,
    private readonly surveys: SurveyStore,
    private readonly calendar: CampaignCalendar,
  ) {}

  /** Answers its id. Throws `surveys.campaign-refused` with the fields at fault, `surveys.version.not-found`. */
  async execute(actor: Actor, input: NewCampaign): Promise<string> {
    requireRight(actor, 'survey.run');
    return this.unitOfWork.run((tx) => this.create(tx, actor, input, null));
  }

  /**
   * A campaign like an earlier one, a year later: its people, days and the latest version of its questions. Exclusions are not copied, since
   * their reasons may have gone.
   */
  async copy(actor: Actor, earlierId: string, opensOn: string): Promise<string> {
    requireRight(actor, 'survey.run');
    return this.unitOfWork.run(async (tx) => {
      const earlier = await this.campaigns.one(tx, earlierId);
      const { surveyId } = await this.surveys.versionById(tx, earlier.surveyVersionId);
      const [latest] = await this.surveys.versions(tx, [surveyId]);
      const year = Number(opensOn.slice(0, 4));
      const named = (title: string): string => title.replaceAll(String(earlier.year), String(year));
      const { mode, sampleSize, reminderDays } = earlier;
      const terms = { year, mode, sampleSize, reminderDays, opensOn, surveyVersionId: latest!.id };
      return this.create(tx, actor, { ...terms, titleLv: named(earlier.titleLv), titleEn: named(earlier.titleEn) }, earlier);
    });
  }

  private async create(tx: Tx, actor: Actor, input: NewCampaign, earlier: Campaign | null): Promise<string> {
    const calendar = await this.calendar.inForce(tx);
    const closesOn = input.closesOn ?? workingDay(calendar, input.opensOn, CLOSING_DAY);
    const terms: CampaignTerms = { ...input, closesOn, reminderDays: input.reminderDays ?? REMINDER_DAYS };
    requireSoundTerms(terms, dateAt(calendar, tx.now));
    await this.surveys.versionById(tx, terms.surveyVersionId);
    const id = randomUUID();
    const seed = terms.mode === 'random_sample' ? newSeed() : null;
    await this.campaigns.add(tx, id, terms, { by: actor.id, seed, previousCampaignId: earlier?.id ?? null });
    const { surveyVersionId, year, mode, sampleSize, opensOn } = terms;
    const facts = { surveyVersionId, year, mode, sampleSize, seed, opensOn, closesOn, copyOf: earlier?.id ?? null };
    await tx.append(campaignEvent('campaign-created', id, actor.id, facts));
    return id;
  }
}
