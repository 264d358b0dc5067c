import { EntitySchema } from 'typeorm';

/** `kpis.campaign_measurement`: KPI-01 as a campaign measured it, or as it was measured before go-live, with its source. Append-only. */
export const campaignMeasurementSchema = new EntitySchema<Record<string, unknown>>({
  name: 'KpiCampaignMeasurement',
  schema: 'kpis',
  tableName: 'campaign_measurement',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment', primaryKeyConstraintName: 'pk_campaign_measurement' },
    code: { type: 'text', default: 'KPI-01' },
    definition_version: { type: 'integer' },
    year: { type: 'integer' },
    campaign_id: { type: 'uuid', nullable: true },
    source: { type: 'text', nullable: true },
    value: { type: 'double precision' },
    low: { type: 'double precision', nullable: true },
    high: { type: 'double precision', nullable: true },
    effective_n: { type: 'double precision', nullable: true },
    answered: { type: 'integer', nullable: true },
    institutions: { type: 'integer', nullable: true },
    clients: { type: 'integer', nullable: true },
    users_value: { type: 'double precision', nullable: true },
    users_low: { type: 'double precision', nullable: true },
    users_high: { type: 'double precision', nullable: true },
    input_hash: { type: 'text', nullable: true },
    frozen_at: { type: 'timestamptz' },
    actor_id: { type: 'uuid', nullable: true },
  },
  uniques: [{ name: 'uq_campaign_measurement_campaign', columns: ['campaign_id'] }],
  indices: [{ name: 'ix_campaign_measurement_year', columns: ['year', 'id'] }],
  checks: [
    { name: 'ck_campaign_measurement_origin', expression: '(campaign_id is null) = (source is not null)' },
    {
      name: 'ck_campaign_measurement_campaign',
      expression: `campaign_id is null or (effective_n is not null and answered is not null
       and institutions is not null and clients is not null and users_value is not null and input_hash is not null)`,
    },
    { name: 'ck_campaign_measurement_share', expression: 'value between 0 and 1 and low <= value and high >= value' },
    { name: 'ck_campaign_measurement_year', expression: 'year between 2000 and 2100' },
    { name: 'ck_campaign_measurement_source', expression: 'length(source) between 1 and 300' },
  ],
  foreignKeys: [
    {
      name: 'fk_campaign_measurement_definition',
      target: 'KpiDefinition',
      columnNames: ['code', 'definition_version'],
      referencedColumnNames: ['code', 'version'],
    },
  ],
});
