import { Injectable } from '@nestjs/common';
import { type Actor, holds, scopeOf } from '#identity';
import { DomainError, type Instant } from '#kernel';
import { Database, type Queryable } from '#platform';
import type { Campaign } from '../domain/campaign.js';
import { campaignFigures } from '../domain/campaign-figures.js';
import type { Definition } from '../domain/question.js';
import { CampaignAnswers, hashOfInput } from '../store/campaign-answers.js';
import { CampaignFrame } from '../store/campaign-frame.js';
import { Campaigns } from '../store/campaigns.js';
import { type CampaignResult, PublishedResults } from '../store/published-results.js';
import { SurveyStore } from '../store/survey-store.js';

/** A campaign's results as one reader gets them. */
export interface ReadResult extends CampaignResult {
  readonly campaign: Campaign;
  readonly definition: Definition;
  readonly surveyVersion: number;
  /** Null while they are not published. */
  readonly frozen: { readonly at: Instant; readonly inputHash: string } | null;
  /** The institutions that the reader sees by name: all, or his own. */
  readonly institutionIds: readonly string[] | 'all';
}

/** Results: counted afresh between closing and publication, for those who publish; read as they were frozen afterwards, for every reader. */
@Injectable()
export class CampaignResults {
  constructor(
    private readonly database: Database,
    private readonly campaigns: Campaigns,
    private readonly surveys: SurveyStore,
    private readonly frame: CampaignFrame,
    private readonly answers: CampaignAnswers,
    private readonly published: PublishedResults,
  ) {}

  /**
   * Throws `surveys.results-not-yet` (409) before the closing: results of two moments would give away what came between them; and
   * `surveys.results-not-published` (409) before the publication to whoever does not take part in it.
   */
  async read(actor: Actor, campaignId: string): Promise<ReadResult> {
    const campaign = await this.campaigns.one(this.database, campaignId);
    requireReadable(actor, campaign);
    const { definition, version } = await this.surveys.versionById(this.database, campaign.surveyVersionId);
    const frozen = (await this.published.of(this.database, [campaignId])).get(campaignId);
    const { all, aggregates, institutionIds } = scopeOf(actor, 'survey.results');
    return {
      campaign,
      definition,
      surveyVersion: version,
      institutionIds: all || aggregates ? 'all' : institutionIds,
      frozen: frozen ? { at: frozen.frozenAt, inputHash: frozen.inputHash } : null,
      ...(frozen ? { figures: frozen.figures, frame: frozen.frame } : (await this.count(this.database, campaign, definition)).result),
    };
  }

  /** Counts a closed campaign, and what it was counted from. */
  async count(on: Queryable, campaign: Campaign, definition: Definition): Promise<{ result: CampaignResult; inputHash: string }> {
    const rows = (await this.frame.counts(on, [campaign.id])).get(campaign.id) ?? [];
    const responses = await this.answers.responses(on, campaign.id);
    const asked = rows.filter(({ excluded }) => !excluded).map(({ institutionId, users }) => ({ institutionId, users }));
    return {
      result: {
        figures: campaignFigures(definition, responses, asked, campaign.minGroup),
        frame: rows.map(({ institutionId, users, invited, excluded, reason }) => ({
          ...{ institutionId, users, invited, excluded, reason },
          responded: responses.some((response) => response.institutionId === institutionId),
        })),
      },
      inputHash: hashOfInput(definition, asked, responses, campaign.minGroup),
    };
  }
}

/** Does this person take part in a campaign's publication: its owner, or who agrees to it? */
export function publishes(actor: Actor): boolean {
  return holds(actor, 'survey.run') || holds(actor, 'survey.agree');
}

/** Throws `surveys.results-not-yet` or `surveys.results-not-published`. */
export function requireReadable(actor: Actor, { state }: Pick<Campaign, 'state'>): void {
  if (state !== 'closed' && state !== 'published') throw new DomainError('surveys.results-not-yet', { state }, 'conflict');
  if (state === 'closed' && !publishes(actor)) throw new DomainError('surveys.results-not-published', {}, 'conflict');
}
