import { EntitySchema } from 'typeorm';

/** `kpis.edition`: one freeze of a month's figures, or a restatement that replaces an earlier one. Append-only. */
export const editionSchema = new EntitySchema<Record<string, unknown>>({
  name: 'KpiEdition',
  schema: 'kpis',
  tableName: 'edition',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment', primaryKeyConstraintName: 'pk_edition' },
    code: { type: 'text' },
    month: { type: 'date' },
    number: { type: 'integer' },
    definition_version: { type: 'integer' },
    known_until: { type: 'timestamptz' },
    frozen_at: { type: 'timestamptz' },
    input_hash: { type: 'text' },
    replaces_id: { type: 'integer', nullable: true },
    reason: { type: 'text', nullable: true },
    actor_id: { type: 'uuid', nullable: true },
    cause: { type: 'text', default: 'correction' },
    ticket_id: { type: 'uuid', nullable: true },
  },
  uniques: [{ name: 'uq_edition_number', columns: ['code', 'month', 'number'] }],
  checks: [
    { name: 'ck_edition_restatement', expression: '(number = 1) = (replaces_id is null) and (number = 1 or reason is not null)' },
    { name: 'ck_edition_cause', expression: `cause in ('freeze', 'correction', 'import', 'void')` },
    { name: 'ck_edition_month', expression: 'extract(day from month) = 1' },
  ],
  foreignKeys: [
    { name: 'fk_edition_replaces', target: 'KpiEdition', columnNames: ['replaces_id'], referencedColumnNames: ['id'] },
    {
      name: 'fk_edition_definition',
      target: 'KpiDefinition',
      columnNames: ['code', 'definition_version'],
      referencedColumnNames: ['code', 'version'],
    },
  ],
});

/** `kpis.measurement`: the figures of an edition, overall and by each dimension. Append-only. */
export const measurementSchema = new EntitySchema<Record<string, unknown>>({
  name: 'KpiMeasurement',
  schema: 'kpis',
  tableName: 'measurement',
  columns: {
    edition_id: { type: 'integer', primary: true, primaryKeyConstraintName: 'pk_measurement' },
    dimension: { type: 'text', primary: true, primaryKeyConstraintName: 'pk_measurement' },
    key: { type: 'text', primary: true, primaryKeyConstraintName: 'pk_measurement' },
    numerator: { type: 'integer' },
    denominator: { type: 'integer' },
    low: { type: 'double precision', nullable: true },
    high: { type: 'double precision', nullable: true },
    median: { type: 'double precision', nullable: true },
    p90: { type: 'double precision', nullable: true },
    mean: { type: 'double precision', nullable: true },
  },
  checks: [{ name: 'ck_measurement_counts', expression: 'numerator between 0 and denominator' }],
  foreignKeys: [{ name: 'fk_measurement_edition', target: 'KpiEdition', columnNames: ['edition_id'], referencedColumnNames: ['id'] }],
});
