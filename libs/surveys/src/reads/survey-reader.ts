import { Injectable } from '@nestjs/common';
import { type Actor, holds } from '#identity';
import { formatInstant, notFound } from '#kernel';
import { Database, PeopleNames } from '#platform';
import {
  AnswerWordsResponse,
  DefinitionResponse,
  type SurveyResponse,
  type SurveyVersionRefResponse,
  type SurveyVersionResponse,
} from '../http/responses/survey.response.js';
import { type SurveyRow, SurveyStore, type SurveyVersionRow } from '../store/survey-store.js';
import { AnswerWords } from './answer-words.js';

type Names = ReadonlyMap<string, string>;

/** Surveys and their versions, for screens. */
@Injectable()
export class SurveyReader {
  constructor(
    private readonly database: Database,
    private readonly store: SurveyStore,
    private readonly people: PeopleNames,
    private readonly words: AnswerWords,
  ) {}

  /** All surveys with their versions. */
  async list(actor: Actor): Promise<SurveyResponse[]> {
    const surveys = await this.store.all(this.database);
    const versions = await this.store.versions(
      this.database,
      surveys.map(({ id }) => id),
    );
    const names = await this.people.names(versions.flatMap(({ savedBy }) => savedBy ?? []));
    return surveys.map((survey) => surveyOf(actor, survey, versions, names));
  }

  /** One survey. Throws `surveys.survey.not-found`. */
  async one(actor: Actor, surveyId: string): Promise<SurveyResponse> {
    const found = (await this.list(actor)).find(({ id }) => id === surveyId);
    if (!found) throw notFound('surveys.survey');
    return found;
  }

  /** What a version asks. Throws `surveys.survey.not-found` or `surveys.version.not-found`. */
  async version(actor: Actor, surveyId: string, version: number): Promise<SurveyVersionResponse> {
    const survey = await this.one(actor, surveyId);
    const ref = survey.versions.find((one) => one.version === version);
    if (!ref) throw notFound('surveys.version');
    const { definition } = await this.store.versionById(this.database, ref.id);
    return {
      ...ref,
      survey,
      definition: DefinitionResponse.from(definition),
      words: AnswerWordsResponse.from(this.words.all()),
      abilities: { edit: survey.abilities.edit && ref.frozenAt === null },
    };
  }
}

function surveyOf(actor: Actor, survey: SurveyRow, all: readonly SurveyVersionRow[], names: Names): SurveyResponse {
  const own = all.filter(({ surveyId }) => surveyId === survey.id);
  const edit = holds(actor, 'survey.run');
  return {
    id: survey.id,
    code: survey.code,
    title: survey.title,
    versions: own.map((version) => refOf(version, names)),
    abilities: { edit, addVersion: edit && own[0]?.frozenAt !== null },
  };
}

function refOf(row: SurveyVersionRow, names: Names): SurveyVersionRefResponse {
  const name = row.savedBy === null ? undefined : names.get(row.savedBy);
  return {
    id: row.id,
    version: row.version,
    questions: row.definition.questions.length,
    revision: row.revision,
    savedAt: formatInstant(row.savedAt),
    savedBy: row.savedBy !== null && name !== undefined ? { id: row.savedBy, name } : null,
    frozenAt: row.frozenAt === null ? null : formatInstant(row.frozenAt),
  };
}
