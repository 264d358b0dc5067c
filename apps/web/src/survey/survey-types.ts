import type { components } from '../shared/api-schema';

type Schemas = components['schemas'];

export type Words = Schemas['WordsResponse'];
export type Question = Schemas['QuestionResponse'];
export type Definition = Schemas['DefinitionResponse'];
export type AnswerWords = Schemas['AnswerWordsResponse'];
export type SurveyForm = Schemas['SurveyQuestionsResponse'];
export type SurveyLink = Schemas['SurveyFormResponse'];

export type Answer = string | string[] | Record<string, string>;
export type Answers = Readonly<Record<string, Answer>>;

/** What an answer holds where the respondent cannot judge. */
export const CANNOT_JUDGE = 'na';
