import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts } from '#identity';
import { Texts } from '#platform';
import { type CampaignDetailResponse } from '../http/responses/campaign.response.js';
import { writeDetail } from '../http/write-campaign.js';
import { CampaignProgress } from './campaign-progress.js';
import { CampaignReader } from './campaign-reader.js';

/** Everything that a campaign's own page shows. */
@Injectable()
export class CampaignPages {
  constructor(
    private readonly campaigns: CampaignReader,
    private readonly progress: CampaignProgress,
    private readonly identity: IdentityFacts,
    private readonly texts: Texts,
  ) {}

  /** Throws `surveys.campaign.not-found`. */
  async read(actor: Actor, id: string): Promise<CampaignDetailResponse> {
    const view = await this.campaigns.one(actor, id);
    const { campaign } = view;
    const [frame, plan, history, people, previous] = await Promise.all([
      this.campaigns.frame(actor, campaign),
      this.progress.plan(campaign),
      this.progress.history(id),
      this.identity.names([campaign.createdBy, ...(campaign.approvedBy === null ? [] : [campaign.approvedBy])]),
      campaign.previousCampaignId === null ? null : this.campaigns.one(actor, campaign.previousCampaignId),
    ]);
    const obstacles = this.campaigns.obstacles(view, frame).map((code) => ({ code, text: this.texts.say(actor.locale, code) }));
    const page = { ...view, frame, plan, history, people, previous, obstacles, abilities: this.progress.abilities(actor, campaign) };
    return writeDetail(page, actor.locale);
  }
}
