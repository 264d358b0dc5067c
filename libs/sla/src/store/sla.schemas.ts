import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import { CLOCK_KINDS } from '../domain/ledger-entry.js';
import { agreementSchemas } from './agreement.schemas.js';
import { CLOCK_COLUMNS } from './clock-row.js';
import { decisionSchemas } from './decision.schemas.js';
import { runSchema } from './runs.js';
import { policySchemas } from './policy.schemas.js';

type Columns = Record<string, EntitySchemaColumnOptions>;

const key = (type: 'uuid' | 'integer', name: string): EntitySchemaColumnOptions => ({
  type,
  primary: true,
  primaryKeyConstraintName: name,
});
const empty = (type: 'uuid' | 'text' | 'integer' | 'boolean' | 'timestamptz' | 'jsonb'): EntitySchemaColumnOptions => ({
  type,
  nullable: true,
});

const NULLABLE = new Set([
  'party_id',
  'policy_version_id',
  'service_id',
  'group_id',
  'due_at',
  'running_since',
  'stopped_at',
  'outcome',
  'outcome_at',
]);

const clockColumns = Object.fromEntries(
  Object.entries(CLOCK_COLUMNS).map(([name, type]) => [
    name,
    {
      ...(name === 'id' ? key('uuid', 'pk_clock') : { type: type === 'text[]' ? 'text' : type, array: type === 'text[]' }),
      nullable: NULLABLE.has(name),
    } satisfies EntitySchemaColumnOptions,
  ]),
) as Columns;

/** `sla.clock`: clocks as their ledgers fold. */
export const clockSchema = new EntitySchema<Record<string, unknown>>({
  name: 'SlaClock',
  schema: 'sla',
  tableName: 'clock',
  columns: clockColumns,
  indices: [
    { name: 'uq_clock_cycle', columns: ['ticket_id', 'kind', 'cycle', 'party_id'], unique: true, synchronize: false },
    { name: 'ix_clock_policy_version', columns: ['policy_version_id'] },
    {
      name: 'ix_clock_undecided',
      columns: ['ticket_id', 'target_calendar_id'],
      where: `outcome is null and state in ('running', 'paused')`,
    },
  ],
  foreignKeys: [
    { name: 'fk_clock_ticket', target: 'Ticket', columnNames: ['ticket_id'], referencedColumnNames: ['id'] },
    { name: 'fk_clock_policy_version', target: 'SlaPolicyVersion', columnNames: ['policy_version_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'ck_clock_kind', expression: `kind in (${CLOCK_KINDS.map((kind) => `'${kind}'`).join(', ')})` },
    { name: 'ck_clock_party', expression: `party_id is null or kind in ('ola', 'supplier')` },
    { name: 'ck_clock_policy', expression: `policy_version_id is not null or starts_with(kind, 'statutory_')` },
    { name: 'ck_clock_state', expression: `state in ('running', 'paused', 'stopped', 'cancelled')` },
    {
      name: 'ck_clock_outcome',
      expression: `(outcome in ('met', 'breached') and outcome_at is not null) or (outcome is null and outcome_at is null)`,
    },
    { name: 'ck_clock_running', expression: `(state = 'running') = (running_since is not null)` },
    { name: 'ck_clock_decided', expression: `state <> 'stopped' or outcome is not null` },
  ],
});

/** `sla.ledger`: the steps of clocks; append-only. */
export const ledgerSchema = new EntitySchema<Record<string, unknown>>({
  name: 'SlaLedger',
  schema: 'sla',
  tableName: 'ledger',
  columns: {
    id: { type: 'bigint', primary: true, generated: 'increment', primaryKeyConstraintName: 'pk_ledger' },
    clock_id: { type: 'uuid' },
    step: { type: 'integer' },
    type: { type: 'text' },
    at: { type: 'timestamptz' },
    recorded_at: { type: 'timestamptz', default: () => 'clock_timestamp()' },
    reason: empty('text'),
    actor_id: empty('uuid'),
    policy_version_id: empty('uuid'),
    calendar_id: empty('uuid'),
    seconds: empty('integer'),
    thresholds: { type: 'integer', array: true, nullable: true },
    rule: empty('text'),
    requester_asked: empty('boolean'),
    deadline_before: empty('timestamptz'),
    deadline_after: empty('timestamptz'),
    details: empty('jsonb'),
  },
  uniques: [{ name: 'uq_ledger_step', columns: ['clock_id', 'step'] }],
  indices: [{ name: 'ix_ledger_policy_version', columns: ['policy_version_id'] }],
  foreignKeys: [
    { name: 'fk_ledger_clock', target: 'SlaClock', columnNames: ['clock_id'], referencedColumnNames: ['id'] },
    { name: 'fk_ledger_policy_version', target: 'SlaPolicyVersion', columnNames: ['policy_version_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    {
      name: 'ck_ledger_type',
      expression: `type in ('started', 'paused', 'resumed', 'stopped', 'reopened', 'retargeted', 'relaxation_confirmed', 'cancelled', 'pause_corrected', 'breach_voided')`,
    },
    {
      name: 'ck_ledger_target',
      expression: `(type in ('started', 'retargeted', 'breach_voided')) = (calendar_id is not null and seconds is not null)`,
    },
  ],
});

const crossingKey = (name: string): Columns => ({
  clock_id: key('uuid', name),
  target_no: key('integer', name),
  pct: key('integer', name),
});

/** `sla.planned_crossing`: the thresholds that lie ahead of running clocks. */
export const plannedCrossingSchema = new EntitySchema<Record<string, unknown>>({
  name: 'SlaPlannedCrossing',
  schema: 'sla',
  tableName: 'planned_crossing',
  columns: {
    ...crossingKey('pk_planned_crossing'),
    due_at: { type: 'timestamptz' },
    planned_at: { type: 'timestamptz' },
    plan_no: { type: 'integer' },
  },
  indices: [{ name: 'ix_planned_crossing_due', columns: ['due_at'] }],
  foreignKeys: [{ name: 'fk_planned_crossing_clock', target: 'SlaClock', columnNames: ['clock_id'], referencedColumnNames: ['id'] }],
});

/** `sla.crossing`: the thresholds that were crossed, each once; append-only. */
export const crossingSchema = new EntitySchema<Record<string, unknown>>({
  name: 'SlaCrossing',
  schema: 'sla',
  tableName: 'crossing',
  columns: {
    ...crossingKey('pk_crossing'),
    due_at: { type: 'timestamptz' },
    planned_at: { type: 'timestamptz' },
    recorded_at: { type: 'timestamptz', default: () => 'clock_timestamp()' },
    jumped: { type: 'boolean', default: false },
  },
  foreignKeys: [{ name: 'fk_crossing_clock', target: 'SlaClock', columnNames: ['clock_id'], referencedColumnNames: ['id'] }],
  checks: [{ name: 'ck_crossing_never_early', expression: 'recorded_at >= due_at' }],
});

/** `sla.sweep_run`: one row, the sign of life of the sweep. */
export const sweepRunSchema = new EntitySchema<Record<string, unknown>>({
  name: 'SlaSweepRun',
  schema: 'sla',
  tableName: 'sweep_run',
  columns: {
    id: { type: 'smallint', primary: true, primaryKeyConstraintName: 'pk_sweep_run', default: 1 },
    finished_at: { type: 'timestamptz' },
    runs: { type: 'bigint', default: 0 },
    crossings: { type: 'bigint', default: 0 },
  },
  checks: [{ name: 'ck_sweep_run_single', expression: 'id = 1' }],
});

export const slaSchemas = [
  ...policySchemas,
  ...agreementSchemas,
  clockSchema,
  ledgerSchema,
  plannedCrossingSchema,
  crossingSchema,
  sweepRunSchema,
  ...decisionSchemas,
  runSchema,
];
