import { EntitySchema } from 'typeorm';

/** `platform.event_log`: what happened. Outbox, ticket history and source of the audit at once. */
export const eventLogSchema = new EntitySchema<Record<string, unknown>>({
  name: 'EventLog',
  schema: 'platform',
  tableName: 'event_log',
  columns: {
    id: { type: 'bigint', primary: true, generated: 'increment', primaryKeyConstraintName: 'event_log_pkey' },
    at: { type: 'timestamptz' },
    recorded_at: { type: 'timestamptz', default: () => 'clock_timestamp()' },
    type: { type: 'text' },
    version: { type: 'integer' },
    subject_type: { type: 'text' },
    subject_id: { type: 'uuid' },
    actor_id: { type: 'uuid', nullable: true },
    payload: { type: 'jsonb' },
    imported: { type: 'boolean', default: false },
  },
  indices: [
    { name: 'event_log_subject_idx', columns: ['subject_type', 'subject_id', 'id'] },
    { name: 'event_log_type_idx', columns: ['type', 'id'] },
    { name: 'event_log_type_at_idx', columns: ['type', 'at'] },
    { name: 'event_log_linked_idx', synchronize: false },
  ],
});

/** `platform.pending_reaction`: what must still follow an event. */
export const pendingReactionSchema = new EntitySchema<Record<string, unknown>>({
  name: 'PendingReaction',
  schema: 'platform',
  tableName: 'pending_reaction',
  columns: {
    event_id: { type: 'bigint', primary: true, primaryKeyConstraintName: 'pending_reaction_pkey' },
    reaction: { type: 'text', primary: true, primaryKeyConstraintName: 'pending_reaction_pkey' },
    relayed_at: { type: 'timestamptz', nullable: true },
    relays: { type: 'integer', default: 0 },
    failures: { type: 'integer', default: 0 },
    last_error: { type: 'text', nullable: true },
  },
  foreignKeys: [{ name: 'pending_reaction_event_fk', target: 'EventLog', columnNames: ['event_id'], referencedColumnNames: ['id'] }],
});

/** `platform.idempotency_key`: POSTs that were done, with their result. */
export const idempotencyKeySchema = new EntitySchema<Record<string, unknown>>({
  name: 'IdempotencyKey',
  schema: 'platform',
  tableName: 'idempotency_key',
  columns: {
    actor_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'idempotency_key_pkey' },
    key: { type: 'text', primary: true, primaryKeyConstraintName: 'idempotency_key_pkey' },
    route: { type: 'text' },
    request_hash: { type: 'text' },
    result: { type: 'jsonb', nullable: true },
    created_at: { type: 'timestamptz', default: () => 'now()' },
  },
  indices: [{ name: 'idempotency_key_created_idx', columns: ['created_at'] }],
});

/** `platform.job_run`: when each job ran and failed last. */
export const jobRunSchema = new EntitySchema<Record<string, unknown>>({
  name: 'JobRun',
  schema: 'platform',
  tableName: 'job_run',
  columns: {
    name: { type: 'text', primary: true, primaryKeyConstraintName: 'job_run_pk' },
    finished_at: { type: 'timestamptz', nullable: true },
    took_ms: { type: 'integer', nullable: true },
    failed_at: { type: 'timestamptz', nullable: true },
    failure: { type: 'text', nullable: true },
    failures: { type: 'integer', default: 0 },
  },
});

export const platformSchemas = [eventLogSchema, pendingReactionSchema, idempotencyKeySchema, jobRunSchema];
