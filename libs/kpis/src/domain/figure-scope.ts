import { type Actor, type Right, type Scope, scopeOf } from '#identity';
import { DomainError } from '#kernel';
import { type KpiCode, KPIS } from './kpi.js';

/** The part of the figures that somebody reads: everything, or what happened in some institutions and groups. */
export interface FigureScope {
  readonly all: boolean;
  readonly institutionIds: readonly string[];
  readonly groupIds: readonly string[];
}

function reach(scope: Scope): FigureScope {
  return { all: scope.all, institutionIds: scope.institutionIds, groupIds: scope.groupIds };
}

/** The whole Centre: what is written down of a month, and what the wall shows. */
export const WHOLE: FigureScope = { all: true, institutionIds: [], groupIds: [] };

/** The figures that an actor reads (DOMAIN 9, "KPI, scorecard"); "aggregates only" is all figures and no rows. */
export function figureScope(actor: Actor, right: Right = 'kpi.read'): FigureScope {
  const scope = scopeOf(actor, right);
  return { ...reach(scope), all: scope.all || scope.aggregates };
}

/**
 * The rows that an actor may open behind his figures. Behind opinions stand people's ratings, so the right to read ratings decides.
 * Throws `kpis.rows-not-allowed` where he reads aggregates only.
 */
export function rowScope(actor: Actor, code: KpiCode): FigureScope {
  const scope = reach(scopeOf(actor, KPIS[code].nature === 'opinions' ? 'rating.read' : 'kpi.read'));
  if (!scope.all && scope.institutionIds.length === 0 && scope.groupIds.length === 0)
    throw new DomainError('kpis.rows-not-allowed', { code }, 'forbidden');
  return scope;
}
