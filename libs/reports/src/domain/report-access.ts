import { type Actor, holds, type Right, scopeOf } from '#identity';
import type { RegisteredReport } from './report.js';

/** Whose figures an actor's reports hold: everything, or what happened in some institutions and groups. */
export interface RunScope {
  readonly all: boolean;
  readonly institutionIds: readonly string[];
  readonly groupIds: readonly string[];
}

/** Aggregates only is all figures: reports hold no rows. */
export function runScope(actor: Actor): RunScope {
  const { all, aggregates, institutionIds, groupIds } = scopeOf(actor, 'report.read');
  return all || aggregates
    ? { all: true, institutionIds: [], groupIds: [] }
    : { all: false, institutionIds: [...institutionIds].sort(), groupIds: [...groupIds].sort() };
}

/** The scope as a run keeps it: runs of equal scopes hold the same figures. */
export function scopeKey({ all, institutionIds, groupIds }: RunScope): string {
  return all ? 'all' : [...institutionIds.map((id) => `institution:${id}`), ...groupIds.map((id) => `group:${id}`)].join(',') || 'none';
}

/** Does the actor belong to those whom the Centre serves, and to nobody at the Centre, as far as reports go? */
function outside(actor: Actor): boolean {
  const { all, aggregates, groupIds, process, byGroup } = scopeOf(actor, 'report.read');
  return !all && !aggregates && !process && !byGroup && groupIds.length === 0;
}

/**
 * May the actor read this report? What is not published is for those who publish; internal ones are for the Centre's staff; `rights` are what
 * the report's own figures ask for beside the reading of reports.
 */
export function mayRead(actor: Actor, report: Pick<RegisteredReport, 'published' | 'audience'>, rights: readonly Right[]): boolean {
  if (!holds(actor, 'report.read') || !rights.every((right) => holds(actor, right))) return false;
  if (!report.published && !holds(actor, 'report.publish')) return false;
  return report.audience === 'external' || !outside(actor);
}
