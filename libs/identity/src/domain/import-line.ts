import type { RecordChanges } from './record-changes.js';

/** What a line would do to the register. */
export type ImportAction = 'add' | 'change' | 'end' | 'same';

/** One record as another system tells it. A field that is not named is left alone; null empties it. */
export interface ImportLine<Fields extends object> {
  /** The line of the file, its head being line 1; of what comes from no file, its place. */
  readonly line: number;
  /** Our own id of the record, where the file names it: then the line is known by it, otherwise by the external identifier. */
  readonly id: string | null;
  readonly fields: Partial<Fields>;
}

/** A fault of a line, and the code of its sentence, `identity.import.fault.<code>`. */
export interface ImportFault {
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly value: string;
}

/** What a line comes to once it is held against the register. */
export type Judged<Fields extends object> =
  | {
      readonly action: ImportAction;
      readonly id: string;
      /** The whole record afterwards. */
      readonly after: Fields;
      readonly changes: RecordChanges;
    }
  | { readonly faults: readonly ImportFault[] };

/** A line that is refused for one reason. */
export function faulty(line: number, column: string | null, code: string, value = ''): { readonly faults: readonly ImportFault[] } {
  return { faults: [{ line, column, code, value: value.slice(0, 100) }] };
}
