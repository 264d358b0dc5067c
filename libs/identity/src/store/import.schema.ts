import { EntitySchema } from 'typeorm';
import { identityRunSchema } from './identity-runs.js';

type Row = Record<string, unknown>;

/** `identity.import`: a file of the organisation that was checked. */
const importSchema = new EntitySchema<Row>({
  name: 'OrganisationImport',
  schema: 'identity',
  tableName: 'import',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_identity_import' },
    kind: { type: 'text' },
    source: { type: 'text' },
    file_name: { type: 'text' },
    encoding: { type: 'text' },
    columns: { type: 'text', array: true },
    lines: { type: 'integer' },
    faults: { type: 'jsonb' },
    fault_lines: { type: 'integer' },
    added: { type: 'integer' },
    changed: { type: 'integer' },
    ended: { type: 'integer' },
    same: { type: 'integer' },
    missing: { type: 'integer', nullable: true },
    of_source: { type: 'integer' },
    end_missing: { type: 'boolean', default: false },
    by_id: { type: 'uuid' },
    checked_at: { type: 'timestamptz' },
  },
  indices: [
    { name: 'ix_identity_import_by', columns: ['by_id'] },
    { name: 'ix_identity_import_latest', columns: ['checked_at', 'id'] },
  ],
  foreignKeys: [{ name: 'fk_identity_import_by', target: 'AppUser', columnNames: ['by_id'], referencedColumnNames: ['id'] }],
  checks: [{ name: 'ck_identity_import_kind', expression: `kind in ('institutions', 'units', 'people')` }],
});

/** `identity.import_row`: the lines of a file that is not applied yet, and what each would do. */
const importRowSchema = new EntitySchema<Row>({
  name: 'OrganisationImportRow',
  schema: 'identity',
  tableName: 'import_row',
  columns: {
    import_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_identity_import_row' },
    place: { type: 'integer', primary: true, primaryKeyConstraintName: 'pk_identity_import_row' },
    line: { type: 'integer' },
    action: { type: 'text' },
    record_id: { type: 'uuid', nullable: true },
    name: { type: 'text' },
    fields: { type: 'jsonb' },
    was: { type: 'jsonb' },
  },
  indices: [{ name: 'ix_identity_import_row_action', columns: ['import_id', 'action', 'place'] }],
  foreignKeys: [
    {
      name: 'fk_identity_import_row_import',
      target: 'OrganisationImport',
      columnNames: ['import_id'],
      referencedColumnNames: ['id'],
      onDelete: 'CASCADE',
    },
  ],
  checks: [{ name: 'ck_identity_import_row_action', expression: `action in ('add', 'change', 'end', 'missing')` }],
});

export const organisationImportSchemas = [importSchema, importRowSchema, identityRunSchema];
