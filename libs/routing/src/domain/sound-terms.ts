import { DomainError, fieldRefused } from '#kernel';
import type { RuleTerms } from './rule.js';
import { phraseOf } from './said-words.js';

/** A desk with more rules than these cannot be understood by anybody. */
export const MOST_RULES = 200;

const WORD_FIELDS = ['wordsAny', 'wordsAll', 'wordsNone'] as const;

/** Refuses (422) terms that do not hold together. A rule without conditions is allowed: it takes what is left. */
export function requireSoundTerms(terms: RuleTerms): void {
  const { groupId, impact, urgency, category, answerId, watcherIds } = terms;
  if ((impact === null) !== (urgency === null)) throw fieldRefused('routing.priority-needs-both', impact === null ? 'impact' : 'urgency');
  if (groupId === null && impact === null && category === null && answerId === null && watcherIds.length === 0)
    throw fieldRefused('routing.outcome-needed', 'groupId');
  for (const field of WORD_FIELDS) {
    const empty = terms[field].find((entry) => phraseOf(entry).length === 0);
    const fault = { pointer: `/${field}`, code: 'routing.word-says-nothing' };
    if (empty !== undefined) throw new DomainError('routing.word-says-nothing', { word: empty }, 'invalid', [fault]);
  }
}
