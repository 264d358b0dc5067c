export const RELATION_KINDS = ['runs_on', 'depends_on', 'part_of', 'connected_to'] as const;

export type RelationKind = (typeof RELATION_KINDS)[number];

/**
 * Relations that lead somewhere: nothing runs on itself or is a part of itself by way of others. Two systems may well depend on each other,
 * and a connection has no direction.
 */
export const WITHOUT_CYCLES: readonly RelationKind[] = ['runs_on', 'part_of'];

export interface Relation {
  readonly itemId: string;
  readonly kind: RelationKind;
  readonly targetId: string;
}

/** A relation as it is kept: a connection once, whichever end named it. */
export function asKept({ itemId, kind, targetId }: Relation): Relation {
  return kind === 'connected_to' && itemId > targetId ? { itemId: targetId, kind, targetId: itemId } : { itemId, kind, targetId };
}
