/** What is being typed that offers something: `/` at the beginning of a line offers answers, `@` at that of a word colleagues. */
export interface Trigger {
  sign: '/' | '@';
  /** What stands after the sign. */
  query: string;
  /** Where sign and query stand in the text. */
  from: number;
  to: number;
}

const ANSWER = /(?:^|\n)(\/)([^\n/]{0,40})$/;
const COLLEAGUE = /(?:^|[\s(])(@)([\p{L}\p{M}'’.-]{0,30}(?: [\p{L}\p{M}'’.-]{0,30}){0,2})$/u;

/** What the letters before the cursor ask for, or null. */
export function triggerAt(text: string, cursor: number, signs: { answers: boolean; colleagues: boolean }): Trigger | null {
  const before = text.slice(Math.max(0, cursor - 120), cursor);
  const match = (signs.answers && ANSWER.exec(before)) || (signs.colleagues && COLLEAGUE.exec(before)) || null;
  if (!match) return null;
  const query = match[2] ?? '';
  return { sign: match[1] === '@' ? '@' : '/', query, from: cursor - query.length - 1, to: cursor };
}

/** Puts words in the place of sign and query; the cursor goes behind them. */
export function filled(text: string, { from, to }: Pick<Trigger, 'from' | 'to'>, words: string): { text: string; cursor: number } {
  return { text: text.slice(0, from) + words + text.slice(to), cursor: from + words.length };
}

const NAME = /(?<![\p{L}\d])@(\p{Lu}[\p{L}\p{M}'’-]*(?: \p{Lu}[\p{L}\p{M}'’-]*){0,2})/gu;

/** The names that a text mentions, the longest reading of each first: `@Anna Ozola Rīgā` may be two words or three. */
export function mentionedNames(text: string): string[][] {
  return [...text.matchAll(NAME)].map((match) => {
    const words = (match[1] ?? '').split(' ');
    return words.map((_, at) => words.slice(0, words.length - at).join(' '));
  });
}
