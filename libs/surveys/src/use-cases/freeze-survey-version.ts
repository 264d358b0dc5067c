import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { surveyEvent } from '../domain/survey-events.js';
import { SurveyStore } from '../store/survey-store.js';

/** Freezes the wording that a campaign asks, within the transaction that makes its invitations. */
@Injectable()
export class FreezeSurveyVersion {
  constructor(private readonly surveys: SurveyStore) {}

  /** Does nothing where an earlier campaign has frozen it. Throws `surveys.version.not-found`. */
  async execute(tx: Tx, versionId: string, actorId: string | null): Promise<void> {
    const { surveyId, version, frozenAt, definition } = await this.surveys.lockVersion(tx, versionId);
    if (frozenAt !== null) return;
    const { code } = await this.surveys.lock(tx, surveyId);
    await this.surveys.freeze(tx, versionId);
    await tx.append(surveyEvent('frozen', actorId, { surveyId, code, versionId, version, questions: definition.questions.length }));
  }
}
