import type { ChangeFact } from './change-fact.js';
import type { ClockFact } from './clock-fact.js';
import type { LoadFact } from './load-fact.js';
import type { Month } from './month.js';
import type { FirstResolutionFact, ResolutionFact } from './resolution-fact.js';
import type { RatingFact } from './satisfaction-fact.js';

/** What one fact adds to a cell: the cell's key, and counts. */
export interface Contribution {
  readonly month: Month;
  /** The dimensions beside the month, in the order of the cell's primary key. */
  readonly key: Readonly<Record<string, string | number>>;
  readonly counts: Readonly<Record<string, number>>;
}

/** A clock counts as met or breached, or is listed as excluded; a breached one also while it is still open. */
export function clockContribution(fact: ClockFact): Contribution | null {
  if (fact.month === null) return null;
  const counted = fact.exclusion === null;
  return {
    month: fact.month,
    key: {
      kind: fact.kind,
      institution_id: fact.institutionId,
      service_id: fact.serviceId,
      group_id: fact.groupId,
      priority: fact.priority,
    },
    counts: {
      met: counted && fact.outcome === 'met' ? 1 : 0,
      breached: counted && fact.outcome === 'breached' ? 1 : 0,
      open_breached: counted && fact.outcome === 'breached' && (fact.state === 'running' || fact.state === 'paused') ? 1 : 0,
      cancelled: fact.exclusion === 'cancelled' ? 1 : 0,
      merged: fact.exclusion === 'merged' ? 1 : 0,
      tests: fact.exclusion === 'test' ? 1 : 0,
    },
  };
}

/** KPI-02 counts users, so a cell is one user's ratings in a month. */
export function ratingContribution(fact: RatingFact): Contribution {
  return {
    month: fact.month,
    key: { institution_id: fact.institutionId, service_id: fact.serviceId, group_id: fact.groupId, rater_id: fact.raterId },
    counts: { ratings: 1, satisfied: fact.value >= 2 ? 1 : 0, good: fact.value === 3 ? 1 : 0 },
  };
}

export function resolutionContribution(fact: ResolutionFact): Contribution {
  return {
    month: fact.month,
    key: { institution_id: fact.institutionId, service_id: fact.serviceId, group_id: fact.groupId },
    counts: { resolved: 1, rated: fact.rated ? 1 : 0, first_contact: fact.firstContact ? 1 : 0 },
  };
}

export function firstResolutionContribution(fact: FirstResolutionFact): Contribution {
  return {
    month: fact.month,
    key: { institution_id: fact.institutionId, service_id: fact.serviceId, group_id: fact.groupId },
    counts: { resolved: 1, reopened: fact.reopened ? 1 : 0 },
  };
}

export function changeContribution(fact: ChangeFact): Contribution {
  return {
    month: fact.month,
    key: { kind: fact.kind, institution_id: fact.institutionId, service_id: fact.serviceId, group_id: fact.groupId },
    counts: {
      implemented: 1,
      successful: fact.successful ? 1 : 0,
      emergency: fact.kind === 'emergency' ? 1 : 0,
      standard: fact.kind === 'standard' ? 1 : 0,
      conflicts: fact.conflict ? 1 : 0,
      causing: fact.incidents > 0 ? 1 : 0,
      incidents: fact.incidents,
    },
  };
}

/** A cell of the load is an hour. */
export function loadContribution({ month, hour, institutionId, serviceId, groupId, kind }: LoadFact): Contribution {
  return {
    month,
    key: { hour, institution_id: institutionId, service_id: serviceId, group_id: groupId },
    counts: { arrived: 0, reopened: 0, resolved: 0, cancelled: 0, [kind]: 1 },
  };
}

/** The sum of contributions by cell, those that came less those that went; cells that do not change are left out. */
export function cellChanges(gone: readonly (Contribution | null)[], come: readonly (Contribution | null)[]): Contribution[] {
  const sums = new Map<string, { month: Month; key: Contribution['key']; counts: Record<string, number> }>();
  const add = (contribution: Contribution | null, sign: 1 | -1): void => {
    if (!contribution) return;
    const id = JSON.stringify([contribution.month, Object.entries(contribution.key).sort()]);
    const sum = sums.get(id) ?? { month: contribution.month, key: contribution.key, counts: {} };
    for (const [name, count] of Object.entries(contribution.counts)) sum.counts[name] = (sum.counts[name] ?? 0) + sign * count;
    sums.set(id, sum);
  };
  for (const contribution of gone) add(contribution, -1);
  for (const contribution of come) add(contribution, 1);
  return [...sums.values()].filter(({ counts }) => Object.values(counts).some((count) => count !== 0));
}
