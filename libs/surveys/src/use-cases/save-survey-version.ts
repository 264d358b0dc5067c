import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { DomainError, notFound } from '#kernel';
import { requireVersion, UnitOfWork } from '#platform';
import type { Words } from '../domain/question.js';
import { readDefinition, wordFaults, type WrittenDefinition } from '../domain/read-definition.js';
import { surveyEvent } from '../domain/survey-events.js';
import { SurveyStore } from '../store/survey-store.js';

export interface SavedSurvey {
  readonly title: Words;
  readonly definition: WrittenDefinition;
}

/** Saves the wording of a version that nobody has been invited to answer yet, and the survey's title. */
@Injectable()
export class SaveSurveyVersion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly surveys: SurveyStore,
  ) {}

  /**
   * `ifMatch` names the revision that was edited. Throws `surveys.definition-refused` with the places, `surveys.version.not-found`,
   * `platform.version-mismatch`, and `surveys.version-frozen` once invitations are out.
   */
  async execute(
    actor: Actor,
    surveyId: string,
    version: number,
    { title, definition: written }: SavedSurvey,
    ifMatch?: string,
  ): Promise<void> {
    requireRight(actor, 'survey.run');
    const faults = wordFaults(title, '/title');
    if (faults.length > 0) throw new DomainError('surveys.definition-refused', { count: faults.length }, 'invalid', faults);
    const definition = readDefinition(written);
    await this.unitOfWork.run(async (tx) => {
      const { code } = await this.surveys.lock(tx, surveyId);
      const known = (await this.surveys.versions(tx, [surveyId])).find((one) => one.version === version);
      if (!known) throw notFound('surveys.version');
      if (known.frozenAt !== null) throw new DomainError('surveys.version-frozen', { version }, 'conflict');
      requireVersion(ifMatch, known.revision);
      await this.surveys.rename(tx, surveyId, title);
      const revision = await this.surveys.saveVersion(tx, known.id, definition, actor.id);
      const facts = { surveyId, code, versionId: known.id, version, questions: definition.questions.length };
      await tx.append(surveyEvent('saved', actor.id, { ...facts, revision }));
    });
  }
}
