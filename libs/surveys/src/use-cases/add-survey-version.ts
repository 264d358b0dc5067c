import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { DomainError } from '#kernel';
import { UnitOfWork } from '#platform';
import { surveyEvent } from '../domain/survey-events.js';
import { SurveyStore } from '../store/survey-store.js';

/** Begins the next version of a survey with the questions of the last one. */
@Injectable()
export class AddSurveyVersion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly surveys: SurveyStore,
  ) {}

  /** Answers its number. Throws `surveys.survey.not-found`, and `surveys.version-open` while the last one can still be changed. */
  async execute(actor: Actor, surveyId: string): Promise<number> {
    requireRight(actor, 'survey.run');
    return this.unitOfWork.run(async (tx) => {
      const { code } = await this.surveys.lock(tx, surveyId);
      const last = (await this.surveys.versions(tx, [surveyId]))[0]!;
      if (last.frozenAt === null) throw new DomainError('surveys.version-open', { version: last.version }, 'conflict');
      const next = { id: randomUUID(), surveyId, version: last.version + 1, definition: last.definition };
      await this.surveys.addVersion(tx, next, actor.id);
      const facts = { surveyId, code, versionId: next.id, version: next.version, questions: next.definition.questions.length };
      await tx.append(surveyEvent('version-added', actor.id, facts));
      return next.version;
    });
  }
}
