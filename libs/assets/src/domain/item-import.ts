import type { Instant } from '#kernel';
import { FIELD_OF, type ImportColumn, NEEDED_FOR_NEW } from './import-columns.js';
import { changesOf, type ItemChanges, type ItemFields, nameOf } from './item.js';
import { nextStatuses } from './item-status.js';
import type { ImportFault, ReadLine } from './read-import-line.js';

export type ImportState = 'checked' | 'applying' | 'done' | 'failed';

/** A file that was checked, and how far it has been applied. */
export interface ItemImport {
  readonly id: string;
  readonly fileName: string;
  readonly state: ImportState;
  readonly columns: readonly ImportColumn[];
  /** Lines below the head. */
  readonly lines: number;
  /** The first ones; `faultLines` counts all lines that have any. */
  readonly faults: readonly ImportFault[];
  readonly faultLines: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  /** Lines with something to write that have been written. */
  readonly done: number;
  readonly byId: string;
  readonly checkedAt: Instant;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
}

/** What a line would do. */
export type ImportAction = 'add' | 'change' | 'same';

export type Judged =
  | { readonly action: 'add'; readonly fields: ItemFields }
  | { readonly action: 'change' | 'same'; readonly changes: ItemChanges }
  | { readonly faults: readonly ImportFault[] };

const NOTHING = {
  ...{ custodianId: null, serial: null, manufacturer: null, model: null, location: null, note: null },
  ...{ purchasedOn: null, warrantyUntil: null, supportUntil: null, agentSeenAt: null },
};

/** Holds a line against what the register has under its tag. `writable`: may this person write what belongs to that institution? */
export function judgeLine({ line, fields }: ReadLine, kept: ItemFields | undefined, writable: (institutionId: string) => boolean): Judged {
  const tag = fields.tag ?? '';
  if (kept) {
    if (!writable(kept.institutionId)) return { faults: [{ line, column: 'tag', code: 'tag-elsewhere', value: tag }] };
    const changes = changesOf(kept, fields);
    if (changes.status && fields.status && !nextStatuses(kept.status).includes(fields.status))
      return { faults: [{ line, column: 'status', code: 'status-not-allowed', value: fields.status }] };
    return { action: Object.keys(changes).length > 0 ? 'change' : 'same', changes };
  }
  const missing = NEEDED_FOR_NEW.filter((column) => fields[FIELD_OF[column]] === undefined);
  const name = nameOf(fields);
  const faults: ImportFault[] = missing.map((column) => ({ line, column, code: 'needed-for-new', value: '' }));
  if (name === '') faults.push({ line, column: 'name', code: 'needed-for-new', value: '' });
  if (faults.length > 0) return { faults };
  return { action: 'add', fields: { ...NOTHING, status: 'in_stock', ...fields, name } as ItemFields };
}
