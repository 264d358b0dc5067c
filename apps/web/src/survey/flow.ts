import { type Answer, type Answers, type AnswerWords, CANNOT_JUDGE, type Question, type Words } from './survey-types';
import type { SurveyKey } from './texts';

/** The questions that are shown after these answers, in their order. An answer to a hidden question does not count. */
export function askedQuestions(questions: readonly Question[], answers: Answers): Question[] {
  const shown = new Map<string, Question>();
  for (const question of questions) if (isShown(question, shown, answers)) shown.set(question.key, question);
  return [...shown.values()];
}

function isShown({ showIf }: Question, shown: ReadonlyMap<string, Question>, answers: Answers): boolean {
  if (!showIf) return true;
  const answer = shown.has(showIf.question) ? answers[showIf.question] : undefined;
  const values = typeof answer === 'string' ? [answer] : Array.isArray(answer) ? answer : [];
  return values.some((value) => showIf.anyOf.includes(value));
}

/** What is sent: the answers to questions that are shown, without empty ones. */
export function sentAnswers(questions: readonly Question[], answers: Answers): Record<string, Answer> {
  const kept = askedQuestions(questions, answers).flatMap(({ key }) => {
    const answer = answers[key];
    return answer === undefined || isEmpty(answer) ? [] : [[key, answer] as const];
  });
  return Object.fromEntries(kept);
}

export function isEmpty(answer: Answer | undefined): boolean {
  if (answer === undefined) return true;
  if (typeof answer === 'string') return answer.trim() === '';
  return Object.keys(answer).length === 0;
}

/** Why a question cannot be left yet, as the key of a text; null where it can. */
export function missing(question: Question, answer: Answer | undefined): SurveyKey | null {
  if (!question.required) return null;
  if (question.type === 'matrix') {
    const rows = (answer ?? {}) as Record<string, string>;
    return (question.rows ?? []).every(({ key }) => rows[key]) ? null : 'survey.missingRows';
  }
  if (!isEmpty(answer)) return null;
  if (question.type === 'text') return 'survey.missingText';
  return question.cannotJudge ? 'survey.missingJudge' : 'survey.missing';
}

export interface Choice {
  readonly value: string;
  readonly text: Words;
}

/** What can be chosen, in order; "cannot judge", where it is offered, comes last. */
export function choicesOf(question: Question, words: AnswerWords): Choice[] {
  const judge = question.cannotJudge ? [{ value: CANNOT_JUDGE, text: words.cannotJudge }] : [];
  if (question.type === 'yes_no') return [{ value: 'yes', text: words.yes }, { value: 'no', text: words.no }, ...judge];
  if (question.scale) return [...words.scales[question.scale].map((text, at) => ({ value: String(at + 1), text })), ...judge];
  return (question.options ?? []).map(({ key, text }) => ({ value: key, text }));
}

/** An answer in words: one line for each thing that was said; none where nothing was. */
export function answerLines(question: Question, answer: Answer | undefined, words: AnswerWords, locale: keyof Words): string[] {
  if (answer === undefined || isEmpty(answer)) return [];
  if (question.type === 'text') return [(answer as string).trim()];
  const choices = choicesOf(question, words);
  const say = (value: string | undefined): string => choices.find((choice) => choice.value === value)?.text[locale] ?? '';
  if (typeof answer === 'string') return [say(answer)];
  if (Array.isArray(answer)) return answer.map(say);
  return (question.rows ?? []).filter(({ key }) => answer[key]).map(({ key, text }) => `${text[locale]}: ${say(answer[key])}`);
}
