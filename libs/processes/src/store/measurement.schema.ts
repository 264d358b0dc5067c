import { EntitySchema } from 'typeorm';

const measurementSchema = new EntitySchema<Record<string, unknown>>({
  name: 'IndicatorMeasurement',
  schema: 'processes',
  tableName: 'indicator_measurement',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'indicator_measurement_pk' },
    indicator_id: { type: 'uuid' },
    year: { type: 'integer' },
    origin: { type: 'text' },
    value: { type: 'double precision', nullable: true },
    numerator: { type: 'integer', nullable: true },
    denominator: { type: 'integer', nullable: true },
    achieved_on: { type: 'date', nullable: true },
    source: { type: 'text' },
    recorded_by_id: { type: 'uuid', nullable: true },
    recorded_at: { type: 'timestamptz' },
  },
  indices: [{ name: 'indicator_measurement_by_year', columns: ['indicator_id', 'year', 'recorded_at'] }],
  foreignKeys: [
    {
      name: 'indicator_measurement_indicator_fk',
      target: 'ScorecardIndicator',
      columnNames: ['indicator_id'],
      referencedColumnNames: ['id'],
    },
    { name: 'indicator_measurement_by_fk', target: 'AppUser', columnNames: ['recorded_by_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'indicator_measurement_origin_known', expression: `origin in ('imported', 'entered')` },
    { name: 'indicator_measurement_year', expression: 'year between 2000 and 2100' },
    {
      name: 'indicator_measurement_counts',
      expression: `(numerator is null) = (denominator is null) and (denominator is null or (denominator > 0 and numerator between 0 and denominator))`,
    },
    { name: 'indicator_measurement_something', expression: '(value is null) <> (achieved_on is null)' },
    { name: 'indicator_measurement_source', expression: 'length(source) between 1 and 300' },
  ],
});

const fileSchema = new EntitySchema<Record<string, unknown>>({
  name: 'MeasurementFile',
  schema: 'processes',
  tableName: 'measurement_file',
  columns: {
    measurement_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'measurement_file_pk' },
    name: { type: 'text' },
    sha256: { type: 'text' },
    content: { type: 'bytea' },
  },
  foreignKeys: [
    {
      name: 'measurement_file_measurement_fk',
      target: 'IndicatorMeasurement',
      columnNames: ['measurement_id'],
      referencedColumnNames: ['id'],
    },
  ],
});

const snapshotSchema = new EntitySchema<Record<string, unknown>>({
  name: 'ScorecardSnapshot',
  schema: 'processes',
  tableName: 'scorecard_snapshot',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'scorecard_snapshot_pk' },
    scorecard_id: { type: 'uuid' },
    year: { type: 'integer' },
    number: { type: 'integer' },
    replaces_id: { type: 'uuid', nullable: true },
    reason: { type: 'text', nullable: true },
    input_hash: { type: 'text' },
    frozen_by_id: { type: 'uuid', nullable: true },
    frozen_at: { type: 'timestamptz' },
  },
  uniques: [{ name: 'scorecard_snapshot_number', columns: ['scorecard_id', 'year', 'number'] }],
  foreignKeys: [
    { name: 'scorecard_snapshot_card_fk', target: 'Scorecard', columnNames: ['scorecard_id'], referencedColumnNames: ['id'] },
    { name: 'scorecard_snapshot_replaces_fk', target: 'ScorecardSnapshot', columnNames: ['replaces_id'], referencedColumnNames: ['id'] },
    { name: 'scorecard_snapshot_by_fk', target: 'AppUser', columnNames: ['frozen_by_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    {
      name: 'scorecard_snapshot_restatement',
      expression: '(number = 1) = (replaces_id is null) and (number = 1 or reason is not null)',
    },
  ],
});

const snapshotValueSchema = new EntitySchema<Record<string, unknown>>({
  name: 'SnapshotValue',
  schema: 'processes',
  tableName: 'snapshot_value',
  columns: {
    snapshot_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'snapshot_value_pk' },
    indicator_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'snapshot_value_pk' },
    target: { type: 'double precision', nullable: true },
    value: { type: 'double precision', nullable: true },
    numerator: { type: 'integer', nullable: true },
    denominator: { type: 'integer', nullable: true },
    n: { type: 'integer', nullable: true },
    effective_n: { type: 'double precision', nullable: true },
    low: { type: 'double precision', nullable: true },
    high: { type: 'double precision', nullable: true },
    status: { type: 'text', nullable: true },
    origin: { type: 'text', nullable: true },
    source: { type: 'text', nullable: true },
    rows_path: { type: 'text', nullable: true },
    definition_version: { type: 'integer', nullable: true },
    achieved_on: { type: 'date', nullable: true },
    data_at: { type: 'timestamptz', nullable: true },
  },
  foreignKeys: [
    { name: 'snapshot_value_snapshot_fk', target: 'ScorecardSnapshot', columnNames: ['snapshot_id'], referencedColumnNames: ['id'] },
    { name: 'snapshot_value_indicator_fk', target: 'ScorecardIndicator', columnNames: ['indicator_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    {
      name: 'snapshot_value_status_known',
      expression: `status in ('reached', 'safely_reached', 'not_reached_within_error', 'not_reached')`,
    },
    { name: 'snapshot_value_origin_known', expression: `origin in ('desk', 'imported', 'entered')` },
  ],
});

export const measurementSchemas = [measurementSchema, fileSchema, snapshotSchema, snapshotValueSchema];
