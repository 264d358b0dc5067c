import { Injectable } from '@nestjs/common';
import { type Actor, holds, IdentityFacts } from '#identity';
import { type Figure, type Instant, percent } from '#kernel';
import type { Campaign } from '../domain/campaign.js';
import { COMMENTS_FROM } from '../domain/redaction.js';
import { CampaignComments, type ReadableComment } from './campaign-comments.js';
import { CampaignResults, publishes, type ReadResult } from './campaign-results.js';
import { type ComparedYear, EarlierResults } from './earlier-results.js';
import { HeadlineTarget } from './headline-target.js';
import { ItemWords, type WordedItem } from './item-words.js';
import { differenceOf, type PrintedHeadline, printed } from './printed-headline.js';
import { coverageOf, type InstitutionLine, itemsFor, linesOf, type Named, type ResultCoverage } from './result-lines.js';

/** Everything that the page of results shows. */
export interface ResultView {
  readonly campaign: Campaign;
  readonly title: string;
  readonly surveyVersion: number;
  readonly frozen: { readonly at: Instant; readonly inputHash: string } | null;
  /** In percent. */
  readonly target: number | null;
  readonly invited: number;
  readonly answered: number;
  readonly responseRate: number | null;
  /** Institutions that the headline is the mean of. */
  readonly institutions: number;
  readonly equal: PrintedHeadline | null;
  readonly byUsers: PrintedHeadline | null;
  readonly difference: 'higher' | 'lower' | 'same' | null;
  readonly unweighted: Figure;
  /** Small institutions that the headlines alone give away; told to those who publish. */
  readonly pinned: number;
  readonly coverage: ResultCoverage;
  /** Whose answers the questions show; null for everybody's. */
  readonly filter: Named | null;
  readonly items: readonly WordedItem[];
  readonly lines: readonly InstitutionLine[];
  readonly years: readonly ComparedYear[];
  readonly comments: CommentsView;
  readonly abilities: { readonly ask: boolean; readonly agree: boolean; readonly redact: boolean };
}

interface CommentsView {
  /** Too few answered for any comment to be shown. */
  readonly few: boolean;
  readonly from: number;
  /** Comments that no second person has confirmed yet. */
  readonly waiting: number;
  readonly shown: readonly ReadableComment[];
}

/** Makes the page of results; files are written from the very same view. */
@Injectable()
export class ResultViews {
  constructor(
    private readonly results: CampaignResults,
    private readonly earlier: EarlierResults,
    private readonly comments: CampaignComments,
    private readonly identity: IdentityFacts,
    private readonly targets: HeadlineTarget,
    private readonly words: ItemWords,
  ) {}

  /** `institutionId` narrows the questions to one institution. Throws what `CampaignResults.read` and `itemsFor` throw. */
  async read(actor: Actor, campaignId: string, institutionId?: string): Promise<ResultView> {
    const result = await this.results.read(actor, campaignId);
    const { campaign, definition, figures, frame } = result;
    const items = itemsFor(result, institutionId);
    const ids = frame.map((row) => row.institutionId);
    const names = await this.identity.institutionNames(ids, actor.locale);
    const named = (id: string): Named => ({ id, name: names.get(id) ?? '' });
    const { years, before } = await this.earlier.of(actor.locale, result);
    return {
      campaign,
      title: actor.locale === 'lv' ? campaign.titleLv : campaign.titleEn,
      surveyVersion: result.surveyVersion,
      frozen: result.frozen,
      ...(await this.headlinesOf(result)),
      pinned: publishes(actor) ? figures.pinned : 0,
      coverage: coverageOf(result, named),
      filter: institutionId === undefined ? null : named(institutionId),
      items: this.words.of(definition, items, actor.locale),
      lines: linesOf(result, named, before, actor.locale),
      years,
      comments: await this.commentsOf(result, actor),
      abilities: abilitiesOf(actor, campaign),
    };
  }

  private async headlinesOf({ campaign, figures, frame }: ReadResult) {
    const target = await this.targets.of(campaign.year);
    const invited = frame.reduce((sum, row) => sum + row.invited, 0);
    return {
      target,
      invited,
      answered: figures.answered,
      responseRate: invited > 0 ? percent(figures.answered / invited) : null,
      institutions: figures.institutions,
      equal: printed(figures.equal, target),
      byUsers: printed(figures.byUsers, null),
      difference: differenceOf(figures.equal, figures.byUsers),
      unweighted: figures.unweighted,
    };
  }

  private async commentsOf({ campaign, definition, figures }: ReadResult, actor: Actor): Promise<CommentsView> {
    const { shown, waiting } = await this.comments.readable(campaign, definition, figures.answered);
    const worded = shown.map(({ question, text }) => ({
      question: definition.questions.find(({ key }) => key === question)?.text[actor.locale] ?? question,
      text,
    }));
    return { few: figures.answered < COMMENTS_FROM, from: COMMENTS_FROM, waiting: publishes(actor) ? waiting : 0, shown: worded };
  }
}

function abilitiesOf(actor: Actor, { state, publicationAskedBy }: Campaign): ResultView['abilities'] {
  const closed = state === 'closed';
  return {
    ask: closed && publicationAskedBy === null && holds(actor, 'survey.run'),
    agree: closed && publicationAskedBy !== null && publicationAskedBy !== actor.id && holds(actor, 'survey.agree'),
    redact: publishes(actor),
  };
}
