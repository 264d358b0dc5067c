import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { notFound } from '#kernel';
import { requireVersion, type Tx, UnitOfWork } from '#platform';
import type { Campaign } from '../domain/campaign.js';
import { campaignEvent } from '../domain/campaign-events.js';
import { requireConfirmable } from '../domain/redaction.js';
import { requireRedactor, textQuestions } from '../reads/campaign-comments.js';
import { CampaignAnswers } from '../store/campaign-answers.js';
import { Campaigns } from '../store/campaigns.js';
import { Redactions } from '../store/redactions.js';
import { SurveyStore } from '../store/survey-store.js';

/** One person says how a comment may be read, or that it is not to be read. Nobody reads it before another has confirmed it. */
@Injectable()
export class RedactComment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: Campaigns,
    private readonly surveys: SurveyStore,
    private readonly answers: CampaignAnswers,
    private readonly redactions: Redactions,
  ) {}

  /** `text` null hides the comment. Throws `surveys.comment.not-found`. */
  async propose(actor: Actor, campaignId: string, commentId: string, text: string | null, ifMatch?: string): Promise<void> {
    await this.change(actor, campaignId, commentId, async (tx) => {
      const before = await this.redactions.lock(tx, commentId);
      requireVersion(ifMatch, before?.version ?? 0);
      await this.redactions.propose(tx, campaignId, commentId, text, actor.id);
      await tx.append(campaignEvent('comment-redacted', campaignId, actor.id, { commentId, hidden: text === null }));
    });
  }

  /** Throws `surveys.redaction-not-proposed`, and `surveys.own-redaction` to whoever proposed it. */
  async confirm(actor: Actor, campaignId: string, commentId: string, ifMatch?: string): Promise<void> {
    await this.change(actor, campaignId, commentId, async (tx) => {
      const redaction = await this.redactions.lock(tx, commentId);
      // What is confirmed is what was seen.
      requireVersion(ifMatch, redaction?.version ?? 0);
      requireConfirmable(redaction, actor.id);
      await this.redactions.confirm(tx, commentId, actor.id);
      await tx.append(campaignEvent('comment-confirmed', campaignId, actor.id, { commentId }));
    });
  }

  private async change(actor: Actor, campaignId: string, commentId: string, work: (tx: Tx) => Promise<void>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const campaign = await this.campaigns.lock(tx, campaignId);
      requireRedactor(actor, campaign);
      if (!(await this.isComment(tx, campaign, commentId))) throw notFound('surveys.comment');
      await work(tx);
    });
  }

  private async isComment(tx: Tx, campaign: Campaign, commentId: string): Promise<boolean> {
    const { definition } = await this.surveys.versionById(tx, campaign.surveyVersionId);
    const comments = await this.answers.comments(tx, campaign.id, textQuestions(definition));
    return comments.some(({ id }) => id === commentId);
  }
}
