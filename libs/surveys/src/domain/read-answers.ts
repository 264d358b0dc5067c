import { DomainError, type FieldError } from '#kernel';
import { type Answers, type Definition, pointsOf, type Question, valuesOf } from './question.js';

type Answer = Answers[string];

/** What a question got: an answer, nothing, or the code of what is wrong with it, at the question or at a row of it. */
type Reading = { readonly answer: Answer } | { readonly faults: readonly { readonly row?: string; readonly code: string }[] } | null;

/**
 * Reads one person's answers against what was asked: answers to questions that his other answers hide are dropped, empty ones count as
 * none. Throws `surveys.answers-refused` (422) with each question at fault: unknown, missing where required, not among what was offered,
 * more than allowed, or too long.
 */
export function readAnswers(definition: Definition, body: unknown): Answers {
  const given = new Map(isRecord(body) ? Object.entries(body) : []);
  const known = new Set(definition.questions.map(({ key }) => key));
  const faults: FieldError[] = [...given.keys()].filter((key) => !known.has(key)).map((key) => faultAt(key, 'surveys.question-unknown'));
  const kept = new Map<string, Answer>();
  for (const question of definition.questions) {
    if (!isAsked(question, kept)) continue;
    const reading = read(question, given.get(question.key));
    if (reading === null) {
      if (question.required) faults.push(faultAt(question.key, 'surveys.answer-required'));
    } else if ('answer' in reading) kept.set(question.key, reading.answer);
    else faults.push(...reading.faults.map(({ row, code }) => faultAt(row ? `${question.key}/${row}` : question.key, code)));
  }
  if (faults.length > 0) throw new DomainError('surveys.answers-refused', { count: faults.length }, 'invalid', faults);
  return Object.fromEntries(kept);
}

/** Is a question shown, after these answers to the earlier ones? */
export function isAsked({ showIf }: Question, answers: ReadonlyMap<string, Answer>): boolean {
  if (!showIf) return true;
  const answer = answers.get(showIf.question);
  const values = typeof answer === 'string' ? [answer] : Array.isArray(answer) ? (answer as readonly string[]) : [];
  return values.some((value) => showIf.anyOf.includes(value));
}

function read(question: Question, given: unknown): Reading {
  if (isEmpty(given)) return null;
  switch (question.type) {
    case 'scale5':
    case 'yes_no':
    case 'single':
      return typeof given === 'string' && valuesOf(question).includes(given) ? { answer: given } : wrong('surveys.answer-not-offered');
    case 'multiple':
      return readSeveral(valuesOf(question), question.max, given);
    case 'matrix':
      return readRows(question, given);
    case 'text':
      return readText(question.maxLength, given);
  }
}

function readSeveral(offered: readonly string[], max: number, given: unknown): Reading {
  if (!Array.isArray(given) || given.some((value) => typeof value !== 'string' || !offered.includes(value)))
    return wrong('surveys.answer-not-offered');
  const chosen = offered.filter((value) => given.includes(value));
  return chosen.length > max ? wrong('surveys.answer-too-many') : { answer: chosen };
}

function readRows(question: Extract<Question, { type: 'matrix' }>, given: unknown): Reading {
  if (!isRecord(given)) return wrong('surveys.answer-not-offered');
  const rows = question.rows.map(({ key }) => key);
  const points = pointsOf(question.cannotJudge);
  const said = new Map(Object.entries(given).filter(([, value]) => !isEmpty(value)));
  const faults = [...said].flatMap(([row, value]) =>
    rows.includes(row) && typeof value === 'string' && points.includes(value) ? [] : [{ row, code: 'surveys.answer-not-offered' }],
  );
  const missing = rows.filter((row) => question.required && !said.has(row)).map((row) => ({ row, code: 'surveys.answer-required' }));
  if (faults.length + missing.length > 0) return { faults: [...faults, ...missing] };
  if (said.size === 0) return null;
  return { answer: Object.fromEntries(rows.flatMap((row) => (said.has(row) ? [[row, said.get(row) as string]] : []))) };
}

function readText(maxLength: number, given: unknown): Reading {
  if (typeof given !== 'string') return wrong('surveys.answer-not-offered');
  const text = given.trim();
  return text.length > maxLength ? wrong('surveys.answer-too-long') : { answer: text };
}

const wrong = (code: string): Reading => ({ faults: [{ code }] });

const faultAt = (place: string, code: string): FieldError => ({ pointer: `/answers/${place}`, code });

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) ? value.length === 0 : isRecord(value) && Object.keys(value).length === 0;
}
