import { type Actor, type Scope, scopeOf } from '#identity';
import { DomainError } from '#kernel';
import type { Params } from '#tickets';

/** The part of the ratings that figures are counted from: all, or those of some institutions and groups (DOMAIN 9, "KPI, scorecard"). */
export function countedScope(actor: Actor): Scope {
  const scope = scopeOf(actor, 'kpi.read');
  return { ...scope, all: scope.all || scope.aggregates };
}

/** Does the actor read single ratings with their comments (DOMAIN 9, "Read ratings")? */
export function readsRatings(actor: Actor): boolean {
  const { all, groupIds } = scopeOf(actor, 'rating.list');
  return all || groupIds.length > 0;
}

/** Those that he reads one by one. Throws `ratings.rows-not-allowed` where he reads aggregates only. */
export function listedScope(actor: Actor): Scope {
  if (!readsRatings(actor)) throw new DomainError('ratings.rows-not-allowed', {}, 'forbidden');
  return scopeOf(actor, 'rating.list');
}

/** The condition of a scope on facts (`f`). */
export function scopeSql({ all, institutionIds, groupIds }: Scope, params: Params): string {
  if (all) return 'true';
  return `(f.institution_id = any(${params.add(institutionIds)}::uuid[]) or f.group_id = any(${params.add(groupIds)}::uuid[]))`;
}
