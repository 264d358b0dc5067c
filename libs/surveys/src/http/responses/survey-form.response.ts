import { AnswerWordsResponse, DefinitionResponse, WordsResponse } from './survey.response.js';
import type { SurveyFormPage } from '../../reads/survey-form.js';

export class SurveyQuestionsResponse {
  /** True: nothing that is kept leads from an answer to a person. False: the answer is kept with the name. */
  anonymous: boolean;
  /** Answers of fewer people than this are never shown by themselves. */
  minGroup: number;
  institution: WordsResponse;
  definition: DefinitionResponse;
  words: AnswerWordsResponse;
}

export class SurveyFormResponse {
  state: 'open' | 'used' | 'expired' | 'closed';
  /** The language of the person who was invited; both languages are in the form. */
  locale: 'lv' | 'en';
  title: WordsResponse;
  /** The last day, a date. */
  closesOn: string;
  /** Null unless it can be answered. */
  form: SurveyQuestionsResponse | null;

  static from({ form, ...page }: SurveyFormPage): SurveyFormResponse {
    return {
      ...page,
      form: form && { ...form, definition: DefinitionResponse.from(form.definition), words: AnswerWordsResponse.from(form.words) },
    };
  }
}

export class SurveyThanksResponse {
  thanks: WordsResponse;
}
