import { type Actor, scopeOf } from '#identity';

/**
 * Who reads the figures of a year that is not frozen yet (DOMAIN 9, "KPI, scorecard"). They are of the whole Centre; somebody who reads the
 * figures of his institution or groups alone reads the scorecard as it was frozen.
 */
export function readsLive(actor: Actor): boolean {
  const { all, aggregates, process } = scopeOf(actor, 'scorecard.read');
  return all || aggregates || process;
}

/** Goals, targets, values and frozen years are the managers' (reach A). */
export function keepsScorecard(actor: Actor): boolean {
  return scopeOf(actor, 'scorecard.write').all;
}
