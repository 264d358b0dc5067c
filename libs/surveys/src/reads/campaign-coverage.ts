import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts } from '#identity';
import { Database, type Queryable } from '#platform';
import { type Coverage, coverageOf, type ShownCount, shownCount } from '../domain/coverage.js';
import type { Words } from '../domain/question.js';
import type { KeptFrameRow } from '../store/campaign-frame.js';
import { CampaignStores } from '../store/campaign-stores.js';

/** The coverage of a campaign with the names of its institutions. */
export interface NamedCoverage extends Coverage {
  readonly minGroup: number;
  readonly names: ReadonlyMap<string, string>;
  readonly exclusions: readonly { readonly institutionId: string; readonly users: number; readonly reason: string }[];
}

/** How far one institution has come, for its coordinator. */
export interface InstitutionNews {
  readonly title: Words;
  readonly closesOn: string;
  readonly invited: number;
  readonly answered: ShownCount;
}

/** Who was asked and how many have answered: by institution, never by person. */
@Injectable()
export class CampaignCoverage {
  constructor(
    private readonly database: Database,
    private readonly stores: CampaignStores,
    private readonly identity: IdentityFacts,
  ) {}

  /** Of a campaign that has not opened there is none yet: no rows. Throws `surveys.campaign.not-found`. */
  async of(actor: Actor, campaignId: string): Promise<NamedCoverage> {
    const { minGroup, openedAt } = await this.stores.campaigns.one(this.database, campaignId);
    const counts = await this.rows(this.database, campaignId);
    const names = await this.identity.institutionNames(
      counts.map(({ institutionId }) => institutionId),
      actor.locale,
    );
    const exclusions = counts.flatMap(({ institutionId, users, reason }) => (reason === null ? [] : [{ institutionId, users, reason }]));
    return { ...coverageOf(openedAt === null ? [] : counts, minGroup), minGroup, names, exclusions };
  }

  /** One institution's, for whoever coordinates it; null where it is not asked or the campaign is not open. */
  async newsOf(on: Queryable, campaignId: string, institutionId: string): Promise<InstitutionNews | null> {
    const campaign = await this.stores.campaigns.one(on, campaignId);
    const row = (await this.rows(on, campaignId)).find((one) => one.institutionId === institutionId);
    if (campaign.state !== 'open' || !row || row.excluded) return null;
    const title = { lv: campaign.titleLv, en: campaign.titleEn };
    return { title, closesOn: campaign.closesOn, invited: row.invited, answered: shownCount(row.answered, campaign.minGroup) };
  }

  private async rows(on: Queryable, campaignId: string): Promise<KeptFrameRow[]> {
    return (await this.stores.frame.counts(on, [campaignId])).get(campaignId) ?? [];
  }
}
