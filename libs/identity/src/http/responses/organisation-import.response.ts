import { ApiProperty } from '@nestjs/swagger';
import { IMPORT_KINDS, type ImportKind } from '../../domain/import-columns.js';
import { FieldChangeResponse } from './change-history.response.js';
import { RefResponse } from './ref.response.js';

export class OrganisationImportFaultResponse {
  /** The head is line 1; 0: a record that the file does not name. */
  line: number;
  /** Code and name of the column; null where the whole line is meant. */
  column: string | null;
  columnName: string | null;
  code: string;
  value: string;
  /** In the reader's language. */
  text: string;
}

export class OrganisationImportLineResponse {
  line: number;
  name: string;
  externalId: string | null;
  /** Of a person or a unit that is new. */
  institution: RefResponse | null;
  /** Empty where the record is new. */
  changes: FieldChangeResponse[];
}

export class OrganisationImportProgressResponse {
  created: number;
  changed: number;
  ended: number;
  /** Lines that came to nothing when their turn came. */
  skipped: number;
}

export class ImportRowsShownResponse {
  added: OrganisationImportLineResponse[];
  changed: OrganisationImportLineResponse[];
  ended: OrganisationImportLineResponse[];
  missing: OrganisationImportLineResponse[];
}

/** A file that was applied, or is being so. */
export class AppliedImportResponse {
  id: string;
  @ApiProperty({ enum: IMPORT_KINDS, enumName: 'OrganisationImportKind' })
  kind: ImportKind;
  /** What the system that the file comes from is called. */
  source: string;
  fileName: string;
  state: 'checked' | 'applying' | 'done' | 'failed';
  lines: number;
  /** Lines with faults; they are left out when the rest is applied. */
  faultLines: number;
  by: RefResponse;
  checkedAt: string;
  /** What has been written so far; null before it is applied. */
  progress: OrganisationImportProgressResponse | null;
}

/** A file that was checked: what it would change, and how far it has been applied. */
export class OrganisationImportResponse extends AppliedImportResponse {
  encoding: 'utf-8' | 'windows-1257';
  columnNames: string[];
  added: number;
  changed: number;
  ended: number;
  same: number;
  /** Records of this source that the file does not name; null where it cannot be told. */
  missing: number | null;
  /** Records in use of this source when the file was checked. */
  ofSource: number;
  /** Do the missing end too? */
  endMissing: boolean;
  /** So much would end that its number has to be said, without the missing and with them. */
  consentNeeded: boolean;
  consentNeededWithMissing: boolean;
  /** The first 500. */
  faults: OrganisationImportFaultResponse[];
  /** The first 100 of each while it is not applied; none afterwards. */
  shown: ImportRowsShownResponse;
  /** Lines to write, and how many of them have had their turn; null and 0 before it is applied. */
  total: number | null;
  done: number;
  startedAt: string | null;
  finishedAt: string | null;
}

export class AppliedImportsResponse {
  items: AppliedImportResponse[];
  nextCursor: string | null;
}
