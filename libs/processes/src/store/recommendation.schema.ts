import { EntitySchema } from 'typeorm';

type Row = Record<string, unknown>;

const recommendationSchema = new EntitySchema<Row>({
  name: 'Recommendation',
  schema: 'processes',
  tableName: 'recommendation',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'recommendation_pk' },
    source: { type: 'text' },
    number: { type: 'text' },
    text: { type: 'text' },
    owner_id: { type: 'uuid' },
    due_on: { type: 'date' },
    counted_due_on: { type: 'date' },
    state: { type: 'text', default: 'open' },
    implemented_on: { type: 'date', nullable: true },
    withdrawal_reason: { type: 'text', nullable: true },
    told_soon_of: { type: 'date', nullable: true },
    told_late_of: { type: 'date', nullable: true },
    revision: { type: 'integer', default: 1 },
    created_by_id: { type: 'uuid' },
    created_at: { type: 'timestamptz' },
  },
  uniques: [{ name: 'recommendation_number_once', columns: ['source', 'number'] }],
  indices: [
    { name: 'recommendation_by_due', columns: ['counted_due_on', 'id'] },
    { name: 'recommendation_by_original_due', columns: ['due_on', 'id'] },
    { name: 'recommendation_by_owner', columns: ['owner_id', 'counted_due_on', 'id'] },
    { name: 'recommendation_unfinished', columns: ['counted_due_on', 'id'], where: `state in ('open', 'reported')` },
  ],
  foreignKeys: [
    { name: 'recommendation_owner_fk', target: 'AppUser', columnNames: ['owner_id'], referencedColumnNames: ['id'] },
    { name: 'recommendation_created_by_fk', target: 'AppUser', columnNames: ['created_by_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'recommendation_state_known', expression: `state in ('open', 'reported', 'implemented', 'withdrawn')` },
    { name: 'recommendation_extended_later', expression: 'counted_due_on >= due_on' },
    { name: 'recommendation_implemented_when', expression: `(state = 'implemented') = (implemented_on is not null)` },
    { name: 'recommendation_withdrawn_why', expression: `(state = 'withdrawn') = (withdrawal_reason is not null)` },
  ],
});

const extensionSchema = new EntitySchema<Row>({
  name: 'RecommendationExtension',
  schema: 'processes',
  tableName: 'recommendation_extension',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'recommendation_extension_pk' },
    recommendation_id: { type: 'uuid' },
    due_on: { type: 'date' },
    reason: { type: 'text' },
    asked_by_id: { type: 'uuid' },
    asked_at: { type: 'timestamptz' },
    decided_by_id: { type: 'uuid', nullable: true },
    decided_at: { type: 'timestamptz', nullable: true },
    granted: { type: 'boolean', nullable: true },
    decision_note: { type: 'text', nullable: true },
    counts: { type: 'boolean', default: false },
  },
  indices: [
    { name: 'recommendation_extension_of', columns: ['recommendation_id', 'asked_at'] },
    { name: 'recommendation_extension_one_open', columns: ['recommendation_id'], unique: true, where: 'decided_at is null' },
  ],
  foreignKeys: [
    {
      name: 'recommendation_extension_of_fk',
      target: 'Recommendation',
      columnNames: ['recommendation_id'],
      referencedColumnNames: ['id'],
    },
    { name: 'recommendation_extension_asked_by_fk', target: 'AppUser', columnNames: ['asked_by_id'], referencedColumnNames: ['id'] },
    { name: 'recommendation_extension_decided_by_fk', target: 'AppUser', columnNames: ['decided_by_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    {
      name: 'recommendation_extension_decided_whole',
      expression: '(decided_at is null) = (decided_by_id is null) and (decided_at is null) = (granted is null)',
    },
    { name: 'recommendation_extension_counts', expression: 'not counts or granted' },
  ],
});

const reportSchema = new EntitySchema<Row>({
  name: 'ImplementationReport',
  schema: 'processes',
  tableName: 'implementation_report',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'implementation_report_pk' },
    recommendation_id: { type: 'uuid' },
    implemented_on: { type: 'date' },
    note: { type: 'text' },
    file_name: { type: 'text', nullable: true },
    file_sha256: { type: 'text', nullable: true },
    file: { type: 'bytea', nullable: true },
    reported_by_id: { type: 'uuid' },
    reported_at: { type: 'timestamptz' },
    decided_by_id: { type: 'uuid', nullable: true },
    decided_at: { type: 'timestamptz', nullable: true },
    accepted: { type: 'boolean', nullable: true },
    decision_note: { type: 'text', nullable: true },
  },
  indices: [
    { name: 'implementation_report_of', columns: ['recommendation_id', 'reported_at'] },
    { name: 'implementation_report_one_open', columns: ['recommendation_id'], unique: true, where: 'decided_at is null' },
  ],
  foreignKeys: [
    { name: 'implementation_report_of_fk', target: 'Recommendation', columnNames: ['recommendation_id'], referencedColumnNames: ['id'] },
    { name: 'implementation_report_reported_by_fk', target: 'AppUser', columnNames: ['reported_by_id'], referencedColumnNames: ['id'] },
    { name: 'implementation_report_decided_by_fk', target: 'AppUser', columnNames: ['decided_by_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    {
      name: 'implementation_report_file_whole',
      expression: '(file is null) = (file_sha256 is null) and (file is null) = (file_name is null)',
    },
    {
      name: 'implementation_report_decided_whole',
      expression: '(decided_at is null) = (decided_by_id is null) and (decided_at is null) = (accepted is null)',
    },
    { name: 'implementation_report_accepted_filed', expression: 'accepted is not true or file is not null' },
  ],
});

export const recommendationSchemas = [recommendationSchema, extensionSchema, reportSchema];
