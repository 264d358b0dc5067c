import { EntitySchema } from 'typeorm';
import { controlSchemas } from './control.schema.js';
import { recommendationSchemas } from './recommendation.schema.js';
import { measurementSchemas } from './measurement.schema.js';
import { scorecardSchemas } from './scorecard.schema.js';

const STAGES = `('identified', 'designed', 'approved', 'piloted', 'implemented', 'at_risk', 'suspended', 'retired')`;

const practiceSchema = new EntitySchema<Record<string, unknown>>({
  name: 'Practice',
  schema: 'processes',
  tableName: 'practice',
  columns: {
    code: { type: 'text', primary: true, primaryKeyConstraintName: 'practice_pk' },
    framework: { type: 'text' },
    category: { type: 'text' },
    name_lv: { type: 'text' },
    name_en: { type: 'text' },
    position: { type: 'integer' },
  },
  checks: [{ name: 'practice_category_known', expression: `category in ('general', 'service', 'technical')` }],
});

const processSchema = new EntitySchema<Record<string, unknown>>({
  name: 'Process',
  schema: 'processes',
  tableName: 'process',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'process_pk' },
    practice: { type: 'text' },
    owner_id: { type: 'uuid', nullable: true },
    scope: { type: 'text', default: '' },
    description: { type: 'text', default: '' },
    roles: { type: 'jsonb', default: '[]' },
    lifecycle: { type: 'text', nullable: true },
    lifecycle_version: { type: 'integer', nullable: true },
    metrics: { type: 'text', array: true, default: '{}' },
    low_volume_reason: { type: 'text', nullable: true },
    stage: { type: 'text', default: 'identified' },
    stage_since: { type: 'timestamptz' },
    review_due_on: { type: 'date', nullable: true },
    revision: { type: 'integer', default: 1 },
    created_at: { type: 'timestamptz' },
  },
  indices: [{ name: 'process_one_per_practice', columns: ['practice'], unique: true, where: `stage <> 'retired'` }],
  foreignKeys: [
    { name: 'process_practice_fk', target: 'Practice', columnNames: ['practice'], referencedColumnNames: ['code'] },
    { name: 'process_owner_fk', target: 'AppUser', columnNames: ['owner_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'process_lifecycle_known', expression: `lifecycle in ('incident', 'change')` },
    { name: 'process_stage_known', expression: `stage in ${STAGES}` },
  ],
});

const stagePeriodSchema = new EntitySchema<Record<string, unknown>>({
  name: 'StagePeriod',
  schema: 'processes',
  tableName: 'stage_period',
  columns: {
    process_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'stage_period_pk' },
    since: { type: 'timestamptz', primary: true, primaryKeyConstraintName: 'stage_period_pk' },
    stage: { type: 'text' },
    cause: { type: 'text', nullable: true },
  },
  foreignKeys: [{ name: 'stage_period_process_fk', target: 'Process', columnNames: ['process_id'], referencedColumnNames: ['id'] }],
  checks: [{ name: 'stage_period_stage_known', expression: `stage in ${STAGES}` }],
});

const evidenceSchema = new EntitySchema<Record<string, unknown>>({
  name: 'Evidence',
  schema: 'processes',
  tableName: 'evidence',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'evidence_pk' },
    process_id: { type: 'uuid' },
    kind: { type: 'text' },
    document: { type: 'text' },
    order_number: { type: 'text', nullable: true },
    order_date: { type: 'date', nullable: true },
    signatory: { type: 'text', nullable: true },
    file_name: { type: 'text', nullable: true },
    file_sha256: { type: 'text', nullable: true },
    file: { type: 'bytea', nullable: true },
    valid_to: { type: 'date', nullable: true },
    added_by_id: { type: 'uuid' },
    added_at: { type: 'timestamptz' },
    verified_by_id: { type: 'uuid', nullable: true },
    verified_at: { type: 'timestamptz', nullable: true },
    withdrawn_by_id: { type: 'uuid', nullable: true },
    withdrawn_at: { type: 'timestamptz', nullable: true },
    withdrawal_reason: { type: 'text', nullable: true },
  },
  indices: [{ name: 'evidence_by_process', columns: ['process_id', 'added_at'] }],
  foreignKeys: [
    { name: 'evidence_process_fk', target: 'Process', columnNames: ['process_id'], referencedColumnNames: ['id'] },
    { name: 'evidence_added_by_fk', target: 'AppUser', columnNames: ['added_by_id'], referencedColumnNames: ['id'] },
    { name: 'evidence_verified_by_fk', target: 'AppUser', columnNames: ['verified_by_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'evidence_kind_known', expression: `kind in ('order', 'external', 'review')` },
    { name: 'evidence_file_whole', expression: '(file is null) = (file_sha256 is null) and (file is null) = (file_name is null)' },
    { name: 'evidence_verification_whole', expression: '(verified_by_id is null) = (verified_at is null)' },
    { name: 'evidence_withdrawal_whole', expression: '(withdrawn_at is null) = (withdrawal_reason is null)' },
  ],
});

const monthCountSchema = new EntitySchema<Record<string, unknown>>({
  name: 'ProcessMonthCount',
  schema: 'processes',
  tableName: 'month_count',
  columns: {
    lifecycle: { type: 'text', primary: true, primaryKeyConstraintName: 'month_count_pk' },
    month: { type: 'date', primary: true, primaryKeyConstraintName: 'month_count_pk' },
    live: { type: 'integer' },
    judged: { type: 'integer' },
    conforming: { type: 'integer' },
    counted_at: { type: 'timestamptz' },
  },
  checks: [
    { name: 'month_count_conforming', expression: 'conforming between 0 and judged' },
    { name: 'month_count_month', expression: 'extract(day from month) = 1' },
  ],
});

const deviatingCaseSchema = new EntitySchema<Record<string, unknown>>({
  name: 'DeviatingCase',
  schema: 'processes',
  tableName: 'deviating_case',
  columns: {
    lifecycle: { type: 'text', primary: true, primaryKeyConstraintName: 'deviating_case_pk' },
    month: { type: 'date', primary: true, primaryKeyConstraintName: 'deviating_case_pk' },
    ticket_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'deviating_case_pk' },
    deviations: { type: 'jsonb' },
  },
  foreignKeys: [
    {
      name: 'deviating_case_month_fk',
      target: 'ProcessMonthCount',
      columnNames: ['lifecycle', 'month'],
      referencedColumnNames: ['lifecycle', 'month'],
      onDelete: 'CASCADE',
    },
  ],
});

/** One row where the installation is a demonstration; none elsewhere. */
const demonstrationSchema = new EntitySchema<Record<string, unknown>>({
  name: 'ProcessDemonstration',
  schema: 'processes',
  tableName: 'demonstration',
  columns: {
    singleton: { type: 'boolean', primary: true, primaryKeyConstraintName: 'demonstration_pk' },
    since: { type: 'timestamptz' },
  },
  checks: [{ name: 'demonstration_single', expression: 'singleton' }],
});

export const processesSchemas = [
  practiceSchema,
  processSchema,
  stagePeriodSchema,
  evidenceSchema,
  monthCountSchema,
  deviatingCaseSchema,
  ...recommendationSchemas,
  ...controlSchemas,
  ...scorecardSchemas,
  ...measurementSchemas,
  demonstrationSchema,
];
