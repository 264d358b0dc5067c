import { RefResponse } from './ref.response.js';

export class FieldChangeResponse {
  field: string;
  label: string;
  from: string | null;
  to: string | null;
  /** What it was and is stands nowhere: it is about a person, who can be forgotten. */
  personal: boolean;
}

export class ChangeEntryResponse {
  id: number;
  at: string;
  type: string;
  actor: RefResponse | null;
  /** In the reader's language. */
  text: string;
  changes: FieldChangeResponse[];
  /** A file brought it. */
  byImport: boolean;
}

export class ChangeHistoryResponse {
  items: ChangeEntryResponse[];
}
