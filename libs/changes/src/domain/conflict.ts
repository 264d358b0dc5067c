import type { Instant, Interval } from '#kernel';

/** Why two changes, or a change and a window, do not go together. */
export const CONFLICT_REASONS = [
  'freeze',
  'same_item',
  'dependent_item',
  'parent_item',
  'same_service',
  'implementer_busy',
  'outside_maintenance',
] as const;

export type ConflictReason = (typeof CONFLICT_REASONS)[number];

/**
 * Does the reason keep a change out of the calendar until the change manager says why it may stand? The others warn: whoever plans reads
 * them and decides.
 */
export const BLOCKING: Readonly<Record<ConflictReason, boolean>> = {
  freeze: true,
  same_item: true,
  dependent_item: false,
  parent_item: false,
  same_service: false,
  implementer_busy: false,
  outside_maintenance: false,
};

/** States in which a change has a place in the calendar that others must reckon with. */
export const OCCUPYING_STATES = ['awaiting_authorisation', 'scheduled', 'implementing'] as const;

export function occupies(state: string): boolean {
  return (OCCUPYING_STATES as readonly string[]).includes(state);
}

/** One conflict of a window that somebody asks about. `from` to `to` is the time that the conflict concerns. */
export interface Conflict extends Interval {
  readonly reason: ConflictReason;
  readonly blocking: boolean;
  /** The other change. */
  readonly change: { readonly id: string; readonly number: string; readonly title: string } | null;
  /** The item that the other change touches; of several the first by tag. */
  readonly item: { readonly id: string; readonly tag: string } | null;
  readonly freeze: { readonly id: string; readonly reason: string } | null;
}

/** What takes part in the calendar: a change with what it touches, in a window. */
export interface Occupant extends Interval {
  readonly id: string;
  readonly itemIds: readonly string[];
  /** The services that it names. */
  readonly serviceIds: readonly string[];
  readonly implementerId: string | null;
  /** An emergency need not wait for a freeze to end (DOMAIN 2.2, FreezeWindow). */
  readonly emergency: boolean;
}

export interface Freeze extends Interval {
  readonly id: string;
  readonly reason: string;
  /** Null where it holds for every service. */
  readonly serviceId: string | null;
  readonly institutionId: string | null;
}

/** What hangs together with what, and when things may be done: what the rules stand on. */
export interface Ground {
  /** How does `item` hang together with `other`; undefined where a change of one is not felt by the other. */
  tie(item: string, other: string): 'dependent_item' | 'parent_item' | undefined;
  /** The services that feel what is done to an item. */
  servicesFeeling(item: string): ReadonlySet<string>;
  /** Whose concern a service or an item is. */
  institutionsOf(part: string): ReadonlySet<string>;
  /** In the order in which items are named. */
  tagOf(item: string): string;
  readonly freezes: readonly Freeze[];
  /** The maintenance hours of a service around the time in question; undefined where it has none. */
  maintenanceOf(serviceId: string): readonly Interval[] | undefined;
}

/** A conflict by ids, before names are put to it. */
export interface FoundConflict {
  readonly reason: ConflictReason;
  readonly blocking: boolean;
  readonly otherId: string | null;
  readonly itemId: string | null;
  readonly freezeId: string | null;
  readonly from: Instant;
  readonly to: Instant;
}
