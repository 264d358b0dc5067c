import type { Json } from '#kernel';
import { type RuleTerms, TERM_FIELDS } from './rule.js';

export type RuleChanges = Readonly<Record<string, { readonly from: Json; readonly to: Json }>>;

/** What of the terms is another, with before and after. */
export function changesBetween(before: RuleTerms, after: RuleTerms): RuleChanges {
  const changed = TERM_FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  return Object.fromEntries(changed.map((field) => [field, { from: before[field] as Json, to: after[field] as Json }]));
}

/** Is the rule only switched off? That needs no ground: whatever it names may have ended meanwhile. */
export function onlySwitchesOff(changes: RuleChanges): boolean {
  return Object.keys(changes).join() === 'active' && changes['active']?.to === false;
}
