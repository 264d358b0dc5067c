import { RefResponse } from '#identity';
import { ItemFieldChangeResponse } from './item.response.js';

export class ImportFaultResponse {
  /** The head is line 1. */
  line: number;
  /** Code and name of the column; null where the whole line is meant. */
  column: string | null;
  columnName: string | null;
  code: string;
  value: string;
  /** In the reader's language. */
  text: string;
}

export class ImportAdditionResponse {
  line: number;
  tag: string;
  name: string;
  className: string;
  institution: RefResponse;
}

export class ImportChangeResponse {
  line: number;
  tag: string;
  changes: ItemFieldChangeResponse[];
}

/** A file that was checked: what it would change, and how far it has been applied. */
export class ItemImportResponse {
  id: string;
  fileName: string;
  state: 'checked' | 'applying' | 'done' | 'failed';
  columnNames: string[];
  lines: number;
  added: number;
  changed: number;
  same: number;
  /** Lines with faults; they are left out when the rest is applied. */
  faultLines: number;
  /** The first 500. */
  faults: ImportFaultResponse[];
  /** The first 100 of each while it is not applied; none afterwards. */
  additions: ImportAdditionResponse[];
  changes: ImportChangeResponse[];
  /** Of `added` and `changed` together. */
  done: number;
  checkedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}
