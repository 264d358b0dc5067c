import { DomainError, type FieldError } from '#kernel';
import {
  CANNOT_JUDGE,
  type Condition,
  type Definition,
  type Option,
  type Question,
  type QuestionType,
  type Scale,
  valuesOf,
  type Words,
} from './question.js';

/** A question as it comes from outside: which of the fields it must have, its type says. */
export interface WrittenQuestion {
  readonly key: string;
  readonly type: QuestionType;
  readonly text: Words;
  readonly help?: Words | null | undefined;
  readonly required: boolean;
  readonly showIf?: Condition | null | undefined;
  readonly scale?: Scale | null | undefined;
  readonly cannotJudge?: boolean | null | undefined;
  readonly options?: readonly Option[] | null | undefined;
  readonly max?: number | null | undefined;
  readonly rows?: readonly Option[] | null | undefined;
  readonly maxLength?: number | null | undefined;
}

export interface WrittenDefinition {
  readonly intro: Words;
  readonly thanks: Words;
  readonly questions: readonly WrittenQuestion[];
  readonly headline: string;
}

/** Which fields belong to which type; the others are refused, since they would promise what nobody keeps. */
const FIELDS = {
  scale5: ['scale', 'cannotJudge'],
  yes_no: ['cannotJudge'],
  single: ['options'],
  multiple: ['options', 'max'],
  matrix: ['rows', 'scale', 'cannotJudge'],
  text: ['maxLength'],
} as const satisfies Record<QuestionType, readonly (keyof WrittenQuestion)[]>;

const TYPED_FIELDS = ['scale', 'cannotJudge', 'options', 'max', 'rows', 'maxLength'] as const;

/**
 * Reads what a version of a survey is to ask. Throws `surveys.definition-refused` (422) with every place at fault: a text that is missing in
 * one of the languages, a field that the type has not, a condition on a later question, a headline that is not a scale of five points.
 */
export function readDefinition(written: WrittenDefinition): Definition {
  const faults = faultsOf(written);
  if (faults.length > 0) throw new DomainError('surveys.definition-refused', { count: faults.length }, 'invalid', faults);
  return {
    intro: trimmed(written.intro),
    thanks: trimmed(written.thanks),
    questions: written.questions.map(questionOf),
    headline: written.headline,
  };
}

/** Where a text lacks one of the languages. */
export function wordFaults(words: Words, pointer: string): FieldError[] {
  return (['lv', 'en'] as const)
    .filter((locale) => words[locale].trim() === '')
    .map((locale) => ({ pointer: `${pointer}/${locale}`, code: 'surveys.words-missing' }));
}

function faultsOf({ intro, thanks, questions, headline }: WrittenDefinition): FieldError[] {
  const at = '/definition';
  const keys = questions.map(({ key }) => key);
  return [
    ...wordFaults(intro, `${at}/intro`),
    ...wordFaults(thanks, `${at}/thanks`),
    ...questions.flatMap((question, i) => [
      ...(keys.indexOf(question.key) < i ? [{ pointer: `${at}/questions/${i}/key`, code: 'surveys.key-taken' }] : []),
      ...questionFaults(question, questions.slice(0, i), `${at}/questions/${i}`),
    ]),
    ...headlineFaults(questions, headline).map((code) => ({ pointer: `${at}/headline`, code })),
  ];
}

function headlineFaults(questions: readonly WrittenQuestion[], headline: string): string[] {
  const question = questions.find(({ key }) => key === headline);
  if (question?.type !== 'scale5') return ['surveys.headline-unknown'];
  return question.showIf ? ['surveys.headline-conditional'] : [];
}

function questionFaults(question: WrittenQuestion, earlier: readonly WrittenQuestion[], at: string): FieldError[] {
  const own: readonly string[] = FIELDS[question.type];
  const missing = TYPED_FIELDS.filter((field) => own.includes(field) && isAbsent(question[field]));
  const foreign = TYPED_FIELDS.filter((field) => !own.includes(field) && !isAbsent(question[field]));
  return [
    ...wordFaults(question.text, `${at}/text`),
    ...(question.help ? wordFaults(question.help, `${at}/help`) : []),
    ...missing.map((field) => ({ pointer: `${at}/${field}`, code: 'platform.field-is-defined' })),
    ...foreign.map((field) => ({ pointer: `${at}/${field}`, code: 'surveys.field-not-of-type' })),
    ...optionFaults(question.options ?? [], `${at}/options`),
    ...optionFaults(question.rows ?? [], `${at}/rows`),
    ...(question.max && question.options && question.max > question.options.length
      ? [{ pointer: `${at}/max`, code: 'surveys.max-over-options' }]
      : []),
    ...(question.showIf ? conditionFaults(question.showIf, earlier, `${at}/showIf`) : []),
  ];
}

function optionFaults(options: readonly Option[], at: string): FieldError[] {
  const keys = options.map(({ key }) => key);
  return options.flatMap(({ key, text }, i) => [
    ...(keys.indexOf(key) < i || key === CANNOT_JUDGE ? [{ pointer: `${at}/${i}/key`, code: 'surveys.key-taken' }] : []),
    ...wordFaults(text, `${at}/${i}/text`),
  ]);
}

function conditionFaults({ question, anyOf }: Condition, earlier: readonly WrittenQuestion[], at: string): FieldError[] {
  const asked = earlier.find(({ key }) => key === question);
  const values = asked ? valuesOf(questionOf(asked)) : [];
  if (values.length === 0) return [{ pointer: `${at}/question`, code: 'surveys.condition-not-earlier' }];
  return anyOf.flatMap((value, i) => (values.includes(value) ? [] : [{ pointer: `${at}/anyOf/${i}`, code: 'surveys.condition-value' }]));
}

function questionOf(written: WrittenQuestion): Question {
  const asked = {
    key: written.key,
    text: trimmed(written.text),
    ...(written.help ? { help: trimmed(written.help) } : {}),
    required: written.required,
    ...(written.showIf ? { showIf: { question: written.showIf.question, anyOf: [...new Set(written.showIf.anyOf)] } } : {}),
  };
  const { scale, options, rows } = { scale: written.scale!, options: written.options ?? [], rows: written.rows ?? [] };
  const cannotJudge = written.cannotJudge ?? false;
  switch (written.type) {
    case 'scale5':
      return { ...asked, type: 'scale5', scale, cannotJudge };
    case 'yes_no':
      return { ...asked, type: 'yes_no', cannotJudge };
    case 'single':
      return { ...asked, type: 'single', options: options.map(optionOf) };
    case 'multiple':
      return { ...asked, type: 'multiple', options: options.map(optionOf), max: written.max! };
    case 'matrix':
      return { ...asked, type: 'matrix', rows: rows.map(optionOf), scale, cannotJudge };
    case 'text':
      return { ...asked, type: 'text', maxLength: written.maxLength! };
  }
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null;

const trimmed = ({ lv, en }: Words): Words => ({ lv: lv.trim(), en: en.trim() });

const optionOf = ({ key, text }: Option): Option => ({ key, text: trimmed(text) });
