import type { ImportKind } from './import-columns.js';
import type { Right } from './rights.js';

/** Who may take a file in, and out again: whoever may change the same records one by one. */
export const IMPORT_RIGHT: Readonly<Record<ImportKind, Right>> = {
  institutions: 'organisation.write',
  units: 'organisation.write',
  people: 'admin.users',
};
