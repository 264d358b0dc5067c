import { EntitySchema } from 'typeorm';

const count = { type: 'integer', default: 0 } as const;

/** `identity.directory_sync`: what became of each reading of a directory. */
export const directorySyncSchema = new EntitySchema<Record<string, unknown>>({
  name: 'DirectorySync',
  schema: 'identity',
  tableName: 'directory_sync',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_directory_sync' },
    directory: { type: 'text' },
    dry: { type: 'boolean' },
    state: { type: 'text', default: 'running' },
    asked_by: { type: 'uuid', nullable: true },
    endings: { type: 'integer', nullable: true },
    created: count,
    changed: count,
    ended: count,
    unchanged: count,
    elsewhere: count,
    faulty: count,
    faults: { type: 'jsonb', default: () => `'[]'` },
    refusal: { type: 'text', nullable: true },
    started_at: { type: 'timestamptz' },
    finished_at: { type: 'timestamptz', nullable: true },
  },
  indices: [
    { name: 'uq_directory_sync_running', columns: ['directory'], unique: true, where: `state = 'running'` },
    { name: 'ix_directory_sync_latest', columns: ['directory', 'started_at'] },
    { name: 'ix_directory_sync_asked_by', columns: ['asked_by'] },
  ],
  checks: [
    { name: 'ck_directory_sync_state', expression: `state in ('running', 'done', 'refused', 'failed')` },
    { name: 'ck_directory_sync_finished', expression: `(state = 'running') = (finished_at is null)` },
    { name: 'ck_directory_sync_refusal', expression: `(state in ('refused', 'failed')) = (refusal is not null)` },
  ],
  foreignKeys: [{ name: 'fk_directory_sync_asked_by', target: 'AppUser', columnNames: ['asked_by'], referencedColumnNames: ['id'] }],
});
