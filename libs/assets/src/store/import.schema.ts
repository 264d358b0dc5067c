import { EntitySchema } from 'typeorm';

type Row = Record<string, unknown>;

/** `assets.import`: a file that was checked, and how far it has been applied. */
const importSchema = new EntitySchema<Row>({
  name: 'ItemImport',
  schema: 'assets',
  tableName: 'import',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_import' },
    file_name: { type: 'text' },
    state: { type: 'text' },
    columns: { type: 'text', array: true },
    lines: { type: 'integer' },
    faults: { type: 'jsonb' },
    fault_lines: { type: 'integer' },
    added: { type: 'integer' },
    changed: { type: 'integer' },
    same: { type: 'integer' },
    done: { type: 'integer', default: 0 },
    failures: { type: 'integer', default: 0 },
    by_id: { type: 'uuid' },
    checked_at: { type: 'timestamptz' },
    started_at: { type: 'timestamptz', nullable: true },
    touched_at: { type: 'timestamptz', nullable: true },
    finished_at: { type: 'timestamptz', nullable: true },
  },
  indices: [
    { name: 'ix_import_by', columns: ['by_id'] },
    { name: 'ix_import_applying', columns: ['touched_at'], where: `state = 'applying'` },
  ],
  foreignKeys: [{ name: 'fk_import_by', target: 'AppUser', columnNames: ['by_id'], referencedColumnNames: ['id'] }],
  checks: [
    { name: 'ck_import_state', expression: `state in ('checked', 'applying', 'done', 'failed')` },
    { name: 'ck_import_finished', expression: `(state in ('done', 'failed')) = (finished_at is not null)` },
  ],
});

/** `assets.import_row`: the lines of a file that is not applied yet, and what each would do. */
const importRowSchema = new EntitySchema<Row>({
  name: 'ItemImportRow',
  schema: 'assets',
  tableName: 'import_row',
  columns: {
    import_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_import_row' },
    line: { type: 'integer', primary: true, primaryKeyConstraintName: 'pk_import_row' },
    action: { type: 'text' },
    fields: { type: 'jsonb' },
    was: { type: 'jsonb', nullable: true },
  },
  indices: [{ name: 'ix_import_row_action', columns: ['import_id', 'action', 'line'] }],
  foreignKeys: [
    {
      name: 'fk_import_row_import',
      target: 'ItemImport',
      columnNames: ['import_id'],
      referencedColumnNames: ['id'],
      onDelete: 'CASCADE',
    },
  ],
  checks: [{ name: 'ck_import_row_action', expression: `action in ('add', 'change', 'same')` }],
});

export const importSchemas = [importSchema, importRowSchema];
