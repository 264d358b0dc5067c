import { RefResponse } from '#identity';

export class ItemClassRefResponse {
  code: string;
  name: string;
}

/** An item in a list. Dates are days, instants ISO 8601 in UTC. */
export class ItemSummaryResponse {
  id: string;
  tag: string;
  name: string;
  class: ItemClassRefResponse;
  status: 'in_stock' | 'in_use' | 'in_repair' | 'disposed';
  institution: RefResponse;
  custodian: RefResponse | null;
  serial: string | null;
  manufacturer: string | null;
  model: string | null;
  location: string | null;
  warrantyUntil: string | null;
  supportUntil: string | null;
  agentSeenAt: string | null;
}

export class ItemPageResponse {
  items: ItemSummaryResponse[];
  nextCursor: string | null;
}

export class ItemAbilitiesResponse {
  write: boolean;
}

export class ItemResponse extends ItemSummaryResponse {
  purchasedOn: string | null;
  note: string | null;
  /** The ETag. */
  version: number;
  registeredAt: string;
  updatedAt: string;
  /** The services that stand on it. */
  services: RefResponse[];
  /** Where its status may go next, for who writes it. */
  nextStatuses: ('in_stock' | 'in_use' | 'in_repair' | 'disposed')[];
  abilities: ItemAbilitiesResponse;
}

export class ItemRelationResponse {
  kind: 'runs_on' | 'depends_on' | 'part_of' | 'connected_to';
  /** `out`: the item itself runs on, depends on, is part of the other; `in`: the other does. A connection is always `out`. */
  direction: 'out' | 'in';
  item: ItemSummaryResponse;
}

export class ItemRelationsResponse {
  items: ItemRelationResponse[];
}

export class ItemFieldChangeResponse {
  field: string;
  label: string;
  from: string | null;
  to: string | null;
}

export class ItemHistoryEntryResponse {
  id: number;
  at: string;
  type: string;
  actor: RefResponse | null;
  /** In the reader's language. */
  text: string;
  changes: ItemFieldChangeResponse[];
  /** A file brought it. */
  byImport: boolean;
}

export class ItemHistoryResponse {
  items: ItemHistoryEntryResponse[];
}
