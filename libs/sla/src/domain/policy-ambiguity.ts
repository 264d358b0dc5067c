import { DIMENSIONS, narrowedIn, scopeKey, type TargetScope } from './policy-target.js';

/** Two targets, by their places in the list, of which neither is the more specific one for some ticket. */
export type AmbiguousPair = readonly [one: number, other: number];

/**
 * The pairs that would leave it open which target a ticket gets (DOMAIN 2.2: exactly one most specific match). Two targets for the same type,
 * kind and priority that can both be for one ticket are in order where one is narrowed in all that the other is and in more, or where a
 * third one is narrowed in exactly what both are together: it decides the tickets that both are for.
 */
export function ambiguousPairs(targets: readonly TargetScope[]): AmbiguousPair[] {
  const keys = new Set(targets.map(scopeKey));
  const pairs: AmbiguousPair[] = [];
  const bySubject = new Map<string, number[]>();
  targets.forEach((target, at) => {
    const subject = [target.ticketType, target.kind, target.priority].join('|');
    const others = bySubject.get(subject) ?? [];
    for (const other of others) if (isOpen(targets[other]!, target, keys)) pairs.push([other, at]);
    bySubject.set(subject, [...others, at]);
  });
  return pairs;
}

function isOpen(one: TargetScope, other: TargetScope, keys: ReadonlySet<string>): boolean {
  const apart = DIMENSIONS.some((d) => one[d] !== null && other[d] !== null && one[d] !== other[d]);
  if (apart) return false;
  const [narrow, wide] = [new Set(narrowedIn(one)), new Set(narrowedIn(other))];
  if (narrow.size === wide.size && [...narrow].every((d) => wide.has(d))) return true;
  if ([...narrow].every((d) => wide.has(d)) || [...wide].every((d) => narrow.has(d))) return false;
  return !keys.has(scopeKey(bothTogether(one, other)));
}

/** What both are narrowed in: the tickets that both are for. */
function bothTogether(one: TargetScope, other: TargetScope): TargetScope {
  return {
    ...one,
    serviceId: one.serviceId ?? other.serviceId,
    institutionId: one.institutionId ?? other.institutionId,
    partyId: one.partyId ?? other.partyId,
  };
}
