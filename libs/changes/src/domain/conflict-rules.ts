import { type Instant, intersect, type Interval } from '#kernel';
import { BLOCKING, type ConflictReason, type FoundConflict, type Freeze, type Ground, type Occupant } from './conflict.js';

/** Every conflict of `asked` with the others and with the windows, the gravest reasons first, then by time. */
export function conflictsOf(asked: Occupant, others: readonly Occupant[], ground: Ground): FoundConflict[] {
  const found = [
    ...freezeConflicts(asked, ground),
    ...others.filter(({ id }) => id !== asked.id).flatMap((other) => between(asked, other, ground)),
    ...outsideMaintenance(asked, ground),
  ];
  return found.sort((a, b) => Number(b.blocking) - Number(a.blocking) || a.from - b.from || rank(a.reason) - rank(b.reason));
}

const RANK = Object.keys(BLOCKING);
const rank = (reason: ConflictReason): number => RANK.indexOf(reason);

/**
 * What `asked` and `other` have against each other while both are under way. Of items one reason, the gravest; that they serve the same
 * services goes without saying then. The same two changes conflict, whichever of them asks.
 */
export function between(asked: Occupant, other: Occupant, ground: Ground): FoundConflict[] {
  const shared = intersect(asked, other);
  if (!shared) return [];
  const of = (reason: ConflictReason, itemId: string | null = null): FoundConflict => ({
    ...{ reason, blocking: BLOCKING[reason], otherId: other.id, itemId, freezeId: null },
    ...shared,
  });
  const found: FoundConflict[] = [];
  const tie = gravestTie(asked, other, ground);
  if (tie) found.push(of(tie.reason, tie.itemId));
  else if (sharesService(asked, other, ground)) found.push(of('same_service'));
  if (asked.implementerId !== null && asked.implementerId === other.implementerId) found.push(of('implementer_busy'));
  return found;
}

function gravestTie(asked: Occupant, other: Occupant, ground: Ground): { reason: ConflictReason; itemId: string } | undefined {
  const byTag = [...other.itemIds].sort((a, b) => (ground.tagOf(a) < ground.tagOf(b) ? -1 : 1));
  const same = byTag.find((item) => asked.itemIds.includes(item));
  if (same !== undefined) return { reason: 'same_item', itemId: same };
  let parent: string | undefined;
  for (const itemId of byTag) {
    const ties = asked.itemIds.map((own) => ground.tie(own, itemId));
    if (ties.includes('dependent_item')) return { reason: 'dependent_item', itemId };
    if (ties.includes('parent_item')) parent ??= itemId;
  }
  return parent === undefined ? undefined : { reason: 'parent_item', itemId: parent };
}

type Touching = Pick<Occupant, 'itemIds' | 'serviceIds'>;

/** A month holds thousands of pairs, and each change stands in many of them: what it touches is worked out once for a ground. */
const known = new WeakMap<object, WeakMap<Touching, ReadonlySet<string>>>();

/** The services that a change names and those that feel what it does to its items. */
export function servicesTouched(one: Touching, ground: Pick<Ground, 'servicesFeeling'>): ReadonlySet<string> {
  let ofGround = known.get(ground);
  if (!ofGround) known.set(ground, (ofGround = new WeakMap()));
  let touched = ofGround.get(one);
  if (!touched) {
    touched = new Set([...one.serviceIds, ...one.itemIds.flatMap((item) => [...ground.servicesFeeling(item)])]);
    ofGround.set(one, touched);
  }
  return touched;
}

function sharesService(asked: Occupant, other: Occupant, ground: Ground): boolean {
  const own = servicesTouched(asked, ground);
  return [...servicesTouched(other, ground)].some((service) => own.has(service));
}

/** Does the freeze hold for what the change touches? */
export function concerns(freeze: Freeze, one: Pick<Occupant, 'itemIds' | 'serviceIds'>, ground: Ground): boolean {
  if (freeze.serviceId !== null) return servicesTouched(one, ground).has(freeze.serviceId);
  const { institutionId } = freeze;
  if (institutionId === null) return true;
  return [...one.itemIds, ...servicesTouched(one, ground)].some((part) => ground.institutionsOf(part).has(institutionId));
}

function freezeConflicts(asked: Occupant, ground: Ground): FoundConflict[] {
  return ground.freezes.flatMap((freeze) => {
    const shared = intersect(asked, freeze);
    if (!shared || !concerns(freeze, asked, ground)) return [];
    const blocking = BLOCKING.freeze && !asked.emergency;
    return [{ reason: 'freeze' as const, blocking, otherId: null, itemId: null, freezeId: freeze.id, ...shared }];
  });
}

/** One conflict where some of the window lies outside the hours of a service that has hours; from the first such minute to the last. */
function outsideMaintenance(asked: Occupant, ground: Ground): FoundConflict[] {
  const gaps = asked.serviceIds.flatMap((service) => uncovered(asked, ground.maintenanceOf(service)));
  if (gaps.length === 0) return [];
  const from = Math.min(...gaps.map((gap) => gap.from)) as Instant;
  const to = Math.max(...gaps.map((gap) => gap.to)) as Instant;
  return [
    {
      ...{ reason: 'outside_maintenance' as const, blocking: BLOCKING.outside_maintenance },
      ...{ otherId: null, itemId: null, freezeId: null, from, to },
    },
  ];
}

/** What of `whole` no part covers. `parts` are in order and disjoint; nothing is asked of what has no parts at all. */
export function uncovered(whole: Interval, parts: readonly Interval[] | undefined): Interval[] {
  if (!parts) return [];
  const gaps: Interval[] = [];
  let at = whole.from;
  for (const part of parts) {
    if (part.to <= at) continue;
    if (part.from >= whole.to) break;
    if (part.from > at) gaps.push({ from: at, to: part.from });
    at = part.to;
  }
  if (at < whole.to) gaps.push({ from: at, to: whole.to });
  return gaps;
}
