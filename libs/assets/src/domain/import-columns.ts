import type { ItemField } from './item.js';

/** The columns of a file, in the order in which an export writes them. Their names in both languages are the texts `assets.column.<key>`. */
export const IMPORT_COLUMNS = [
  'tag',
  'name',
  'class',
  'status',
  'institution',
  'custodian',
  'serial',
  'manufacturer',
  'model',
  'location',
  'purchased_on',
  'warranty_until',
  'support_until',
  'agent_seen_at',
  'note',
] as const;

export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** The field that a column fills. */
export const FIELD_OF: Readonly<Record<ImportColumn, ItemField>> = {
  tag: 'tag',
  name: 'name',
  class: 'class',
  status: 'status',
  institution: 'institutionId',
  custodian: 'custodianId',
  serial: 'serial',
  manufacturer: 'manufacturer',
  model: 'model',
  location: 'location',
  purchased_on: 'purchasedOn',
  warranty_until: 'warrantyUntil',
  support_until: 'supportUntil',
  agent_seen_at: 'agentSeenAt',
  note: 'note',
};

/** What a line must say of an item that is not in the register yet. */
export const NEEDED_FOR_NEW: readonly ImportColumn[] = ['class', 'institution'];

/** The longest text of a column. */
export const LENGTHS: Readonly<Partial<Record<ImportColumn, number>>> = {
  name: 200,
  serial: 100,
  manufacturer: 100,
  model: 100,
  location: 200,
  note: 2000,
};
