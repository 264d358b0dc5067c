import {
  type Answers,
  CANNOT_JUDGE,
  type Definition,
  pointsOf,
  type Question,
  SATISFIED_POINTS,
  type Scale,
  valuesOf,
} from './question.js';

/** One answered questionnaire, without its giver. */
export interface Response {
  readonly institutionId: string;
  readonly answers: Answers;
}

/** What is counted by itself: a question, or one row of a matrix. Texts are not counted. */
export interface Item {
  /** `question`, or `question.row` for a row of a matrix. */
  readonly key: string;
  readonly question: string;
  readonly row: string | null;
  readonly type: Exclude<Question['type'], 'text'>;
  readonly scale: Scale | null;
  /** The values that are counted, in the order of the questionnaire; "cannot judge" is not among them. */
  readonly values: readonly string[];
}

/** How often each value was given to an item, and by how many. */
export interface ItemTally {
  /** Who answered and could judge: the denominator. */
  readonly n: number;
  readonly cannotJudge: number;
  /** By the places of the item's values. */
  readonly counts: readonly number[];
}

/** What a version of a survey counts, in the order of its questions. */
export function itemsOf(definition: Definition): Item[] {
  return definition.questions.flatMap((question): Item[] => {
    switch (question.type) {
      case 'text':
        return [];
      case 'matrix':
        return question.rows.map((row) => ({
          key: `${question.key}.${row.key}`,
          question: question.key,
          row: row.key,
          type: question.type,
          scale: question.scale,
          values: pointsOf(false),
        }));
      default:
        return [
          {
            key: question.key,
            question: question.key,
            row: null,
            type: question.type,
            scale: question.type === 'scale5' ? question.scale : null,
            values: valuesOf(question).filter((value) => value !== CANNOT_JUDGE),
          },
        ];
    }
  });
}

/** Counts the answers to one item. "Cannot judge" leaves the denominator; an unanswered question is in neither. */
export function tallyItem(item: Item, responses: readonly Response[]): ItemTally {
  const counts = item.values.map(() => 0);
  let n = 0;
  let cannotJudge = 0;
  for (const { answers } of responses) {
    const given = givenTo(item, answers);
    if (given.includes(CANNOT_JUDGE)) cannotJudge += 1;
    else if (given.length > 0) {
      n += 1;
      for (const value of given) {
        const at = item.values.indexOf(value);
        if (at >= 0) counts[at]! += 1;
      }
    }
  }
  return { n, cannotJudge, counts };
}

/** The top two points of a scale; null where an item has no scale. */
export function satisfiedOf(item: Item, { counts }: ItemTally): number | null {
  if (!item.scale) return null;
  return item.values.reduce((sum, value, at) => sum + (SATISFIED_POINTS.includes(value) ? (counts[at] ?? 0) : 0), 0);
}

function givenTo({ question, row }: Item, answers: Answers): readonly string[] {
  const given = answers[question];
  if (given === undefined) return [];
  if (typeof given === 'string') return [given];
  if (Array.isArray(given)) return given as readonly string[];
  const ofRow = row === null ? undefined : (given as Readonly<Record<string, string>>)[row];
  return ofRow === undefined ? [] : [ofRow];
}
