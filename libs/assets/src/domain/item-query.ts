import type { ItemStatus } from './item-status.js';

export const ITEM_SORTS = ['tag', 'support'] as const;

/** `support`: what its maker supports no longer, or not for long, first; items without such a date are left out. */
export type ItemSort = (typeof ITEM_SORTS)[number];

export interface ItemQuery {
  /** Parts of the words of tag, serial number, name, maker, model and location; all must be found. */
  readonly q?: string | undefined;
  readonly classes: readonly string[];
  /** Empty: everything that is not disposed of. */
  readonly statuses: readonly ItemStatus[];
  readonly institutionId?: string | undefined;
  readonly custodianId?: string | undefined;
  readonly serviceId?: string | undefined;
  /** Supported up to a day before this one (`YYYY-MM-DD`). */
  readonly supportBefore?: string | undefined;
  readonly sort: ItemSort;
  readonly cursor?: string | undefined;
  readonly limit: number;
}
