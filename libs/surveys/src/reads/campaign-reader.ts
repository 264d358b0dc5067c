import { Injectable } from '@nestjs/common';
import { type Actor, ClientRegister, IdentityFacts, type Locale } from '#identity';
import { Database, Settings } from '#platform';
import type { Campaign } from '../domain/campaign.js';
import { dateAt } from '../domain/campaign-plan.js';
import { chooseRespondents } from '../domain/choose-respondents.js';
import { coverageOf } from '../domain/coverage.js';
import type { KeptFrameRow } from '../store/campaign-frame.js';
import { CampaignStores } from '../store/campaign-stores.js';
import type { SurveyVersionRow } from '../store/survey-store.js';
import { CampaignCalendar } from './campaign-calendar.js';

/** A campaign with what its screens say of it besides. */
export interface CampaignView {
  readonly campaign: Campaign;
  readonly asked: SurveyVersionRow & { readonly title: string };
}

/** One line of the list. */
export interface CampaignLine extends CampaignView {
  /** Null before the opening. */
  readonly coverage: {
    readonly institutions: number;
    readonly responding: number;
    readonly invited: number;
    readonly answered: number;
  } | null;
}

/** An institution of the frame as it stands, or as it would be frozen now. */
export interface FrameLine {
  readonly institution: { readonly id: string; readonly name: string };
  readonly users: number;
  readonly invited: number;
  readonly reason: string | null;
}

/** Campaigns for screens. */
@Injectable()
export class CampaignReader {
  constructor(
    private readonly database: Database,
    private readonly stores: CampaignStores,
    private readonly identity: IdentityFacts,
    private readonly register: ClientRegister,
    private readonly calendar: CampaignCalendar,
    private readonly settings: Settings,
  ) {}

  /** All campaigns, the latest first. */
  async list(actor: Actor): Promise<CampaignLine[]> {
    const campaigns = await this.stores.campaigns.all(this.database);
    const ids = campaigns.filter(({ openedAt }) => openedAt !== null).map(({ id }) => id);
    const [views, counts] = await Promise.all([this.views(actor.locale, campaigns), this.stores.frame.counts(this.database, ids)]);
    return views.map((view) => {
      const rows = counts.get(view.campaign.id);
      return { ...view, coverage: rows ? coverageOf(rows, view.campaign.minGroup) : null };
    });
  }

  /** Throws `surveys.campaign.not-found`. */
  async one(actor: Actor, id: string): Promise<CampaignView> {
    const [view] = await this.views(actor.locale, [await this.stores.campaigns.one(this.database, id)]);
    return view!;
  }

  /** The frame: frozen at the opening; before that, the register as it is today. By name. */
  async frame(actor: Actor, campaign: Campaign): Promise<FrameLine[]> {
    const kept = (await this.stores.frame.counts(this.database, [campaign.id])).get(campaign.id) ?? [];
    const rows = campaign.openedAt === null ? await this.foreseen(campaign, kept) : kept;
    const names = await this.identity.institutionNames(
      rows.map(({ institutionId }) => institutionId),
      actor.locale,
    );
    return rows
      .map(({ institutionId, users, invited, reason }) => ({
        institution: { id: institutionId, name: names.get(institutionId) ?? '' },
        ...{ users, invited, reason },
      }))
      .sort((a, b) => a.institution.name.localeCompare(b.institution.name, 'lv'));
  }

  /** Codes of what keeps the campaign from opening, as far as it is known beforehand. */
  obstacles({ campaign, asked }: CampaignView, frame: readonly FrameLine[]): string[] {
    if (campaign.state !== 'draft' && campaign.state !== 'approved') return [];
    return [
      ...(this.settings.secret === undefined ? ['surveys.secret-missing'] : []),
      ...(campaign.state === 'approved' && asked.revision !== campaign.approvedRevision ? ['surveys.changed-after-approval'] : []),
      ...(frame.some(({ invited }) => invited > 0) ? [] : ['surveys.nobody-to-invite']),
    ];
  }

  private async foreseen(
    campaign: Campaign,
    kept: readonly KeptFrameRow[],
  ): Promise<Pick<KeptFrameRow, 'institutionId' | 'users' | 'invited' | 'reason'>[]> {
    if (campaign.state === 'cancelled') return [...kept];
    const date = dateAt(await this.calendar.inForce(), await this.now());
    const [clients, people] = await Promise.all([this.register.institutions(date), this.register.people(date)]);
    const reasons = new Map(kept.map(({ institutionId, reason }) => [institutionId, reason]));
    return clients.map(({ id, users }) => {
      const reason = reasons.get(id) ?? null;
      const invited = reason === null ? chooseRespondents(campaign, people.get(id) ?? []).length : 0;
      return { institutionId: id, users, invited, reason };
    });
  }

  private async now() {
    const [row] = await this.database.query<{ now: Campaign['createdAt'] }>('select clock_timestamp() as now');
    return row!.now;
  }

  private async views(locale: Locale, campaigns: readonly Campaign[]): Promise<CampaignView[]> {
    const [versions, surveys] = await Promise.all([
      Promise.all(
        [...new Set(campaigns.map((one) => one.surveyVersionId))].map((id) => this.stores.surveys.versionById(this.database, id)),
      ),
      this.stores.surveys.all(this.database),
    ]);
    return campaigns.map((campaign) => {
      const version = versions.find(({ id }) => id === campaign.surveyVersionId)!;
      const title = surveys.find(({ id }) => id === version.surveyId)?.title[locale] ?? '';
      return { campaign, asked: { ...version, title } };
    });
  }
}
