import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import { Settings, UnitOfWork } from '#platform';
import type { Words } from '../domain/question.js';
import { readAnswers } from '../domain/read-answers.js';
import { sealAnswers } from '../domain/sealed-answers.js';
import { surveyLinkState } from '../domain/survey-link.js';
import { DropBox } from '../store/drop-box.js';
import { SurveyLinks } from '../store/survey-links.js';

/**
 * Takes one person's answers: spends his invitation and puts them, sealed, into the drop box. It appends no event and is told to nobody: the
 * transaction ties the person to something that the database cannot read.
 */
@Injectable()
export class SubmitAnswers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
    private readonly links: SurveyLinks,
    private readonly box: DropBox,
  ) {}

  /**
   * Answers the words of thanks. Throws `surveys.link.not-found`, `surveys.link-used`, `surveys.link-expired`, `surveys.link-closed`, and
   * `surveys.answers-refused` with the questions at fault; then the link stays open.
   */
  async execute(token: string, body: unknown): Promise<Words> {
    const { secret } = this.settings;
    if (!secret) throw new DomainError('surveys.secret-missing');
    return this.unitOfWork.run(async (tx) => {
      const { campaignId, invitation, campaign, definition, today } = await this.links.lock(tx, token);
      const state = surveyLinkState(campaign, invitation?.used ?? true, today);
      if (state !== 'open' || !invitation) throw new DomainError(`surveys.link-${state}`, {}, 'conflict');
      const answers = readAnswers(definition, body);
      const place = { campaignId, institutionId: invitation.institutionId };
      const userId = campaign.anonymous ? null : invitation.userId;
      await this.links.spend(tx, invitation.id);
      await this.box.put(tx, place, sealAnswers(secret, place, { answers, userId }));
      return definition.thanks;
    });
  }
}
