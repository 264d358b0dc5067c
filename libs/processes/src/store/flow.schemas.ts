import { EntitySchema } from 'typeorm';
import { runTableSchema } from '#platform';
import { PROCESS_RUN_KINDS } from './flow-runs.js';

const numbers = { type: 'double precision', array: true } as const;

const traceSchema = new EntitySchema<Record<string, unknown>>({
  name: 'Trace',
  schema: 'processes',
  tableName: 'trace',
  columns: {
    ticket_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'trace_pk' },
    lifecycle: { type: 'text' },
    lifecycle_version: { type: 'integer' },
    kind: { type: 'text' },
    institution_id: { type: 'uuid', nullable: true },
    service_id: { type: 'uuid', nullable: true },
    group_id: { type: 'uuid', nullable: true },
    closed_at: { type: 'timestamptz' },
    activities: { type: 'text', array: true },
    stays: numbers,
    working: numbers,
    ping_pong: { type: 'boolean' },
    steps: { type: 'integer' },
    allowed: { type: 'integer' },
    deviations: { type: 'jsonb' },
    marks: { type: 'text', array: true },
    imported: { type: 'boolean' },
    test: { type: 'boolean' },
  },
  indices: [
    { name: 'trace_by_closing', columns: ['lifecycle', 'closed_at', 'ticket_id'] },
    { name: 'trace_by_mark', columns: ['marks'], synchronize: false },
  ],
  checks: [
    {
      name: 'trace_stays_between',
      expression: 'cardinality(stays) = cardinality(activities) - 1 and cardinality(working) = cardinality(stays)',
    },
    { name: 'trace_allowed', expression: 'allowed between 0 and steps' },
  ],
});

const eventLogSchema = new EntitySchema<Record<string, unknown>>({
  name: 'ProcessEventLog',
  schema: 'processes',
  tableName: 'event_log',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'event_log_pk' },
    name: { type: 'text' },
    file_name: { type: 'text' },
    file_sha256: { type: 'text' },
    bytes: { type: 'integer' },
    format: { type: 'text' },
    head: { type: 'jsonb' },
    columns: { type: 'jsonb', nullable: true },
    state: { type: 'text', default: 'uploaded' },
    fault: { type: 'jsonb', nullable: true },
    cases: { type: 'integer', nullable: true },
    events: { type: 'integer', nullable: true },
    first_at: { type: 'timestamptz', nullable: true },
    last_at: { type: 'timestamptz', nullable: true },
    content: { type: 'bytea', nullable: true },
    added_by_id: { type: 'uuid' },
    added_at: { type: 'timestamptz' },
  },
  indices: [{ name: 'event_log_latest', columns: ['added_at', 'id'] }],
  foreignKeys: [{ name: 'event_log_added_by_fk', target: 'AppUser', columnNames: ['added_by_id'], referencedColumnNames: ['id'] }],
  checks: [
    { name: 'event_log_format_known', expression: `format in ('csv', 'xes')` },
    { name: 'event_log_state_known', expression: `state in ('uploaded', 'reading', 'ready', 'refused')` },
    { name: 'event_log_content_until_read', expression: `(state = 'ready') = (content is null)` },
    { name: 'event_log_fault_where_refused', expression: `(state = 'refused') = (fault is not null)` },
  ],
});

const eventLogCaseSchema = new EntitySchema<Record<string, unknown>>({
  name: 'ProcessEventLogCase',
  schema: 'processes',
  tableName: 'event_log_case',
  columns: {
    log_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'event_log_case_pk' },
    position: { type: 'integer', primary: true, primaryKeyConstraintName: 'event_log_case_pk' },
    case_id: { type: 'text' },
    ended_at: { type: 'timestamptz' },
    activities: { type: 'text', array: true },
    stays: numbers,
    working: numbers,
    ping_pong: { type: 'boolean' },
  },
  indices: [{ name: 'event_log_case_by_end', columns: ['log_id', 'ended_at', 'position'] }],
  foreignKeys: [
    {
      name: 'event_log_case_log_fk',
      target: 'ProcessEventLog',
      columnNames: ['log_id'],
      referencedColumnNames: ['id'],
      onDelete: 'CASCADE',
    },
  ],
  checks: [
    {
      name: 'event_log_case_stays_between',
      expression: 'cardinality(stays) = cardinality(activities) - 1 and cardinality(working) = cardinality(stays)',
    },
  ],
});

const flowPartSchema = new EntitySchema<Record<string, unknown>>({
  name: 'FlowPart',
  schema: 'processes',
  tableName: 'flow_part',
  columns: {
    run_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'flow_part_pk' },
    position: { type: 'integer', primary: true, primaryKeyConstraintName: 'flow_part_pk' },
    tally: { type: 'jsonb' },
  },
  foreignKeys: [
    { name: 'flow_part_run_fk', target: 'ProcessRun', columnNames: ['run_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' },
  ],
});

export const flowSchemas = [
  traceSchema,
  eventLogSchema,
  eventLogCaseSchema,
  runTableSchema('ProcessRun', 'processes', PROCESS_RUN_KINDS),
  flowPartSchema,
];
