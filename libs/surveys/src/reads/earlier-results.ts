import { Injectable } from '@nestjs/common';
import type { Locale } from '#identity';
import { Database } from '#platform';
import type { Campaign } from '../domain/campaign.js';
import type { CampaignFigures } from '../domain/campaign-figures.js';
import { Campaigns } from '../store/campaigns.js';
import { type CampaignResult, PublishedResults } from '../store/published-results.js';
import type { ReadResult } from './campaign-results.js';
import { type PrintedHeadline, printed } from './printed-headline.js';

/** How many years back a comparison goes. */
const YEARS = 5;

/** A published campaign of an earlier year, or this one at the end. */
export interface ComparedYear {
  readonly campaign: { readonly id: string; readonly name: string };
  readonly year: number;
  readonly answered: number;
  readonly institutions: number;
  readonly equal: PrintedHeadline | null;
  readonly byUsers: PrintedHeadline | null;
}

export interface Comparison {
  /** Oldest first; this campaign is the last. */
  readonly years: readonly ComparedYear[];
  /** What was published of the campaign that this one repeats; its hidden institutions are hidden here too. */
  readonly before: CampaignResult | undefined;
}

/** A campaign beside those that it repeats. Only what was published of them is compared, so nothing hidden then comes to light now. */
@Injectable()
export class EarlierResults {
  constructor(
    private readonly database: Database,
    private readonly campaigns: Campaigns,
    private readonly published: PublishedResults,
  ) {}

  async of(locale: Locale, { campaign, figures }: ReadResult): Promise<Comparison> {
    const chain: Campaign[] = [];
    let next = campaign.previousCampaignId;
    while (next !== null && chain.length < YEARS) {
      const earlier = await this.campaigns.one(this.database, next);
      chain.push(earlier);
      next = earlier.previousCampaignId;
    }
    const results = await this.published.of(
      this.database,
      chain.map(({ id }) => id),
    );
    const years = chain.flatMap((earlier) => {
      const result = results.get(earlier.id);
      return result ? [yearOf(earlier, result.figures, locale)] : [];
    });
    return {
      years: [...years.reverse(), yearOf(campaign, figures, locale)],
      before: campaign.previousCampaignId === null ? undefined : results.get(campaign.previousCampaignId),
    };
  }
}

function yearOf(campaign: Campaign, figures: CampaignFigures, locale: Locale): ComparedYear {
  return {
    campaign: { id: campaign.id, name: locale === 'lv' ? campaign.titleLv : campaign.titleEn },
    year: campaign.year,
    answered: figures.answered,
    institutions: figures.institutions,
    equal: printed(figures.equal, null),
    byUsers: printed(figures.byUsers, null),
  };
}
