import { EntitySchema } from 'typeorm';

/** A module's table of long work in slices: the mapping of a `RunTable`. */
export function runTableSchema(name: string, schema: string, kinds: readonly string[]): EntitySchema<Record<string, unknown>> {
  return new EntitySchema<Record<string, unknown>>({
    name,
    schema,
    tableName: 'run',
    columns: {
      id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_run' },
      kind: { type: 'text' },
      state: { type: 'text', default: 'waiting' },
      subject: { type: 'uuid' },
      actor_id: { type: 'uuid', nullable: true },
      request: { type: 'jsonb' },
      total: { type: 'integer', nullable: true },
      done: { type: 'integer', default: 0 },
      cursor: { type: 'text', nullable: true },
      progress: { type: 'jsonb', default: {} },
      slices: { type: 'integer', default: 0 },
      failures: { type: 'integer', default: 0 },
      result: { type: 'jsonb', nullable: true },
      details: { type: 'jsonb', nullable: true },
      error: { type: 'text', nullable: true },
      created_at: { type: 'timestamptz', default: () => 'clock_timestamp()' },
      started_at: { type: 'timestamptz', nullable: true },
      touched_at: { type: 'timestamptz', nullable: true },
      finished_at: { type: 'timestamptz', nullable: true },
    },
    indices: [
      { name: 'uq_run_active', columns: ['kind', 'subject'], unique: true, where: `state in ('waiting', 'running')` },
      { name: 'ix_run_latest', columns: ['kind', 'created_at'] },
    ],
    checks: [
      { name: 'ck_run_kind', expression: `kind in (${kinds.map((kind) => `'${kind}'`).join(', ')})` },
      { name: 'ck_run_state', expression: `state in ('waiting', 'running', 'done', 'failed', 'cancelled')` },
      { name: 'ck_run_finished', expression: `(state in ('done', 'failed', 'cancelled')) = (finished_at is not null)` },
    ],
  });
}
