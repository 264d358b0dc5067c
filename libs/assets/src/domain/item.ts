import type { Instant, Json } from '#kernel';
import type { ItemStatus } from './item-status.js';

/** What is known of an item, as one writes it. Dates are `YYYY-MM-DD`, the instant ISO 8601 in UTC. */
export interface ItemFields {
  readonly tag: string;
  readonly name: string;
  readonly class: string;
  readonly status: ItemStatus;
  readonly institutionId: string;
  readonly custodianId: string | null;
  readonly serial: string | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly location: string | null;
  readonly purchasedOn: string | null;
  readonly warrantyUntil: string | null;
  /** Until when its maker supports it. */
  readonly supportUntil: string | null;
  /** When the agent that distributes updates was last heard of. */
  readonly agentSeenAt: string | null;
  readonly note: string | null;
}

export type ItemField = keyof ItemFields;

export const ITEM_FIELDS = [
  'tag',
  'name',
  'class',
  'status',
  'institutionId',
  'custodianId',
  'serial',
  'manufacturer',
  'model',
  'location',
  'purchasedOn',
  'warrantyUntil',
  'supportUntil',
  'agentSeenAt',
  'note',
] as const satisfies readonly ItemField[];

/** An item as it is kept. */
export interface ItemRecord extends ItemFields {
  readonly id: string;
  readonly version: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

export type ItemChanges = { readonly [field in ItemField]?: { readonly from: Json; readonly to: Json } };

/** Letters, digits and what inventory numbers have between them; one digit at least, so that no tag reads like a word of a path. */
const TAG = /^(?=.*\d)[\p{Lu}\d][\p{Lu}\d._/ -]{0,58}[\p{Lu}\d]$|^\d$/u;

/** The tag as the register knows it: upper case, single blanks; undefined where it cannot be one. */
export function readTag(text: string): string | undefined {
  const tag = text.trim().replace(/\s+/g, ' ').toUpperCase();
  return TAG.test(tag) ? tag : undefined;
}

/** The fields in which `next` differs from what is kept; a field that `next` does not name stays as it is. */
export function changesOf(kept: ItemFields, next: Partial<ItemFields>): ItemChanges {
  const changed = ITEM_FIELDS.filter((field) => next[field] !== undefined && next[field] !== kept[field]);
  return Object.fromEntries(changed.map((field) => [field, { from: kept[field], to: next[field] as Json }]));
}

/** The changes one by one, in the order of the fields; JSON in the database keeps none. */
export function inOrder(changes: ItemChanges): { readonly field: ItemField; readonly from: Json; readonly to: Json }[] {
  return ITEM_FIELDS.flatMap((field) => {
    const change = changes[field];
    return change ? [{ field, from: change.from, to: change.to }] : [];
  });
}

/** What an item is called where nobody named it. */
export function nameOf({ name, manufacturer, model }: Partial<Pick<ItemFields, 'name' | 'manufacturer' | 'model'>>): string {
  return name || [manufacturer, model].filter(Boolean).join(' ');
}
