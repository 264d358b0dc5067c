import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { DomainError } from '#kernel';
import { Texts, UnitOfWork } from '#platform';
import type { Definition, Words } from '../domain/question.js';
import { readDefinition, wordFaults, type WrittenDefinition } from '../domain/read-definition.js';
import { surveyEvent } from '../domain/survey-events.js';
import { SurveyStore } from '../store/survey-store.js';

export interface NewSurvey {
  readonly code: string;
  readonly title: Words;
  readonly definition?: WrittenDefinition | undefined;
  /** The version whose questions it begins with. */
  readonly copyOf?: string | undefined;
}

/** Makes a survey with its first version: the questions given, a copy of another version, or the headline question alone. */
@Injectable()
export class CreateSurvey {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly surveys: SurveyStore,
    private readonly texts: Texts,
  ) {}

  /** Answers its id. Throws `surveys.definition-refused`, `surveys.version.not-found`, `surveys.code-taken`. */
  async execute(actor: Actor, { code, title, definition: written, copyOf }: NewSurvey): Promise<string> {
    requireRight(actor, 'survey.run');
    const faults = wordFaults(title, '/title');
    if (faults.length > 0) throw new DomainError('surveys.definition-refused', { count: faults.length }, 'invalid', faults);
    const given = written && readDefinition(written);
    return this.unitOfWork.run(async (tx) => {
      const copied = copyOf === undefined ? undefined : (await this.surveys.versionById(tx, copyOf)).definition;
      const definition = given ?? copied ?? this.beginning();
      const survey = { id: randomUUID(), code, title };
      if (!(await this.surveys.add(tx, survey, actor.id)))
        throw new DomainError('surveys.code-taken', {}, 'invalid', [{ pointer: '/code', code: 'surveys.code-taken' }]);
      const version = { id: randomUUID(), surveyId: survey.id, version: 1, definition };
      await this.surveys.addVersion(tx, version, actor.id);
      const facts = { surveyId: survey.id, code, versionId: version.id, version: 1, questions: definition.questions.length };
      await tx.append(surveyEvent('created', actor.id, facts));
      return survey.id;
    });
  }

  private beginning(): Definition {
    const words = (key: string): Words => ({ lv: this.texts.say('lv', `surveys.${key}`), en: this.texts.say('en', `surveys.${key}`) });
    return {
      intro: words('beginning.intro'),
      thanks: words('beginning.thanks'),
      questions: [
        { key: 'overall', type: 'scale5', text: words('beginning.headline'), required: true, scale: 'satisfaction', cannotJudge: true },
      ],
      headline: 'overall',
    };
  }
}
