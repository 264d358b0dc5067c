import type { Definition, Question, Words } from '../../survey/survey-types';

export type QuestionType = Question['type'];

/** What the editor holds until it is saved. */
export interface Edited {
  readonly title: Words;
  readonly definition: Definition;
}

const NO_WORDS: Words = { lv: '', en: '' };
const LONGEST = 2000;

/** A key that none of these is: `question_3`, `question_4`. */
export function freshKey(stem: string, taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`${stem}_${number}`)) number += 1;
  return `${stem}_${number}`;
}

export function newQuestion(taken: readonly string[]): Question {
  const key = freshKey('question', taken);
  return { key, type: 'scale5', text: NO_WORDS, required: true, scale: 'satisfaction', cannotJudge: true };
}

export function newOption(taken: readonly string[]) {
  return { key: freshKey('option', taken), text: NO_WORDS };
}

/** The question as one of another type: what both types have stays. */
export function withType(question: Question, type: QuestionType): Question {
  const { key, text, help, required, showIf, scale, cannotJudge, options, rows, max, maxLength } = question;
  const asked = { key, type, text, required, ...(help ? { help } : {}), ...(showIf ? { showIf } : {}) };
  const two = [newOption([]), newOption(['option_1'])];
  if (type === 'scale5') return { ...asked, scale: scale ?? 'satisfaction', cannotJudge: cannotJudge ?? true };
  if (type === 'yes_no') return { ...asked, cannotJudge: cannotJudge ?? false };
  if (type === 'single') return { ...asked, options: options ?? two };
  if (type === 'multiple') return { ...asked, options: options ?? two, max: max ?? 1 };
  if (type === 'matrix')
    return { ...asked, scale: scale ?? 'satisfaction', cannotJudge: cannotJudge ?? true, rows: rows ?? [newOption([])] };
  return { ...asked, maxLength: maxLength ?? LONGEST };
}

/** The list with one of its items moved by so many places; the same list where it cannot go there. */
export function moved<Item>(items: readonly Item[], from: number, by: number): Item[] {
  const to = from + by;
  const next = [...items];
  if (to < 0 || to >= next.length) return next;
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** Drops conditions on questions that no longer stand before, or no longer have the answer: they would be refused. */
export function soundConditions(questions: readonly Question[]): Question[] {
  return questions.map((question, at) => {
    const { showIf, ...rest } = question;
    if (!showIf) return question;
    const earlier = questions.slice(0, at).find(({ key }) => key === showIf.question);
    const anyOf = earlier ? showIf.anyOf.filter((value) => conditionValues(earlier).includes(value)) : [];
    return anyOf.length === 0 ? rest : { ...question, showIf: { question: showIf.question, anyOf } };
  });
}

/** The answers that a later question can hang on. */
export function conditionValues({ type, cannotJudge, options }: Question): string[] {
  const judge = cannotJudge ? ['na'] : [];
  if (type === 'scale5') return ['1', '2', '3', '4', '5', ...judge];
  if (type === 'yes_no') return ['yes', 'no', ...judge];
  return type === 'single' || type === 'multiple' ? (options ?? []).map(({ key }) => key) : [];
}

const keyOf = (versionId: string, revision: number): string => `atbalsts-survey-draft-${versionId}-${revision}`;

/** Unsaved changes of an earlier visit, of this revision. */
export function keptDraft(versionId: string, revision: number): Edited | null {
  try {
    const text = localStorage.getItem(keyOf(versionId, revision));
    return text === null ? null : (JSON.parse(text) as Edited);
  } catch {
    return null;
  }
}

export function keepDraft(versionId: string, revision: number, edited: Edited | null): void {
  try {
    if (edited === null) localStorage.removeItem(keyOf(versionId, revision));
    else localStorage.setItem(keyOf(versionId, revision), JSON.stringify(edited));
  } catch {
    // Without storage the changes live as long as the page.
  }
}
