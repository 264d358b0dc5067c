/** A text in both languages. Whoever answers may switch between them at any time, so both are always there. */
export interface Words {
  readonly lv: string;
  readonly en: string;
}

/** A named choice of a question, or a named row of a matrix. The key is what an answer holds. */
export interface Option {
  readonly key: string;
  readonly text: Words;
}

/** The labelled scales of five points, worst first. Their words are texts of this module: `surveys.scale.<scale>.<1..5>`. */
export const SCALES = ['satisfaction', 'ease', 'extent', 'rating'] as const;

export type Scale = (typeof SCALES)[number];

/** The points of every scale, worst first. */
export const SCALE_POINTS = ['1', '2', '3', '4', '5'] as const;

/** What an answer holds where the respondent says that he cannot judge; it leaves every denominator. */
export const CANNOT_JUDGE = 'na';

/** The top two points count as satisfied (DOMAIN 6). */
export const SATISFIED_POINTS: readonly string[] = ['4', '5'];

/** Shows a question only where an earlier one was answered by one of these values. */
export interface Condition {
  readonly question: string;
  readonly anyOf: readonly string[];
}

interface Asked {
  readonly key: string;
  readonly text: Words;
  readonly help?: Words;
  readonly required: boolean;
  readonly showIf?: Condition;
}

/** Five labelled points, and "cannot judge" set apart where it is offered. */
export interface ScaleQuestion extends Asked {
  readonly type: 'scale5';
  readonly scale: Scale;
  readonly cannotJudge: boolean;
}

export interface YesNoQuestion extends Asked {
  readonly type: 'yes_no';
  readonly cannotJudge: boolean;
}

export interface SingleQuestion extends Asked {
  readonly type: 'single';
  readonly options: readonly Option[];
}

/** At most `max` of the options. */
export interface MultipleQuestion extends Asked {
  readonly type: 'multiple';
  readonly options: readonly Option[];
  readonly max: number;
}

/** One scale for several rows. */
export interface MatrixQuestion extends Asked {
  readonly type: 'matrix';
  readonly rows: readonly Option[];
  readonly scale: Scale;
  readonly cannotJudge: boolean;
}

export interface TextQuestion extends Asked {
  readonly type: 'text';
  /** In characters. */
  readonly maxLength: number;
}

export type Question = ScaleQuestion | YesNoQuestion | SingleQuestion | MultipleQuestion | MatrixQuestion | TextQuestion;

export type QuestionType = Question['type'];

export const QUESTION_TYPES = ['scale5', 'yes_no', 'single', 'multiple', 'matrix', 'text'] as const satisfies readonly QuestionType[];

/** What a version of a survey asks. */
export interface Definition {
  readonly intro: Words;
  readonly thanks: Words;
  readonly questions: readonly Question[];
  /** Key of the question of type `scale5` whose top two points are the headline figure. */
  readonly headline: string;
}

/** One person's answers by the keys of the questions: a value, several values, or a value for each row of a matrix. */
export type Answers = Readonly<Record<string, string | readonly string[] | Readonly<Record<string, string>>>>;

/** The values that a question can be answered by, in the order in which they are shown; none for a text or a matrix. */
export function valuesOf(question: Question): readonly string[] {
  switch (question.type) {
    case 'scale5':
      return pointsOf(question.cannotJudge);
    case 'yes_no':
      return question.cannotJudge ? ['yes', 'no', CANNOT_JUDGE] : ['yes', 'no'];
    case 'single':
    case 'multiple':
      return question.options.map(({ key }) => key);
    case 'matrix':
    case 'text':
      return [];
  }
}

/** The values of a scale of five points, with "cannot judge" behind them where it is offered. */
export function pointsOf(cannotJudge: boolean): readonly string[] {
  return cannotJudge ? [...SCALE_POINTS, CANNOT_JUDGE] : SCALE_POINTS;
}
