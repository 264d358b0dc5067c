import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts } from '#identity';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import type { Campaign } from '../domain/campaign.js';
import { type Mark, nameStems, personalMarks } from '../domain/personal-marks.js';
import type { Definition } from '../domain/question.js';
import { COMMENTS_FROM, mayConfirm, type Redaction, redactionState, type RedactionState } from '../domain/redaction.js';
import { CampaignAnswers, type Comment } from '../store/campaign-answers.js';
import { Campaigns } from '../store/campaigns.js';
import { Redactions } from '../store/redactions.js';
import { SurveyStore } from '../store/survey-store.js';
import { publishes, requireReadable } from './campaign-results.js';

/** A comment in the hands of those who redact it. */
export interface RedactedComment extends Comment {
  readonly state: RedactionState;
  readonly redaction: Redaction | undefined;
  /** What in the original may name a person. */
  readonly marks: readonly Mark[];
  readonly proposedBy: { readonly id: string; readonly name: string } | null;
  readonly confirm: boolean;
}

/** A comment as everybody reads it. */
export interface ReadableComment {
  readonly question: string;
  readonly text: string;
}

/** What people wrote. Never by institution: the comments of all less those of the large ones would be those of the small ones. */
@Injectable()
export class CampaignComments {
  constructor(
    private readonly database: Database,
    private readonly campaigns: Campaigns,
    private readonly surveys: SurveyStore,
    private readonly answers: CampaignAnswers,
    private readonly redactions: Redactions,
    private readonly identity: IdentityFacts,
  ) {}

  /** The originals, for the two people who redact them. Throws `surveys.comments-few` (409) where fewer than ten people answered. */
  async forRedaction(actor: Actor, campaignId: string): Promise<RedactedComment[]> {
    const campaign = await this.campaigns.one(this.database, campaignId);
    requireRedactor(actor, campaign);
    const { definition } = await this.surveys.versionById(this.database, campaign.surveyVersionId);
    if ((await this.answers.count(this.database, campaignId)) < COMMENTS_FROM)
      throw new DomainError('surveys.comments-few', { from: COMMENTS_FROM }, 'conflict');
    const comments = await this.answers.comments(this.database, campaignId, textQuestions(definition));
    const redactions = await this.redactions.of(this.database, campaignId);
    const stems = nameStems(await this.identity.knownNames());
    const proposers = await this.identity.names([...redactions.values()].map(({ proposedBy }) => proposedBy));
    return comments.map((comment) => {
      const redaction = redactions.get(comment.id);
      const proposer = redaction && { id: redaction.proposedBy, name: proposers.get(redaction.proposedBy) ?? '' };
      return {
        ...comment,
        redaction,
        state: redactionState(redaction),
        marks: personalMarks(comment.text, stems),
        proposedBy: proposer ?? null,
        confirm: mayConfirm(redaction, actor.id),
      };
    });
  }

  /** What a second person has confirmed, and how many others there are; nothing of fewer than ten answers. */
  async readable(campaign: Campaign, definition: Definition, answered: number): Promise<{ shown: ReadableComment[]; waiting: number }> {
    if (answered < COMMENTS_FROM) return { shown: [], waiting: 0 };
    const comments = await this.answers.comments(this.database, campaign.id, textQuestions(definition));
    const redactions = await this.redactions.of(this.database, campaign.id);
    const confirmed = comments.flatMap(({ id, question }) => {
      const redaction = redactions.get(id);
      return redactionState(redaction) === 'confirmed' ? [{ question, text: redaction?.text ?? null }] : [];
    });
    return {
      shown: confirmed.flatMap(({ question, text }) => (text === null ? [] : [{ question, text }])),
      waiting: comments.length - confirmed.length,
    };
  }
}

/** Throws `identity.right-missing` to whoever is neither survey owner nor manager, and what `requireReadable` throws. */
export function requireRedactor(actor: Actor, campaign: Campaign): void {
  if (!publishes(actor)) throw new DomainError('identity.right-missing', { right: 'survey.run' }, 'forbidden');
  requireReadable(actor, campaign);
}

export function textQuestions({ questions }: Definition): string[] {
  return questions.filter(({ type }) => type === 'text').map(({ key }) => key);
}
