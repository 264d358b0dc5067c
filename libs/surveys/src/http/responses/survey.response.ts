import { RefResponse } from '#identity';
import type { Definition } from '../../domain/question.js';
import type { AnswerWordBook } from '../../reads/answer-words.js';

export class WordsResponse {
  lv: string;
  en: string;
}

export class OptionResponse {
  key: string;
  text: WordsResponse;
}

export class ConditionResponse {
  question: string;
  anyOf: string[];
}

/** A question; which of the last fields it has, its type says. */
export class QuestionResponse {
  key: string;
  type: 'scale5' | 'yes_no' | 'single' | 'multiple' | 'matrix' | 'text';
  text: WordsResponse;
  help?: WordsResponse;
  required: boolean;
  showIf?: ConditionResponse;
  scale?: 'satisfaction' | 'ease' | 'extent' | 'rating';
  cannotJudge?: boolean;
  options?: OptionResponse[];
  max?: number;
  rows?: OptionResponse[];
  maxLength?: number;
}

export class DefinitionResponse {
  intro: WordsResponse;
  thanks: WordsResponse;
  questions: QuestionResponse[];
  headline: string;

  static from(definition: Definition): DefinitionResponse {
    return definition as unknown as DefinitionResponse;
  }
}

/** By scale: the words of the points 1 to 5. */
export class ScaleWordsResponse {
  satisfaction: WordsResponse[];
  ease: WordsResponse[];
  extent: WordsResponse[];
  rating: WordsResponse[];
}

/** The words of an answer that questions do not bring themselves. */
export class AnswerWordsResponse {
  scales: ScaleWordsResponse;
  cannotJudge: WordsResponse;
  yes: WordsResponse;
  no: WordsResponse;

  static from(words: AnswerWordBook): AnswerWordsResponse {
    return words as unknown as AnswerWordsResponse;
  }
}

export class SurveyVersionRefResponse {
  id: string;
  version: number;
  questions: number;
  /** Counts the savings; the ETag. */
  revision: number;
  savedAt: string;
  /** Null for what came with the installation. */
  savedBy: RefResponse | null;
  /** Since when it can no longer be changed; null while it can. */
  frozenAt: string | null;
}

export class SurveyAbilitiesResponse {
  /** May save a version that is not frozen. */
  edit: boolean;
  /** May begin the next version: the last one is frozen. */
  addVersion: boolean;
}

export class SurveyResponse {
  id: string;
  code: string;
  title: WordsResponse;
  /** The latest first. */
  versions: SurveyVersionRefResponse[];
  abilities: SurveyAbilitiesResponse;
}

export class SurveysResponse {
  items: SurveyResponse[];
  abilities: SurveysAbilitiesResponse;
}

export class SurveysAbilitiesResponse {
  create: boolean;
}

export class SurveyVersionResponse extends SurveyVersionRefResponse {
  survey: SurveyResponse;
  definition: DefinitionResponse;
  words: AnswerWordsResponse;
  abilities: SurveyVersionAbilitiesResponse;
}

export class SurveyVersionAbilitiesResponse {
  edit: boolean;
}
