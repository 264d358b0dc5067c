import { Injectable } from '@nestjs/common';
import type { Locale } from '#identity';
import type { Instant } from '#kernel';
import { Database, type Queryable } from '#platform';
import type { CampaignFigures, Headline } from '../domain/campaign-figures.js';
import { Campaigns } from '../store/campaigns.js';
import { PublishedResults } from '../store/published-results.js';
import { SurveyStore } from '../store/survey-store.js';

/** What was published of a campaign, for indicators: headlines unrounded, institutions as they may be shown. */
export interface PublishedCampaign extends Pick<CampaignFigures, 'answered' | 'institutions' | 'perInstitution'> {
  readonly campaignId: string;
  /** Of the survey that was asked. */
  readonly surveyCode: string;
  readonly year: number;
  readonly title: Readonly<Record<Locale, string>>;
  readonly equal: Headline;
  readonly byUsers: Headline;
  /** Clients that were asked. */
  readonly clients: number;
  readonly method: number;
  readonly inputHash: string;
  readonly frozenAt: Instant;
}

/** What other modules may ask about surveys. */
@Injectable()
export class SurveyFacts {
  constructor(
    private readonly database: Database,
    private readonly campaigns: Campaigns,
    private readonly results: PublishedResults,
    private readonly surveys: SurveyStore,
  ) {}

  /** Undefined where the campaign is not published, or too few answered for a headline. */
  async published(campaignId: string, on: Queryable = this.database): Promise<PublishedCampaign | undefined> {
    const result = (await this.results.of(on, [campaignId])).get(campaignId);
    if (!result?.figures.equal || !result.figures.byUsers) return undefined;
    const { year, titleLv, titleEn, surveyVersionId } = await this.campaigns.one(on, campaignId);
    const { answered, institutions, perInstitution, equal, byUsers } = result.figures;
    return {
      ...{ campaignId, year, answered, institutions, perInstitution, equal, byUsers },
      surveyCode: await this.surveys.codeOf(on, surveyVersionId),
      title: { lv: titleLv, en: titleEn },
      clients: result.frame.filter(({ excluded }) => !excluded).length,
      method: result.method,
      inputHash: result.inputHash,
      frozenAt: result.frozenAt,
    };
  }
}
