import { ItemClassRefResponse } from './item.response.js';

export class ItemStatusCountsResponse {
  in_stock: number;
  in_use: number;
  in_repair: number;
  disposed: number;
}

export class ItemClassCountResponse {
  class: ItemClassRefResponse;
  kind: 'device' | 'infrastructure' | 'logical';
  /** Counted in the fleet. */
  inFleet: boolean;
  isOffice: boolean;
  statuses: ItemStatusCountsResponse;
  /** Not disposed of. */
  live: number;
}

/** How many items there are, by class in the order of the register. */
export class ItemCountsResponse {
  items: ItemClassCountResponse[];
  live: number;
  fleet: number;
  office: number;
}
