import type { AnswersSearch, AnswerScope } from './answer-queries';

const scopes: readonly AnswerScope[] = ['own', 'group', 'everybody'];

/** What the address of the list says. */
export function readAnswersSearch(search: Record<string, unknown>): AnswersSearch {
  const scope = scopes.find((one) => one === search['scope']);
  // A number in an address is read as one.
  const q = typeof search['q'] === 'number' ? String(search['q']) : search['q'];
  return { ...(typeof q === 'string' && q !== '' ? { q } : {}), ...(scope ? { scope } : {}) };
}
